package org.egcg.reporting.web.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server with the example laboratory, and an administrator in front of a browser. All checks of pages share one, which
 * is closed after the last of them. A server that runs already is taken instead with
 * {@code -Dpages.server=http://localhost:8080}, {@code pages.user} and {@code pages.password}.
 */
final class Laboratory implements AutoCloseable {

    static final String USER = System.getProperty("pages.user", "demo");
    static final String PASSWORD = System.getProperty("pages.password", "a password for checks");

    private final Optional<RunningServer> server;
    private final String address;
    private final Browser browser;
    private final BrowserContext visitor;
    private final Page page;

    private Laboratory() {
        String given = System.getProperty("pages.server", "");
        server = given.isEmpty()
                ? Optional.of(
                        RunningServer.in(directory()).withExample(PASSWORD).start())
                : Optional.empty();
        address = server.map(own -> own.address().toString()).orElse(given).replaceFirst("/$", "");
        browser = new Browser(address);
        visitor = browser.visitor();
        page = Browser.logIn(visitor, USER, PASSWORD);
        Fixture.post(address, USER, PASSWORD);
    }

    /** The laboratory of this run of tests, started by whoever asks first. */
    static Laboratory of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Laboratory.class))
                .getOrComputeIfAbsent(Laboratory.class, any -> new Laboratory(), Laboratory.class);
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "laboratory");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a slash at the end. */
    String address() {
        return address;
    }

    Browser browser() {
        return browser;
    }

    BrowserContext visitor() {
        return visitor;
    }

    /** The window of an administrator. */
    Page page() {
        return page;
    }

    @Override
    public void close() {
        browser.close();
        server.ifPresent(RunningServer::close);
    }
}

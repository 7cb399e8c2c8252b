package org.egcg.reporting.web.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.egcg.reporting.testkit.RunningServer;

/**
 * A server with the example laboratory, and an administrator in front of a browser. All checks of pages in a
 * virtual machine share one, which ends with it. A server that runs already is taken instead with
 * {@code -Dpages.server=http://localhost:8080}, {@code pages.user} and {@code pages.password}.
 */
final class Laboratory {

    static final String USER = System.getProperty("pages.user", "demo");
    static final String PASSWORD = System.getProperty("pages.password", "a password for checks");

    private static Laboratory started;

    private final String address;
    private final Browser browser;
    private final BrowserContext visitor;
    private final Page page;

    private Laboratory() {
        String given = System.getProperty("pages.server", "");
        address = (given.isEmpty() ? server().address().toString() : given).replaceFirst("/$", "");
        browser = new Browser(address);
        visitor = browser.visitor();
        page = Browser.logIn(visitor, USER, PASSWORD);
        Fixture.post(address, USER, PASSWORD);
    }

    /** The laboratory of this virtual machine, started by the test that asks first. */
    static synchronized Laboratory get() {
        if (started == null) {
            started = new Laboratory();
        }
        return started;
    }

    private static RunningServer server() {
        RunningServer server =
                RunningServer.in(directory()).withExample(PASSWORD).start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
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
}

package org.egcg.reporting.web.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium, talking to one server. */
final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final String server;

    /** @param server the address of the server, without a slash at the end */
    Browser(String server) {
        this.server = server;
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(ARGUMENTS));
    }

    /** A visitor who is not logged in. */
    BrowserContext visitor() {
        return visitor(1440, 900, ColorScheme.LIGHT);
    }

    BrowserContext visitor(int width, int height, ColorScheme colours) {
        return browser.newContext(options(width, height, colours));
    }

    /** A visitor who points with a finger. */
    BrowserContext onAPhone(int width, int height, ColorScheme colours) {
        return browser.newContext(
                options(width, height, colours).setHasTouch(true).setIsMobile(true));
    }

    private com.microsoft.playwright.Browser.NewContextOptions options(int width, int height, ColorScheme colours) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(server)
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setAcceptDownloads(true);
    }

    /** Logs a visitor in, by the form, on his way to a page that is made soon. */
    static Page logIn(BrowserContext visitor, String user, String password) {
        Page page = visitor.newPage();
        page.navigate("/login?redirect=%2Fhelp");
        page.getByLabel("Username").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

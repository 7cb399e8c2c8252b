package org.egcg.reporting.web.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.egcg.reporting.embedded.store.StoppableStore;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes pictures of all pages with the example data, light and dark, on wide and on narrow screens, into
 * {@code docs/screenshots}. A command of its own, see CONTRIBUTING.md; {@code -Dpages.server} names a server that runs
 * already, {@code -Dpages.only=run,sample} the pages to take, {@code -Dpages.widths=1440,390} the widths, and
 * {@code -Dpages.state=empty} or {@code away} takes them where nothing has been reported, or where neither store nor LIMS answers.
 */
class Screenshots {

    private static final int TALLEST = 1600;
    private static final int LOWEST = 900;
    private static final int WIDEST_PHONE = 480;
    private static final List<Integer> WIDTHS = Stream.of(
                    System.getProperty("pages.widths", "1440,800").split(","))
            .map(Integer::valueOf)
            .toList();

    private final Path pictures = Path.of(System.getProperty(
            "pages.pictures",
            RunningServer.projectRoot().resolve("docs/screenshots").toString()));

    @TempDir
    private Path directory;

    @Test
    void ofAllPages() throws IOException {
        Files.createDirectories(pictures);
        String given = System.getProperty("pages.server", "");
        if (!given.isEmpty()) {
            take(given.replaceFirst("/$", ""));
            return;
        }
        switch (System.getProperty("pages.state", "example")) {
            case "empty" -> takeAndClose(BareServer.empty(directory));
            case "away" -> {
                try (StoppableStore store = new StoppableStore(directory.resolve("documents"))) {
                    RunningServer server = BareServer.withoutLims(directory, store);
                    store.stop();
                    takeAndClose(server);
                }
            }
            default -> {
                RunningServer server = RunningServer.in(directory)
                        .with("EGCG_DEMO_PASSWORD", Laboratory.PASSWORD)
                        .start();
                awaitTheTwoYears();
                takeAndClose(server);
            }
        }
    }

    /** Which are written while the service answers. */
    private void awaitTheTwoYears() {
        while (Files.exists(directory.resolve("data/example-unfinished"))) {
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
        }
    }

    private void takeAndClose(RunningServer started) {
        try (RunningServer server = started) {
            take(server.address().toString().replaceFirst("/$", ""));
        }
    }

    private void take(String address) {
        try (Browser browser = new Browser(address)) {
            for (int width : WIDTHS) {
                for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    BrowserContext stranger = visitor(browser, width, colours);
                    take(stranger.newPage(), Map.of("login", "/login?redirect=%2Fruns%2Frecent"), width, colours);
                    stranger.close();
                    BrowserContext visitor = visitor(browser, width, colours);
                    Page page = Browser.logIn(visitor, Laboratory.USER, Laboratory.PASSWORD);
                    take(page, AllPages.oneOfEachKind(), width, colours);
                    visitor.close();
                }
            }
        }
    }

    private static BrowserContext visitor(Browser browser, int width, ColorScheme colours) {
        return width > WIDEST_PHONE
                ? browser.visitor(width, LOWEST, colours)
                : browser.onAPhone(width, LOWEST, colours);
    }

    private void take(Page page, Map<String, String> pages, int width, ColorScheme colours) {
        List<String> only = List.of(System.getProperty("pages.only", "").split(","));
        Map<String, String> wanted = new TreeMap<>(pages);
        wanted.keySet().removeIf(name -> !only.contains("") && !only.contains(name));
        wanted.forEach((name, address) -> {
            page.navigate(address);
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
            page.setViewportSize(width, Math.min(TALLEST, Math.max(LOWEST, height)));
            String file = "%s-%d-%s.png".formatted(name, width, colours.name().toLowerCase(Locale.ROOT));
            new FewColours(page.screenshot()).write(pictures.resolve(file));
            page.setViewportSize(width, LOWEST);
        });
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What opens on a page, and what is selected or unfolded on it, is inside of every window and has no fault that axe finds. */
class OpenedIT extends PageChecks {

    private static final String LIST = "/samples/all?n=10";

    /** What is done to a page, by what is seen then. */
    private record Opened(String what, String path, Runnable open) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Stream<Opened> all() {
        return Stream.of(
                new Opened("menu of the bar", "/", () -> page.locator("nav.menu summary")
                        .nth(1)
                        .click()),
                new Opened("menu of the user", "/", () -> page.locator(".topbar > details summary")
                        .click()),
                new Opened("what the search finds", "/", OpenedIT::search),
                new Opened("keys", LIST, () -> page.keyboard().press("?")),
                new Opened("views", LIST, () -> summary("View")),
                new Opened("columns", LIST, () -> summary("Columns")),
                new Opened("exports", LIST, () -> summary("Export")),
                new Opened("new filter", LIST, () -> press(page, "+ Filter")),
                new Opened("pasted ids", LIST, () -> press(page, "Paste ids")),
                new Opened("words of a heading", LIST, () -> heading("verdict")),
                new Opened("numbers of a heading", LIST, () -> heading("mean_coverage")),
                new Opened("distributions", LIST, () -> press(page, "Distributions in the headings")),
                new Opened("selection", LIST, OpenedIT::select),
                new Opened("review", LIST, OpenedIT::review),
                new Opened("value outside its limit", LIST, () -> page.locator("td.low, td.high")
                        .first()
                        .hover()),
                new Opened("run", AllPages.RUN, OpenedIT::unfold),
                new Opened("sample", AllPages.SAMPLE, OpenedIT::unfold),
                new Opened("project", "/projects/EG0117", OpenedIT::unfold));
    }

    private static void search() {
        page.keyboard().press("/");
        page.keyboard().type("EG01");
        page.waitForSelector("#found li[data-href]");
    }

    private static void summary(String text) {
        page.locator("details.drop > summary", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
    }

    private static void heading(String column) {
        page.locator("th[data-col=" + column + "] a").focus();
        page.keyboard().press("Alt+ArrowDown");
        page.waitForSelector("dialog[open]");
    }

    private static void select() {
        page.locator("input[data-pick=row]").first().check();
        page.waitForSelector(".selbar");
    }

    private static void review() {
        select();
        press(page, "Start sample review");
        page.waitForSelector("dialog[open] tbody");
    }

    private static void unfold() {
        Locator folded = page.locator("main .fold[aria-expanded=false]");
        for (int left = folded.count(); left > 0; left = folded.count()) {
            int before = left;
            folded.first().click();
            page.waitForCondition(() -> folded.count() < before);
        }
        page.evaluate("document.querySelectorAll('main details:not(.drop)').forEach(one => one.open = true)");
        // what lies halfway under the bar would count as too small
        page.evaluate("scrollTo(0, 0)");
    }

    @AfterEach
    void close() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
        page.keyboard().press("Escape");
        page.evaluate("sessionStorage.clear()");
    }

    @ParameterizedTest
    @MethodSource("all")
    void fitsEveryWindowAndHasNoFault(Opened opened) throws IOException {
        page.navigate(opened.path());
        opened.open().run();
        AccessibilityIT.checkAsItIs(page, opened.what());
        for (int width : NarrowIT.WIDTHS) {
            page.setViewportSize(width, 900);
            assertThat((String) page.evaluate(NarrowIT.TOO_WIDE))
                    .as("at %d", width)
                    .isEmpty();
        }
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A screen on the wall shows the facility without a login, under an address that administrators make and revoke. */
class BoardIT extends PageChecks {

    private static String made(String name) {
        page.navigate("/boards");
        page.getByLabel("Name of the screen").fill(name);
        press(page, "Make an address");
        page.waitForSelector("#made");
        return page.locator("#made").innerText();
    }

    private static void revoke(String name) {
        page.navigate("/boards");
        press(page, "Revoke " + name);
        press(page, "Revoke it");
        page.getByText("The address of " + name + " is revoked.").waitFor();
    }

    @Test
    void aStrangerWithTheAddressSeesTheBoardAndNothingElseUntilItIsRevoked() {
        String path = made("Ground floor");
        try (BrowserContext wall = browser.visitor()) {
            Page screen = wall.newPage();
            assertThat(screen.navigate(path).status()).isEqualTo(200);
            assertThat(screen.locator("h2").allInnerTexts()).contains("Needs attention", "Runs", "Pipelines");
            assertThat(screen.locator("a, form, button, input").count()).isZero();
            assertThat(wall.cookies()).isEmpty();
            leadsNowhereElse(wall.request(), path);
            revoke("Ground floor");
            assertThat(screen.navigate(path).status()).isEqualTo(404);
            assertThat(screen.content()).doesNotContain("Needs attention");
        }
    }

    @Test
    void instrumentsAreOnItTheWorstFirstWithTheirWorstChart() {
        String path = made("Charts");
        page.navigate("/instruments");
        List<String> ids = page.locator("section.instrument h2").allInnerTexts();
        List<String> states =
                page.locator("section.instrument > header > .verdict").allInnerTexts();
        page.navigate(path);
        assertThat(page.locator(".gauges .id").allInnerTexts())
                .isNotEmpty()
                .isEqualTo(ids.subList(0, Math.min(4, ids.size())));
        assertThat(page.locator(".gauges .verdict").allInnerTexts())
                .isEqualTo(states.subList(0, Math.min(4, states.size())));
        for (Locator line : page.locator(".gauges .course").all()) {
            assertThat(line.getAttribute("points")).contains(",");
        }
        revoke("Charts");
    }

    private static void leadsNowhereElse(APIRequestContext wall, String path) {
        String secret = path.substring("/board/".length());
        RequestOptions token = RequestOptions.create().setHeader("Authorization", "Token " + secret);
        assertThat(wall.get("/api/0.1/samples", token).status()).isEqualTo(401);
        assertThat(wall.get("/ui/changes?once=1", token).status()).isEqualTo(401);
        assertThat(wall.get("/samples/all").url()).contains("/login");
        for (String other : List.of(path + "/samples", path + "x", "/board/" + "A".repeat(43), "/board/", "/board")) {
            assertThat(wall.get(other).status()).as(other).isEqualTo(404);
        }
        assertThat(wall.get(path + "?export=csv&part=samples").headers().get("content-type"))
                .startsWith("text/html");
    }

    @Test
    void textIsLargeEnoughForFiveMetresAndFitsOnOneScreen() {
        String path = made("Large");
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext wall = browser.visitor(1920, 1080, colours)) {
                Page screen = wall.newPage();
                screen.navigate(path);
                screen.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "board-" + colours + ".png")));
                // 1.5 hundredths of the width of a screen of 1.2 metres are 18 millimetres
                assertThat(screen.evaluate("""
                        () => [...document.querySelectorAll('main *')].filter(one => !one.closest('.sr') && !one.closest('[hidden]')
                          && [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
                          .filter(one => parseFloat(getComputedStyle(one).fontSize) < innerWidth * .015).map(one => one.className + one.textContent)""")).isEqualTo(List.of());
                assertThat(screen.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
                assertThat(screen.evaluate("() => document.documentElement.scrollHeight <= innerHeight + 1"))
                        .isEqualTo(true);
            }
        }
        revoke("Large");
    }
}

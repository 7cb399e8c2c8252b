package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages that lie open show what was written meanwhile, and the next page of who wrote shows it at once. */
class LiveIT extends PageChecks {

    private static final Page.WaitForFunctionOptions FIVE_SECONDS =
            new Page.WaitForFunctionOptions().setTimeout(5000).setPollingInterval(50);
    private static final String LIST = "/samples/all?q=LIVE";

    private static void post(String sample) {
        Fixture.send(address, "samples", "{\"sample_id\": \"" + sample + "\", \"project_id\": \"LIVE\"}");
    }

    private static boolean shows(Page on, String sample) {
        return on.locator("tr[data-key=" + sample + "]").count() == 1;
    }

    private static void opened(Page on) {
        on.navigate(address + LIST);
        // the page listens when it has been drawn
        on.waitForTimeout(2500);
    }

    @Test
    void whatWasPostedIsOnTheNextPageOfTheSameUser() {
        page.navigate(LIST);
        for (int number = 1; number <= 5; number++) {
            post("LIVEA" + number);
            page.navigate(LIST);
            assertThat(shows(page, "LIVEA" + number)).isTrue();
        }
    }

    @Test
    void newRowsAreOfferedInEveryOpenPageWithinFiveSecondsAndNothingMovesBefore() {
        post("LIVEB1");
        try (BrowserContext other = browser.visitor();
                Page second = Browser.logIn(other, USER, PASSWORD);
                Page third = visitor.newPage()) {
            Stream.of(page, second, third).forEach(LiveIT::opened);
            post("LIVEB2");
            post("LIVEB3");
            for (Page open : new Page[] {page, second, third}) {
                open.waitForFunction(
                        "() => /2 new/.test(document.querySelector('.news')?.textContent)", null, FIVE_SECONDS);
                assertThat(shows(open, "LIVEB2")).isFalse();
                open.locator(".news button").click();
                open.waitForSelector("tr[data-key=LIVEB3]");
                assertThat(open.locator(".news").count()).isZero();
            }
        }
    }

    @Test
    void valuesChangeInTheirPlaces() {
        post("LIVEC1");
        opened(page);
        page.evaluate("window.stays = true");
        Fixture.send(address, "analysis_driver_procs", """
                {"proc_id": "p_LIVEC1", "dataset_type": "sample", "dataset_name": "LIVEC1", "status": "processing"}""");
        page.waitForFunction(
                "() => /processing/i.test(document.querySelector('tr[data-key=LIVEC1]').textContent)",
                null,
                FIVE_SECONDS);
        assertThat(page.evaluate("window.stays")).isEqualTo(true);
        assertThat(page.locator(".news").count()).isZero();
    }

    /** Two main pages of one browser, of which one listens for both; they are told, and ask for nothing but themselves. */
    @Test
    void mainPagesRefreshThemselves() {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (Page second = visitor.newPage()) {
            for (Page open : List.of(page, second)) {
                open.onRequest(request -> asked.add(request.url()));
                open.navigate(address + "/");
                open.waitForTimeout(2500);
            }
            post("LIVED1");
            Fixture.send(address, "analysis_driver_procs", """
                    {"proc_id": "p_LIVED1", "dataset_type": "sample", "dataset_name": "LIVED1", "status": "processing", "start_date": "01_01_2015_10:00:00"}""");
            for (Page open : List.of(page, second)) {
                open.waitForFunction(
                        "() => /LIVED1/.test(document.querySelector('#running').textContent)", null, FIVE_SECONDS);
            }
        }
        assertThat(asked).noneMatch(url -> url.contains("once=1"));
    }

    @Test
    void aScreenReaderIsToldOfNewRowsOnceHoweverManyCome() {
        post("LIVEH1");
        page.navigate("/samples/all?q=LIVEH");
        page.evaluate("""
                () => {
                  window.heard = [];
                  const live = document.querySelector('#announce');
                  const note = () => { if (live.textContent) window.heard.push(live.textContent); };
                  new MutationObserver(note).observe(live, { childList: true, characterData: true, subtree: true });
                }""");
        page.waitForTimeout(2500);
        for (int more = 1; more <= 3; more++) {
            post("LIVEH1" + more);
            page.waitForFunction(
                    "words => document.querySelector('.news')?.textContent.startsWith(words)",
                    more + " new",
                    new Page.WaitForFunctionOptions().setTimeout(15_000));
        }
        assertThat(page.evaluate("window.heard")).isEqualTo(List.of("1 new"));
    }

    /** For a minute and a half it said that no sample matches. */
    @Test
    void aListThatHasFoundNothingOffersWhatIsPostedAfterwards() {
        page.navigate("/samples/all?q=LIVEE1");
        assertThat(page.locator("main").innerText()).containsPattern("No sample .*matches");
        page.waitForTimeout(2500);
        post("LIVEE1");
        page.waitForFunction("() => document.querySelector('.news button')", null, FIVE_SECONDS);
        page.locator(".news button").click();
        page.waitForSelector("tr[data-key=LIVEE1]");
        assertThat(page.locator("main").innerText()).doesNotContainPattern("No sample .*matches");
    }

    /** It was seen as of six minutes ago. Nothing tells this page of changes, and its clock goes faster. */
    @Test
    void aMainPageThatIsToldNothingRefreshesItselfAllTheSame() {
        try (BrowserContext other = browser.visitor();
                Page alone = Browser.logIn(other, USER, PASSWORD)) {
            alone.route("**/ui/changes*", Route::abort);
            alone.clock().install();
            alone.navigate("/");
            Fixture.send(address, "analysis_driver_procs", """
                    {"proc_id": "p_LIVEG1", "dataset_type": "sample", "dataset_name": "LIVEG1", "status": "processing", "start_date": "01_01_2015_10:00:00"}""");
            alone.waitForTimeout(2500);
            assertThat(alone.locator("#running").innerText()).doesNotContain("LIVEG1");
            alone.clock().fastForward("06:00");
            alone.waitForFunction(
                    "() => /LIVEG1/.test(document.querySelector('#running').textContent)", null, FIVE_SECONDS);
        }
    }

    @Test
    void whoIsNotLoggedInLearnsNothing() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/ui/changes"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
    }
}

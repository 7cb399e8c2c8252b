package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Charts of 50,000 lanes, on a server of its own; they are put into its store before it starts. A chart counts as drawn
 * when the library says so, from the moment at which the browser asks for the page. Before the first measurement the
 * page has been opened once without a choice, as everybody does who comes by the menu.
 */
class ManyLanesIT {

    /** Lanes are read anew at the earliest after three times as long as a reading took. */
    private static final int KNOWN_AFTER = 180_000;

    private static final int RUNS = 6_250;
    private static final int LANES = 8;
    private static final String PAGE = "/charts/seq/last_12_months";
    private static final String CHOSEN = PAGE + "?metric=pc_error_r1&colour=sequencer&plot=";
    private static final int LIMIT = 3_000;
    private static final int LONGEST_PAUSE = 1_000;

    /** Notes how long the page could not answer anybody. */
    private static final String PULSE = """
            window.longestPause = 0;
            let last = performance.now();
            setInterval(() => { const now = performance.now();
              window.longestPause = Math.max(window.longestPause, now - last - 20); last = now; }, 20);""";

    @TempDir
    private static Path directory;

    private static RunningServer server;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() throws DuplicateKeyException {
        server = RunningServer.in(directory)
                .withDocuments(ManyLanesIT::fill)
                .withAdministrator(Laboratory.USER, Laboratory.PASSWORD)
                .start();
        browser = new Browser(server.address().toString().replaceFirst("/$", ""));
        page = Browser.logIn(browser.visitor(), Laboratory.USER, Laboratory.PASSWORD);
        page.addInitScript(PULSE);
        page.navigate(PAGE);
        page.waitForLoadState();
    }

    private static void fill(MongoStore store) throws DuplicateKeyException {
        Random random = new Random(20180601);
        for (int run = 0; run < RUNS; run += 250) {
            List<BsonDocument> lanes = new ArrayList<>();
            for (int each = run; each < run + 250; each++) {
                lanes(each, random, lanes);
            }
            store.insert("lanes", lanes);
        }
    }

    private static void lanes(int number, Random random, List<BsonDocument> lanes) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(number % 360);
        String run = "%s_E%05d_%04d_ABIG%05dXX"
                .formatted(day.format(DateTimeFormatter.ofPattern("yyMMdd")), 900 + number % 10, number, number);
        BsonDateTime created =
                new BsonDateTime(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        for (int lane = 1; lane <= LANES; lane++) {
            lanes.add(new BsonDocument("_id", new BsonObjectId())
                    .append("_created", created)
                    .append("_updated", created)
                    .append("_etag", new BsonString("e"))
                    .append("lane_id", new BsonString(run + "_" + lane))
                    .append("run_id", new BsonString(run))
                    .append("lane_number", new BsonInt64(lane))
                    .append(
                            "interop_metrics",
                            new BsonDocument("pc_error_r1", new BsonDouble(2 + random.nextGaussian() / 3))));
        }
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
    }

    /** The quickest of six first draws: other programs may want the processor, too. */
    private static void isDrawnInTime(String plot) {
        double drawn = Double.MAX_VALUE;
        double pause = Double.MAX_VALUE;
        for (int i = 0; i < 6 && (drawn >= LIMIT || pause >= LONGEST_PAUSE); i++) {
            page.navigate(CHOSEN + plot);
            page.waitForSelector("section.chart[data-drawn-in]");
            drawn = Math.min(
                    drawn, Double.parseDouble(page.locator("section.chart").getAttribute("data-drawn-at")));
            pause = Math.min(pause, ((Number) page.evaluate("window.longestPause")).doubleValue());
        }
        assertThat(drawn).as("drawn after, in ms").isLessThan(LIMIT);
        assertThat(pause).as("the longest time without an answer, in ms").isLessThan(LONGEST_PAUSE);
    }

    @Test
    void aMetricThatNoLaneOfThePeriodHasDrawsNothingAndSaysSo() {
        page.navigate(PAGE + "?metric=phasing_r1&colour=nothing&plot=points");
        page.waitForSelector("section.chart[data-state=empty]");
        assertThat(page.locator(".chart-state").innerText()).startsWith("There is nothing to draw");
        assertThat(page.locator("section.chart canvas").count()).isZero();
        assertThat(page.locator(".chart-note").allInnerTexts())
                .anyMatch(note -> note.endsWith("lanes without a value"));
    }

    @Test
    void aSingleLaneIsDrawnInEveryPlot() {
        Fixture.send(server.address().toString().replaceFirst("/$", ""), "lanes", """
                {"lane_id": "our single run_1", "run_id": "our single run", "lane_number": 1,
                 "interop_metrics": {"phasing_r2": 3}}""");
        for (String plot : List.of("points", "points_smooth", "box", "mean", "mean_smooth")) {
            String single = PAGE + "?metric=phasing_r2&colour=lane_number&plot=" + plot;
            page.navigate(single);
            page.waitForCondition(
                    () -> isDrawnOrAskedAgain(single), new Page.WaitForConditionOptions().setTimeout(KNOWN_AFTER));
            assertThat(page.locator(".chart-facts").innerText()).as(plot).contains("1 lane of 1 run");
            assertThat(page.locator(".chart-key").first().innerText()).isEqualTo("1 (1 lane)");
        }
    }

    /** Rows that take long to read are those of last time at first. */
    private static boolean isDrawnOrAskedAgain(String address) {
        page.waitForSelector("section.chart:not([data-state=loading])");
        if (page.locator("section.chart[data-state=drawn]").count() == 1) {
            page.waitForSelector("section.chart[data-drawn-in]");
            return true;
        }
        page.waitForTimeout(500);
        page.navigate(address);
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"points", "points_smooth", "box", "mean", "mean_smooth"})
    void fiftyThousandLanesAreDrawnWithinThreeSecondsAndThePageGoesOnAnswering(String plot) {
        isDrawnInTime(plot);
        assertThat(page.locator(".chart-facts").innerText()).contains("50,000 lanes of 6,250 runs");
        assertThat(page.locator(".chart-key[aria-pressed]").count()).isEqualTo(plot.endsWith("_smooth") ? 20 : 10);
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An instrument of which the last runs are worse is seen on the main page, in the list and on its own page. */
class InstrumentsIT extends PageChecks {

    private static final String INSTRUMENT = "E09911";
    private static final int BEFORE = 35;
    private static final int RUNS = 40;

    private static LocalDate today;

    private static String run(int number) {
        String day = DateTimeFormatter.ofPattern("yyMMdd").format(today.minusDays(RUNS - number));
        return String.format(Locale.ROOT, "%s_%s_%04d_AHINSTRCXX", day, INSTRUMENT, number);
    }

    @BeforeAll
    static void post() {
        today = LocalDate.now(ZoneOffset.UTC);
        List<String> lanes = new ArrayList<>();
        for (int number = 0; number < RUNS; number++) {
            double value = (number < BEFORE ? 0.4 : 0.9) + (number * 7 % 5 - 2) * 0.02;
            lanes.add(String.format(Locale.ROOT, """
                    {"lane_id": "%1$s_1", "run_id": "%1$s", "lane_number": 1, "interop_metrics": {"pc_error_r1": %2$.3f}}""", run(number), value));
        }
        Fixture.send(address, "lanes", lanes.toString());
        page.navigate("/instruments");
        page.waitForCondition(() -> {
            page.reload();
            return card().count() == 1;
        });
    }

    private static Locator card() {
        return page.locator("section.instrument[aria-label=" + INSTRUMENT + "]");
    }

    private static void openChart() {
        page.navigate("/instruments/" + INSTRUMENT + "?metric=pc_error_r1");
        page.waitForSelector("section.chart[data-drawn-in]");
    }

    @Test
    void theInstrumentIsInTheListWithItsStateAndLeadsToItsChart() {
        page.navigate("/instruments");
        assertThat(card().innerText()).contains("out of control", "HiSeq X", "Error rate R1", "1-3s");
        page.navigate("/");
        assertThat(page.locator("#control").innerText()).contains("out of control", INSTRUMENT);
        page.locator("#control a", new Page.LocatorOptions().setHasText(INSTRUMENT))
                .click();
        assertThat(page.url()).endsWith("/instruments/" + INSTRUMENT);
        assertThat(page.locator(".why").innerText())
                .contains("Westgard 1-3s: One run lies more than 3 s from the centre", run(RUNS - 1));
    }

    @Test
    void theChartIsReadWithKeysLeadsToRunsAndIsExported() throws IOException {
        openChart();
        page.locator(".chart-canvas").focus();
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(".chart-said").innerText()).contains(INSTRUMENT, "s from the centre");
        Download table = page.waitForDownload(() -> {
            page.locator("section.chart summary").click();
            page.locator("section.chart a", new Page.LocatorOptions().setHasText("Runs of"))
                    .click();
        });
        assertThat(Files.readAllLines(table.path())).hasSize(RUNS + 1).anySatisfy(line -> assertThat(line)
                .contains(run(BEFORE), "Westgard 1-3s"));
        openChart();
        page.locator(".chart-canvas").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.waitForURL("**/run/" + run(0));
    }

    @Test
    void anEventWithANewBaselineIsNotedAndTakenBack() {
        openChart();
        page.locator("input[name=date]").fill(today.minusDays(RUNS - BEFORE).toString());
        page.locator("select[name=kind]").selectOption("reagent_lot");
        page.locator("input[name=text]").fill("lot 20482 <b>");
        page.locator("input[name=new_baseline]").check();
        page.locator(".eventform button").click();
        page.waitForSelector("#events .notetext");
        assertThat(page.locator("#events").innerText()).contains("Reagent lot", "new baseline", "lot 20482 <b>");
        assertThat(page.locator(".why").innerText()).contains("no limits yet");
        String told = visitor.request()
                .get(
                        "/api/0.1/control_charts?instrument=" + INSTRUMENT,
                        RequestOptions.create().setHeader("Authorization", "Basic " + Fixture.basic(USER, PASSWORD)))
                .text();
        assertThat(told).contains("\"instrument\": \"" + INSTRUMENT + "\"", "\"state\": \"no_limits\"");
        page.locator("#events form button", new Page.LocatorOptions().setHasText("Take back"))
                .click();
        page.waitForSelector("#events .empty");
        assertThat(page.locator(".why").innerText()).contains("out of control");
    }

    @Test
    void anInstrumentThatIsNotKnownIsSaidToBeSo() {
        page.navigate("/instruments/none");
        assertThat(page.locator("main").innerText()).contains("No run of an instrument none is known.");
    }
}

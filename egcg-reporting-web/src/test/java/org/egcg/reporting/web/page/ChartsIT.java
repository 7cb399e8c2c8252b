package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egcg.reporting.web.page.ChartLanes.ACTIVITY;
import static org.egcg.reporting.web.page.ChartLanes.SEQ;
import static org.egcg.reporting.web.page.ChartLanes.eight;
import static org.egcg.reporting.web.page.ChartLanes.first;
import static org.egcg.reporting.web.page.ChartLanes.fourth;
import static org.egcg.reporting.web.page.ChartLanes.old;
import static org.egcg.reporting.web.page.ChartLanes.second;
import static org.egcg.reporting.web.page.ChartLanes.third;
import static org.egcg.reporting.web.page.ChartLanes.today;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.egcg.reporting.run.RunIds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the charts show of known lanes, samples and processes, and where clicks on them lead. */
class ChartsIT extends PageChecks {

    @BeforeAll
    static void post() {
        ChartLanes.post(address);
    }

    private static void open(String path) {
        page.navigate(path);
        page.waitForSelector("section.chart[data-drawn-in]");
    }

    private static Object figure(String expression) {
        return page.evaluate("() => { const f = document.querySelector('section.chart').egcgChart.figure; return "
                + expression + " }");
    }

    /** Clicks the middle of what a series shows at a place of its data. */
    private static void click(int series, String at) {
        Map<?, ?> place = (Map<?, ?>) page.evaluate("""
                ([series, at]) => { const chart = document.querySelector('section.chart').egcgChart.chart;
                  const [x, y] = chart.convertToPixel({seriesIndex: series}, at);
                  const box = chart.getDom().getBoundingClientRect(); return {x: box.left + x, y: box.top + y}; }""", List.of(series, numbers(at)));
        page.mouse().move(number(place.get("x")) + 1, number(place.get("y")));
        page.mouse().move(number(place.get("x")), number(place.get("y")));
        page.mouse().down();
        page.mouse().up();
    }

    private static List<Double> numbers(String at) {
        return java.util.Arrays.stream(at.split(",")).map(Double::valueOf).toList();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @Test
    void nothingIsDrawnBeforeThereAreThreeChoices() {
        page.navigate("/charts/seq/last_month?metric=pc_q30&colour=sequencer");
        assertThat(page.locator("section.chart h2").innerText()).isEqualTo("Sequencing metrics:");
        assertThat(page.locator("section.chart canvas").count()).isZero();
        assertThat(page.locator(".chart-state").innerText()).contains("Choose a metric");
    }

    @Test
    void aChoiceIsInTheAddressAndInTheTitle() {
        page.navigate("/charts/seq/last_12_months");
        page.getByLabel("Display").selectOption("pc_q30");
        page.waitForURL(Pattern.compile(".*metric=pc_q30.*"));
        page.locator("select[name=colour]").selectOption("lane_number");
        page.waitForURL(Pattern.compile(".*colour=lane_number.*"));
        page.locator(".choices .seg a").getByText("Boxes").click();
        page.waitForURL(Pattern.compile(".*plot=box.*"));
        page.waitForSelector("section.chart[data-drawn-in]");
        assertThat(page.locator("section.chart h2").innerText()).isEqualTo("Box plot of %Q30 per Lane");
        assertThat(page.title()).startsWith("Sequencing metrics charts - ");
        assertThat((Number) figure("f.limits[0].value")).isEqualTo(75);
    }

    @Test
    void aBoxPlotHasABoxForEachDayAndTheOutlierApart() {
        open(SEQ + "box");
        assertThat((List<?>) figure("f.series.filter(s => s.name.startsWith('E099')).map(s => s.name)"))
                .isEqualTo(List.of("E09901_A", "E09902_B", "E09903_A"));
        assertThat(figure("JSON.stringify(f.series.find(s => s.name === 'E09901_A').box)"))
                .isEqualTo("[[1,2,2,3,3]]");
        assertThat(figure("f.series.find(s => s.name === 'E09901_A').outliers[0][1]"))
                .isEqualTo(42);
        assertThat(figure("f.series.find(s => s.name === 'E09902_B').lanes")).isEqualTo(1);
        assertThat(page.locator(".chart-key").allInnerTexts()).contains("E09901_A (5 lanes)", "E09902_B (1 lane)");
    }

    @Test
    void aRunWhoseNameSaysNoDateIsDrawnOnTheDayOnWhichItWasPostedAndLanesOfAFailedRunAreNot() {
        open(SEQ.replace("last_month", "last_12_months") + "points");
        assertThat(figure("f.runs.includes('" + first + "')")).isEqualTo(true);
        assertThat(figure("f.runs.includes('261006_E00397_0149_BHJ4PCCX2')")).isEqualTo(false);
        assertThat(figure("f.series.find(s => s.name === '(none)').x.at(-1)")).isEqualTo((int) today.toEpochDay());
    }

    @Test
    void aRunWhoseNameBeginsWithADateOfEightDigitsIsDrawnOnThatDayByItsInstrument() {
        open(SEQ + "points");
        assertThat(figure("f.runs.includes('" + eight + "')")).isEqualTo(true);
        assertThat(figure("f.series.find(s => s.name === 'LH00909_B').x"))
                .isEqualTo(List.of((int) today.minusDays(11).toEpochDay()));
    }

    @Test
    void aPeriodIsThatOfTheRunsWheneverTheyWerePosted() {
        open(SEQ + "points");
        assertThat(figure("f.runs.includes('" + old + "')")).isEqualTo(false);
        open(SEQ.replace("last_month", "last_12_months") + "points");
        assertThat(figure("f.runs.includes('" + old + "')")).isEqualTo(true);
    }

    @Test
    void aNumberThatCannotBeIsCountedAndNotDrawn() {
        open(SEQ + "points");
        assertThat(page.locator(".chart-note").allInnerTexts()).contains("1 lane left out: impossible numbers");
        assertThat(number(figure("Math.max(...f.series.flatMap(s => s.y))"))).isLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"points", "points_smooth", "box", "mean", "mean_smooth"})
    void everyPlotIsDrawnAndASmoothLineIsOneForEachSeries(String plot) {
        open(SEQ + plot);
        Object smooth = figure("f.series.filter(s => s.kind === 'smooth').length");
        Object others = figure("f.series.filter(s => s.kind !== 'smooth').length");
        assertThat(smooth).isEqualTo(plot.endsWith("_smooth") ? others : (Object) 0);
        // how long it takes is measured by ManyLanesIT: here it depends on what else the machine does
        assertThat(Double.parseDouble(page.locator("section.chart").getAttribute("data-drawn-in")))
                .isPositive();
    }

    @Test
    void aClickOnAPointOpensItsRun() {
        open(SEQ + "points");
        int series = (int) number(figure("f.series.findIndex(s => s.name === 'E09902_B')"));
        click(
                series,
                figure("[egcgCharts.midnight(f.series[" + series + "].x[0]), 7]")
                        .toString()
                        .replaceAll("[\\[\\] ]", ""));
        page.waitForURL(Pattern.compile(".*/run/" + second));
    }

    /** Clicks into the chart of boxes; they stand beside each other around the place of their day. */
    private static void clickBox(String group, String run, boolean outlier, double value) {
        Map<?, ?> place = (Map<?, ?>) page.evaluate(
                """
                ([group, day, value]) => { const {chart, figure} = document.querySelector('section.chart').egcgChart;
                  const days = [...new Set(figure.series.flatMap(series => series.x))].sort((a, b) => a - b);
                  const index = figure.series.findIndex(series => series.name === group), of = figure.series.length;
                  const at = days.indexOf(day), pixel = x => chart.convertToPixel({seriesIndex: 2 * index}, [x, value]);
                  const width = Math.max(1, Math.min(34, (pixel(1)[0] - pixel(0)[0]) * 0.8 / of));
                  const box = chart.getDom().getBoundingClientRect(), [x, y] = pixel(at);
                  return {x: box.left + x + (index - (of - 1) / 2) * width, y: box.top + y}; }""",
                List.of(group, RunIds.ofMakers().read(run).date().orElseThrow().toEpochDay() * 1.0, value));
        double beside = outlier ? 0 : 2;
        page.mouse().move(number(place.get("x")) + beside + 1, number(place.get("y")));
        page.mouse().move(number(place.get("x")) + beside, number(place.get("y")));
        page.mouse().down();
        page.mouse().up();
    }

    @Test
    void aClickOnABoxOfOneRunOpensItAndOneOnAnOutlierItsRun() {
        open(SEQ + "box");
        clickBox("E09901_A", first, false, 2.6);
        page.waitForURL(Pattern.compile(".*/run/" + first));
        open(SEQ + "box");
        clickBox("E09901_A", first, true, 42);
        page.waitForURL(Pattern.compile(".*/run/" + first));
    }

    @Test
    void aClickOnABoxOfSeveralRunsOpensTheirLanes() {
        open(SEQ + "box");
        clickBox("E09903_A", third, false, 5.4);
        page.waitForURL(Pattern.compile(".*lanes\\.f\\.date=" + today.minusDays(4) + ".*"));
        page.waitForSelector("#t-lanes tbody tr");
        assertThat(page.locator("#t-lanes tbody tr[data-key]").all().stream().map(row -> row.getAttribute("data-key")))
                .containsExactlyInAnyOrder(third + "_1", fourth + "_1");
    }

    @Test
    void aClickOnADayOfActivityOpensWhatRanThen() {
        open(ACTIVITY);
        click(1, figure("[egcgCharts.midnight(f.first + 1), 2]").toString().replaceAll("[\\[\\] ]", ""));
        page.waitForURL(Pattern.compile(".*day=2016-01-02.*"));
        page.waitForSelector("#t-work tbody tr");
        assertThat(page.locator("#t-work tbody tr[data-key]").count()).isEqualTo(2);
    }

    @Test
    void aMetricOfTheInstrumentSaysWhatItIs() {
        open(SEQ + "points");
        assertThat(page.locator("main").innerHTML())
                .contains("Per cent of the bases aligned to the PhiX control that differ from it.");
    }

    @Test
    void whatIsDrawnIsATableAndAFile() throws IOException {
        open(SEQ + "box");
        page.locator("#t-values .fold").click();
        page.waitForSelector("#t-values tbody tr");
        assertThat(page.locator("#t-values tbody").innerText())
                .contains("E09901_A")
                .contains(today.minusDays(8).toString());
        page.locator("section.chart summary").click();
        Download file = page.waitForDownload(() -> page.locator("section.chart a")
                .getByText("Lanes of the chart (CSV)")
                .click());
        assertThat(Files.readString(file.path())).contains("Lane id,Run,Date").contains(first + "_5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "svg"})
    void aChartIsAlsoAPicture(String kind) throws IOException {
        open(SEQ + "box");
        page.locator("section.chart summary").click();
        Download file = page.waitForDownload(
                () -> page.locator("[data-picture=" + kind + "]").click());
        assertThat(file.suggestedFilename()).endsWith("." + kind);
        assertThat(Files.size(file.path())).isGreaterThan(4000);
        if (kind.equals("svg")) {
            assertThat(Files.readString(file.path()))
                    .contains("<svg")
                    .contains("Box plot of % Error rate R2 per Sequencer/Stage");
        }
    }

    @Test
    void draggingZoomsAndTheAddressRemembersIt() {
        open(SEQ + "box");
        BoundingBox canvas = page.locator(".chart-canvas").boundingBox();
        page.mouse().move(canvas.x + canvas.width * 0.3, canvas.y + 60);
        page.mouse().down();
        page.mouse().move(canvas.x + canvas.width * 0.6, canvas.y + 200);
        page.mouse().move(canvas.x + canvas.width * 0.7, canvas.y + 240);
        page.mouse().up();
        page.waitForURL(Pattern.compile(".*zoom=.*"));
        open(page.url().replaceFirst("^https?://[^/]+", ""));
        assertThat(page.locator("[data-chart-reset]").isVisible()).isTrue();
        page.locator("[data-chart-reset]").click();
        assertThat(page.url()).doesNotContain("zoom=");
    }

    @Test
    void aSeriesCanBeHiddenAndTheAddressSaysSo() {
        open(SEQ + "box");
        page.locator(".chart-key").getByText("E09901_A").click();
        assertThat(page.url()).contains("off=E09901_A");
        open(page.url().replaceFirst("^https?://[^/]+", ""));
        assertThat(page.locator(".chart-key[aria-pressed=false]").innerText()).contains("E09901_A");
    }

    @Test
    void turnaroundCountsEachFinishedSampleOnce() {
        open("/charts/tat");
        assertThat(page.locator("section.chart h2").innerText()).isEqualTo("Turnaround time per quarter");
        Object total = figure("f.groups.reduce((sum, group) => sum + group.n, 0)");
        assertThat(total).isEqualTo(figure("f.count"));
        assertThat(figure("f.groups.every(g => /^Q[1-4] \\d{4}$/.test(g.name))"))
                .isEqualTo(true);
        page.locator(".choices a").getByText("Show Months").click();
        page.waitForURL(Pattern.compile(".*by=month.*"));
        page.waitForSelector("section.chart[data-drawn-in]");
        assertThat(figure("f.groups.reduce((sum, group) => sum + group.n, 0)")).isEqualTo(total);
    }

    @Test
    void aGroupOfTheTurnaroundLeadsToItsSamples() {
        open("/charts/tat");
        String group = figure("f.groups[0].name").toString();
        int samples = (int) number(figure("f.groups[0].n"));
        click(3, "0," + figure("f.groups[0].mean"));
        page.waitForURL(Pattern.compile(".*open=samples.*"));
        assertThat(page.locator("#t-samples tbody tr[data-key]").count()).isEqualTo(samples);
        assertThat(page.locator("#t-samples .chip").innerText()).contains(group);
    }

    @Test
    void activityIsCountedForEachDay() {
        open(ACTIVITY);
        assertThat(figure("f.series.map(s => s.name)"))
                .isEqualTo(List.of("Run processes", "Sample processes", "Project processes"));
        assertThat(figure("f.series[1].values")).isEqualTo(List.of(3, 2, 0, 1, 1));
        open(ACTIVITY + "&stages=on");
        assertThat(figure("f.series.length")).isEqualTo(6);
        open(ACTIVITY + "&day=2016-01-02&open=work");
        assertThat(page.locator("#t-work tbody tr[data-key]").count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2016-01-05&to=2016-01-01",
                "from=&to=",
                "from=x&to=2016-01-01",
                "from=1000-01-01&to=2016-01-01"
            })
    void datesThatMakeNoSenseAreSaidAndNotAskedFor(String dates) {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate("/charts/bioinformatics?" + dates);
        assertThat(page.locator("#problem").innerText()).isNotBlank();
        assertThat(asked).noneMatch(url -> url.contains("/ui/charts"));
    }

    @Test
    void aPeriodThatIsNoneIsNotFound() {
        assertThat(page.navigate("/charts/seq/ever").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/charts/seq/last_month",
                SEQ + "box",
                SEQ + "mean_smooth&open=values,lanes",
                SEQ + "points_smooth",
                "/charts/tat?open=values",
                "/charts/tat?by=month",
                ACTIVITY + "&stages=on&open=values,work"
            })
    void noChartHasAnAccessibilityFault(String path) throws IOException {
        AccessibilityIT.check(page, path);
    }
}

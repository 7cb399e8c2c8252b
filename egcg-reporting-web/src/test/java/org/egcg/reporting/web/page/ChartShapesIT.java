package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egcg.reporting.web.page.ChartLanes.ACTIVITY;
import static org.egcg.reporting.web.page.ChartLanes.SEQ;
import static org.egcg.reporting.web.page.ChartLanes.second;
import static org.egcg.reporting.web.page.ChartLanes.today;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether each shape of a chart is whole, is told from others, and answers mouse and keyboard. */
class ChartShapesIT extends PageChecks {

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

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /** Where the middle of each shape is on the screen. */
    private static final String SHAPES = """
            () => { const {chart, figure} = document.querySelector('section.chart').egcgChart;
              const box = chart.getDom().getBoundingClientRect(), boxes = figure.series[0].kind === 'boxes', found = [];
              const days = [...new Set(figure.series.flatMap(series => series.x))].sort((a, b) => a - b);
              figure.series.forEach((series, index) => {
                const at = (x, y) => chart.convertToPixel({seriesIndex: boxes ? 2 * index : index}, [x, y]);
                if (!boxes) { series.x.forEach((day, i) => found.push(at(egcgCharts.midnight(day), series.y[i]))); return; }
                const width = Math.max(1, Math.min(34, (at(1, 0)[0] - at(0, 0)[0]) * 0.8 / figure.series.length));
                const beside = (index - (figure.series.length - 1) / 2) * width;
                series.box.forEach((numbers, i) => {
                  const [x, y] = at(days.indexOf(series.x[i]), numbers[2]); found.push([x + beside + 2, y]); });
                series.outliers.forEach(([i, value]) => {
                  const [x, y] = at(days.indexOf(series.x[i]), value); found.push([x + beside, y]); }); });
              return found.map(([x, y]) => [box.left + x, box.top + y]); }""";

    @ParameterizedTest
    @ValueSource(strings = {"points", "mean", "box"})
    void everyShapeAnswersTheMouseAndLeadsSomewhere(String plot) {
        open(SEQ + plot);
        List<?> places = (List<?>) page.evaluate(SHAPES);
        assertThat(places).hasSizeGreaterThanOrEqualTo(plot.equals("points") ? 8 : 3);
        page.evaluate("""
                () => { const {chart, figure} = document.querySelector('section.chart').egcgChart;
                  chart.on('mousemove', event => { window.leadsTo = egcgCharts.painters.seq.href(figure, event); }); }""");
        for (Object place : places) {
            double x = number(((List<?>) place).get(0));
            double y = number(((List<?>) place).get(1));
            page.evaluate("() => { window.leadsTo = 'nowhere'; }");
            page.mouse().move(x - 60, y);
            page.mouse().move(x, y);
            assertThat((String) page.waitForFunction("() => window.leadsTo !== 'nowhere' && window.leadsTo")
                            .jsonValue())
                    .as(place.toString())
                    .startsWith("/");
        }
    }

    /** How many shapes there are, and those of them that reach beyond the frame of their plot. */
    private static final String CUT = """
            () => { const {chart} = document.querySelector('section.chart').egcgChart, cut = [];
              let shapes = 0;
              chart.getModel().eachSeries(series => {
                const data = series.getData(), frame = series.coordinateSystem.getArea();
                for (let i = 0; i < data.count() && !series.get('silent'); i++) {
                  const shape = data.getItemGraphicEl(i), box = shape?.getBoundingRect().clone();
                  if (!shape) continue;
                  shapes++;
                  const place = shape.getComputedTransform();
                  if (place) box.applyTransform(place);
                  if (box.x < frame.x - 0.5 || box.y < frame.y - 0.5 || box.x + box.width > frame.x + frame.width + 0.5
                      || box.y + box.height > frame.y + frame.height + 0.5) cut.push(`${series.name} ${i}`); } });
              return [shapes, cut.join('; ')]; }""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                SEQ + "points",
                SEQ + "mean",
                SEQ + "box",
                "/charts/tat?by=month",
                ACTIVITY,
                "/instruments/E00306?metric=pc_q30"
            })
    void noShapeOfAnyChartIsCutByItsFrame(String path) {
        open(path);
        List<?> shapes = (List<?>) page.evaluate(CUT);
        assertThat(number(shapes.get(0))).isGreaterThanOrEqualTo(4);
        assertThat(shapes.get(1)).isEqualTo("");
    }

    @Test
    void fortySeriesAreToldApartByColourAndShape() {
        open(SEQ + "points");
        Object pairs = page.evaluate("""
                () => { const series = Array.from({length: 40}, (none, i) =>
                    ({name: 'S' + i, tip: 'S' + i, kind: 'points', lanes: 1, x: [20000], y: [80], run: [0], id: ['_1']}));
                  const drawn = egcgCharts.painters.seq.option({count: 40, x: 'Date', y: '% Q30', decimals: 1, runs: ['r'], bin: '', limits: [], series}).series;
                  return new Set(drawn.map(one => one.itemStyle.color + one.symbol)).size; }""");
        assertThat(pairs).isEqualTo(40);
    }

    @Test
    void whatFiltersTheLanesFiltersTheChart() {
        open(SEQ + "points&open=lanes");
        page.waitForSelector("#t-lanes tbody tr");
        assertThat(figure("f.runs.length > 1")).isEqualTo(true);
        page.locator("#t-lanes input[type=search]").fill(second);
        page.waitForFunction(
                "run => { const f = document.querySelector('section.chart').egcgChart.figure;"
                        + " return f.runs.join() === run; }",
                second);
        assertThat(page.url()).contains("lanes.q=" + second);
    }

    @Test
    void aChartIsReadFromTheKeyboard() {
        open(SEQ + "mean");
        page.locator("section.chart .chart-canvas").focus();
        List<String> said = new ArrayList<>();
        for (String key : List.of("ArrowRight", "ArrowDown", "ArrowDown")) {
            page.keyboard().press(key);
            said.add(page.locator(".chart-said").innerText());
        }
        assertThat(said).doesNotHaveDuplicates().allMatch(words -> words.contains(" " + today.getYear() + ", "));
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*(/run/|lanes\\.f\\.date=).*"));
    }

    @Test
    void amongThousandsOfPointsThoseOutsideTheirLimitAreDrawnOnceMoreInTheColourOfWhatFails() {
        open(SEQ + "points");
        Object drawn = page.evaluate("""
                () => { const x = [], y = [], run = [], id = [];
                  for (let i = 0; i < 4001; i++) { x.push(20000 + i % 30); y.push(i < 7 ? 61 : 88); run.push(0); id.push('_' + i); }
                  const figure = {count: 4001, x: 'Date', y: '% Q30', decimals: 1, runs: ['r'], bin: '', limits: [{value: 75, least: true}],
                    series: [{name: 'E1', tip: 'E1', kind: 'points', lanes: 4001, x, y, run, id}]};
                  const red = egcgCharts.painters.seq.option(figure).series.filter(series => series.silent && series.data.length > 0);
                  return red.length + ' ' + red[0].data.length + ' ' + (red[0].itemStyle.color === egcgCharts.token('fail-mark')); }""");
        assertThat(drawn).isEqualTo("1 7 true");
    }

    @Test
    void aPointIsInTheColourOfWhatFailsByTheLimitOfItsOwnSeriesAlone() {
        open(SEQ + "points");
        Object red = page.evaluate("""
                () => { const points = name => ({name, tip: name, kind: 'points', lanes: 2, x: [20000, 20001], y: [82, 61], run: [0, 0], id: ['_1', '_2']});
                  const limits = [{value: 75, least: true, label: '', series: ['E1']}, {value: 85, least: true, label: '', series: ['N2', 'E3']}, {value: 75, least: true, label: '', series: ['E3']}];
                  const figure = {count: 6, x: 'Date', y: '% Q30', decimals: 1, runs: ['r'], bin: '', limits, series: ['E1', 'N2', 'E3', 'X4'].map(points)};
                  return egcgCharts.painters.seq.option(figure).series.slice(0, 4)
                    .map(series => series.name + ' ' + series.data.filter(point => point.itemStyle).length).join(', '); }""");
        assertThat(red).isEqualTo("E1 1, N2 2, E3 1, X4 0");
    }
}

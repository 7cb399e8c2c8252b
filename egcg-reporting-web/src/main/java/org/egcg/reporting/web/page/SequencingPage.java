package org.egcg.reporting.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.chart.Lane;
import org.egcg.reporting.web.chart.LaneChart;
import org.egcg.reporting.web.chart.LimitLines;
import org.egcg.reporting.web.chart.Plot;
import org.egcg.reporting.web.reading.ChartColumns;
import org.egcg.reporting.web.reading.ChartPeriod;
import org.egcg.reporting.web.reading.LaneRows;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.CellValue;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.Row;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableView;

/** A metric of the lanes of a period, over time. */
@Named("sequencing")
@RequestScoped
public class SequencingPage implements Chart {

    private static final String METRIC = "metric";
    private static final String COLOUR = "colour";
    private static final String PLOT = "plot";

    @Inject
    private PageRequest pageRequest;

    @Inject
    private PageSettings pages;

    @Inject
    private ReportRows reports;

    @Inject
    private LaneRows lanes;

    private List<ReportTable> tables;
    private Boolean mute;

    /** By the time that the script asks for the chart, or the visitor has made his choice, the lanes are at hand. */
    @PostConstruct
    void readAhead() {
        lanes.ahead(period());
    }

    private ChartPeriod period() {
        return ChartPeriod.of(pageRequest.parameter());
    }

    @Override
    public String title() {
        return "Sequencing metrics charts";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(
                Link.to("Charts", ChartPeriod.LAST_MONTH.href()),
                Link.to("Sequencing metrics", ChartPeriod.LAST_MONTH.href()),
                Link.end(period().label()));
    }

    /** Whether there is no lane of any time, or the store is away: then there is nothing to choose. */
    public boolean mute() {
        if (mute == null) {
            mute = Chart.muteIf(this::isNothingReported);
        }
        return mute;
    }

    private boolean isNothingReported() {
        return reports.records().holdsNone("lanes");
    }

    @Override
    public List<Link> siblings() {
        if (mute()) {
            return List.of();
        }
        Map<String, String> given = pageRequest.query().parameters();
        Map<String, String> choices = new LinkedHashMap<>();
        List.of(METRIC, COLOUR, PLOT).stream()
                .filter(given::containsKey)
                .forEach(name -> choices.put(name, given.get(name)));
        String query = new TableQuery(choices).text();
        return Arrays.stream(ChartPeriod.values())
                .map(each -> new Link(each.label(), each.href() + query, "", each == period()))
                .toList();
    }

    private Optional<Column> chosen(String parameter, String menu) {
        return Optional.ofNullable(pageRequest.query().parameters().get(parameter))
                .flatMap(pages.table(menu)::column);
    }

    private Optional<Column> metric() {
        return chosen(METRIC, "seq_plot_metrics");
    }

    private Optional<Column> colour() {
        return chosen(COLOUR, "seq_plot_colors");
    }

    private Optional<Plot> plot() {
        return Plot.of(pageRequest.query().parameters().getOrDefault(PLOT, ""));
    }

    /** Whether there is enough to draw. */
    public boolean chosen() {
        return metric().isPresent() && colour().isPresent() && plot().isPresent();
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of(METRIC, COLOUR, PLOT));
    }

    @Override
    public List<Misread> misread() {
        TableQuery query = pageRequest.query();
        return Stream.of(
                        query.misread(METRIC, id -> metric().isPresent(), "is no metric of lanes, so none is chosen"),
                        query.misread(COLOUR, id -> colour().isPresent(), "makes no series, so none is chosen"),
                        query.misread(PLOT, word -> plot().isPresent(), "is no kind of plot, so none is chosen"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The heading of the chart. */
    public String chartTitle() {
        return chosen()
                ? plot().orElseThrow().title() + " of " + metric().orElseThrow().title() + " per "
                        + colour().orElseThrow().title()
                : "Sequencing metrics:";
    }

    /** A choice of a menu. */
    public record Option(String value, String label, String title, boolean chosen, String href) {}

    /** What the chosen metric is, in a sentence; empty text if nothing says so. */
    public String meaning() {
        return metric().map(this::meaning).orElse("");
    }

    private String meaning(Column metric) {
        return pages.meaningOfLanes(metric.order().toString());
    }

    public List<Option> metrics() {
        return options("seq_plot_metrics", METRIC, metric());
    }

    public List<Option> colours() {
        return options("seq_plot_colors", COLOUR, colour());
    }

    private List<Option> options(String menu, String parameter, Optional<Column> chosen) {
        return pages.table(menu).columns().stream()
                .map(column -> new Option(
                        column.id(),
                        column.title(),
                        meaning(column).isEmpty() ? column.title() : meaning(column),
                        chosen.filter(column::equals).isPresent(),
                        href(parameter, column.id())))
                .toList();
    }

    public List<Option> plots() {
        return Arrays.stream(Plot.values())
                .map(plot -> new Option(
                        plot.word(),
                        plot.label(),
                        plot.title(),
                        plot().filter(plot::equals).isPresent(),
                        href(PLOT, plot.word())))
                .toList();
    }

    /** The chosen kind of plot as the address says it; empty text for none. */
    public String plotWord() {
        return plot().map(Plot::word).orElse("");
    }

    @Override
    public String hint() {
        return "Choose a metric, what makes the series, and a kind of plot.";
    }

    private String href(String parameter, String value) {
        TableQuery query = pageRequest.query().without(PageRequest.PART);
        return pageRequest.path() + query.with(parameter, value).text();
    }

    @Override
    public String csv(ReportTable table) {
        return pageRequest.export(table.spec().key(), "csv");
    }

    @Override
    public BsonDocument figure() {
        ChartData data = new ChartData(chartTitle());
        if (isNothingReported()) {
            return data.text("heading", "No lane has been reported yet")
                    .text("empty", "Lanes are drawn as soon as pipelines post them.")
                    .text("wayHref", pageRequest.editor() ? "/import" : "")
                    .text("way", "Import a run")
                    .document();
        }
        if (!chosen()) {
            return data.document();
        }
        Rows rows = filtered();
        List<Lane> drawn = drawn(rows);
        data.axes("Date", metric().orElseThrow().title(), colour().orElseThrow().title());
        facts(data, rows, drawn);
        if (drawn.isEmpty() && period().isLongest()) {
            data.text(
                    "empty",
                    "There is nothing to draw: no lane of this period has a value of this metric. Choose another metric.");
        }
        data.limits(new LimitLines(drawn).document());
        return data.with(chart(drawn).document())
                .text("lanesHref", here() + "&open=lanes")
                .text("groupFilter", colour().orElseThrow().order().toString())
                .document();
    }

    private String here() {
        return pageRequest.path() + "?metric=" + metric().orElseThrow().id() + "&colour="
                + colour().orElseThrow().id() + "&plot=" + plot().orElseThrow().word();
    }

    private LaneChart chart(List<Lane> drawn) {
        String path = colour().orElseThrow().order().toString();
        return new LaneChart(plot().orElseThrow(), path.equals("-") ? "" : path, drawn);
    }

    private void facts(ChartData data, Rows rows, List<Lane> drawn) {
        long runs = drawn.stream().map(Lane::run).distinct().count();
        Function<Row, CellValue> date = rows.column("date");
        long undated =
                rows.rows().stream().filter(row -> date.apply(row).isEmpty()).count();
        long impossible = impossible(rows);
        long empty = rows.rows().size() - undated - impossible - drawn.size();
        data.count(drawn.size());
        data.fact(ChartData.many(drawn.size(), "lane") + " of " + ChartData.many(runs, "run"));
        long outside = drawn.stream()
                .filter(lane -> lane.judged()
                        .filter(said -> said.standing() == Standing.FAIL)
                        .isPresent())
                .count();
        if (outside > 0) {
            data.text("outside", Quantity.count(outside) + " outside limits")
                    .text(
                            "outsideHref",
                            here() + "&open=lanes&lanes.f."
                                    + metric().orElseThrow().id() + "=!outside#t-lanes");
        }
        data.note(undated, ChartData.many(undated, "lane") + " left out: nothing says when they were sequenced");
        data.note(impossible, ChartData.many(impossible, "lane") + " left out: impossible numbers");
        data.note(empty, ChartData.many(empty, "lane") + " without a value");
        rows.missing().forEach(sentence -> data.note(1, sentence));
    }

    private long impossible(Rows rows) {
        String metric = metric().orElseThrow().order().toString();
        Function<Row, CellValue> impossible = rows.column(LaneRows.IMPOSSIBLE);
        return rows.rows().stream()
                .filter(row -> impossible.apply(row).items().stream()
                        .anyMatch(path -> path.text().equals(metric)))
                .count();
    }

    /** The lanes that the table below shows, however somebody has filtered it. */
    private Rows filtered() {
        Rows all = lanes.of(period());
        TableView view = lanesTable().view();
        return view.matched() == view.total()
                ? all
                : new Rows(all.layout(), view.matching(), all.missing(), all.asOf());
    }

    private List<Lane> drawn(Rows rows) {
        Function<Row, CellValue> date = rows.column("date");
        Function<Row, CellValue> value = rows.column(metric().orElseThrow().id());
        Function<Row, String> group = group(rows);
        Function<Row, CellValue> run = rows.column("run_id");
        List<Lane> drawn = new ArrayList<>();
        for (Row row : rows.rows()) {
            if (date.apply(row) instanceof CellValue.Moment day
                    && value.apply(row) instanceof CellValue.Numeric measured
                    && finite(measured.number())) {
                drawn.add(new Lane(
                        row.key(),
                        run.apply(row).text(),
                        day.date().toLocalDate(),
                        group.apply(row),
                        measured.number().doubleValue(),
                        row.finding(metric().orElseThrow().id())));
            }
        }
        return drawn;
    }

    private Function<Row, String> group(Rows rows) {
        String path = colour().orElseThrow().order().toString();
        if (path.equals("-")) {
            return row -> "All lanes";
        }
        Function<Row, CellValue> column = rows.column(path);
        return row -> {
            CellValue value = column.apply(row);
            return value.isEmpty() ? "(none)" : value.text();
        };
    }

    private static boolean finite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    @Override
    public List<ReportTable> tables() {
        if (tables == null) {
            tables = new ArrayList<>();
            if (chosen() && plot().orElseThrow() != Plot.POINTS) {
                tables.add(values());
            }
            if (chosen()) {
                tables.add(lanesTable());
            }
        }
        return tables;
    }

    private ReportTable lanesTable() {
        TableSpec spec = TableSpec.full(
                        "lanes", "Lanes of the chart", lanes.table(), "-date,run_id,lane_number", "lanes")
                .asFolded();
        return reports.table(spec, () -> lanes.of(period()));
    }

    private ReportTable values() {
        TableDefinition table = new TableDefinition("chart_values", valueColumns(), false);
        Layout layout = Layout.of(table, "key", pages.zone());
        TableSpec spec = TableSpec.full("values", chartTitle() + ": values", table, "-date,group", "values")
                .asFolded();
        return reports.of(spec, layout, new Source("store", () -> chart(drawn(filtered()))
                .rows()
                .iterator()));
    }

    private List<Column> valueColumns() {
        List<Column> columns = new ArrayList<>(List.of(
                ChartColumns.of("date", "Date", Kind.DATE),
                ChartColumns.of("group", colour().orElseThrow().title(), Kind.TEXT),
                ChartColumns.of("lanes", "Lanes", Kind.INT)));
        Plot plot = plot().orElseThrow();
        if (plot == Plot.BOX) {
            columns.addAll(ChartColumns.box(Kind.FLOAT));
        } else if (!plot.single()) {
            columns.add(ChartColumns.of("mean", "Mean", Kind.FLOAT));
        }
        if (plot.span() > 0) {
            columns.add(ChartColumns.of("smooth", "Smooth line", Kind.FLOAT));
        }
        return columns;
    }
}

package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.turnaround.LabSteps;
import org.egcg.reporting.turnaround.StepTimes;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.chart.CalendarInterval;
import org.egcg.reporting.web.chart.OpenProjects;
import org.egcg.reporting.web.chart.StepSplit;
import org.egcg.reporting.web.chart.Turnaround;
import org.egcg.reporting.web.chart.Turnaround.By;
import org.egcg.reporting.web.chart.Turnaround.Finished;
import org.egcg.reporting.web.reading.ChartColumns;
import org.egcg.reporting.web.reading.FinishedSamples;
import org.egcg.reporting.web.reading.LabHistory;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.reading.Records;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.TableSpec;

/** How long samples took, by week, month or quarter. */
@Named("turnaround")
@RequestScoped
public class TurnaroundPage implements Chart {

    private static final String SPAN = "by";
    private static final String ORDER = "date";

    @Inject
    private PageRequest pageRequest;

    @Inject
    private PageSettings pages;

    @Inject
    private ReportRows reports;

    @Inject
    private FinishedSamples samples;

    @Inject
    private LabHistory history;

    private List<ReportTable> tables;

    @Override
    public String title() {
        return "Turn around time charts";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Charts", "/charts/tat"), Link.end("Turnaround metrics"));
    }

    private CalendarInterval span() {
        return CalendarInterval.of(pageRequest.query().parameters().getOrDefault(SPAN, ""))
                .orElse(CalendarInterval.QUARTER);
    }

    private By order() {
        return By.DELIVERED.word().equals(pageRequest.query().parameters().get(ORDER)) ? By.DELIVERED : By.RECEIVED;
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of(SPAN, ORDER));
    }

    @Override
    public List<Misread> misread() {
        TableQuery query = pageRequest.query();
        return Stream.of(
                        query.misread(
                                SPAN,
                                word -> CalendarInterval.of(word).isPresent(),
                                "is no length of time, so quarters are shown"),
                        query.misread(
                                ORDER,
                                word -> Arrays.stream(By.values())
                                        .anyMatch(by -> by.word().equals(word)),
                                "is no date of a sample, so the day of its receipt counts"))
                .flatMap(Optional::stream)
                .toList();
    }

    public String chartTitle() {
        return "Turnaround time per " + span().label().toLowerCase(Locale.ROOT);
    }

    public List<Link> spans() {
        return Arrays.stream(CalendarInterval.values())
                .map(each -> choice("Show " + each.plural(), SPAN, each.word(), each == span()))
                .toList();
    }

    public List<Link> orders() {
        return Arrays.stream(By.values())
                .map(each -> choice(each.label(), ORDER, each.word(), each == order()))
                .toList();
    }

    /** A choice keeps the other one, but neither zoom nor the state of tables, which are of this chart alone. */
    private Link choice(String label, String parameter, String value, boolean here) {
        return new Link(
                label,
                here(parameter.equals(SPAN) ? value : span().word(), parameter.equals(ORDER) ? value : order().word()),
                "",
                here);
    }

    private static String here(String span, String order) {
        return "/charts/tat?" + SPAN + "=" + span + "&" + ORDER + "=" + order;
    }

    @Override
    public String csv(ReportTable table) {
        return pageRequest.export(table.spec().key(), "csv");
    }

    private record Counted(Turnaround turnaround, List<Finished> samples, long undated, Rows rows) {}

    private Counted counted() {
        Rows rows = samples.rows();
        List<Finished> dated = rows.rows().stream()
                .map(FinishedSamples::sample)
                .flatMap(Optional::stream)
                .toList();
        return new Counted(
                new Turnaround(span(), order(), dated), dated, rows.rows().size() - dated.size(), rows);
    }

    @Override
    public BsonDocument figure() {
        ChartData data = new ChartData(chartTitle()).axes("Date", "Turnaround time (weeks)", "");
        if (bare()) {
            return data.text("heading", "No sample has been delivered yet")
                    .text("empty", "Turnaround times are drawn once the LIMS reports a sample as delivered.")
                    .text("wayHref", "/help/begin")
                    .text("way", "Help")
                    .document();
        }
        Counted counted = counted();
        data.count(counted.samples().size());
        data.fact(ChartData.many(counted.samples().size(), "finished sample"));
        target().ifPresent(weeks -> within(data, counted.samples(), weeks));
        data.note(
                counted.undated(),
                ChartData.many(counted.undated(), "finished sample") + " left out: no date of receipt or of delivery");
        return data.with(counted.turnaround().document())
                .text("empty", "There is nothing to draw: the LIMS has no finished sample with both dates.")
                .text("samplesHref", here(span().word(), order().word()) + "&open=samples")
                .document();
    }

    /** Whether there is nothing to say of any sample or project; not while the LIMS is away. */
    public boolean bare() {
        try {
            return isNothingKnown();
        } catch (Unavailable away) {
            return false;
        }
    }

    /** Whether there is nothing to choose, as there is nothing to say or the LIMS is away. */
    public boolean mute() {
        return Chart.muteIf(this::isNothingKnown);
    }

    private boolean isNothingKnown() {
        return samples.rows().rows().isEmpty()
                && ProcessedPage.nobodyKnows(table("forecast"))
                && ProcessedPage.nobodyKnows(table("steps"));
    }

    @Override
    public List<ReportTable> tables() {
        if (tables == null) {
            tables = List.of(openProjects(), steps(), groups(), sampleTable());
        }
        return tables;
    }

    private OptionalInt target() {
        return pages.config().facility().turnaroundWeeks();
    }

    private static void within(ChartData data, List<Finished> samples, int weeks) {
        long kept = samples.stream().filter(sample -> sample.weeks() <= weeks).count();
        if (!samples.isEmpty()) {
            data.fact("%d%% within the target of %d weeks".formatted(100 * kept / samples.size(), weeks));
        }
        data.limits(new BsonArray(List.of(new BsonDocument("value", new BsonDouble(weeks))
                .append("least", org.bson.BsonBoolean.FALSE)
                .append("label", new BsonString("target " + weeks + " weeks")))));
    }

    /** When each open project will be done, with its uncertainty. */
    private ReportTable openProjects() {
        List<Column> columns = new ArrayList<>(List.of(
                ChartColumns.linked("project_id", "Project", "/projects/"),
                ChartColumns.of("open", "Open samples", Kind.INT),
                ChartColumns.of("step", "Furthest behind in", Kind.WORDS),
                ChartColumns.of("received", "Received", Kind.DATE),
                ChartColumns.of("weeks", "So far (weeks)", Kind.FLOAT),
                ChartColumns.of("soonest", "Earliest (1 in 10)", Kind.DATE),
                ChartColumns.of("likely", "Probably done", Kind.DATE),
                ChartColumns.of("latest", "Latest (9 in 10)", Kind.DATE)));
        if (target().isPresent()) {
            columns.add(ChartColumns.of("due", "Target", Kind.DATE));
            columns.add(ChartColumns.of("late", "Probably late (weeks)", Kind.FLOAT));
        }
        TableSpec spec = TableSpec.full(
                "forecast",
                "Open projects: when they will be done",
                new TableDefinition("tat_forecast", columns, false),
                "likely",
                "projects");
        LocalDate today = pages.now().toLocalDate();
        OptionalInt target = target();
        return kept(spec, "project_id", "charts/tat/forecast", () -> {
            LabHistory.Courses courses = history.courses(today);
            return new OpenProjects(courses.open(), StepTimes.of(courses.all()), target).rows(today);
        });
    }

    /** Where the time went: the median days in each step. */
    private ReportTable steps() {
        List<Column> columns = new ArrayList<>(List.of(
                ChartColumns.of("group", span().label(), Kind.TEXT),
                ChartColumns.of("start", "First day", Kind.DATE),
                ChartColumns.of("samples", "Samples", Kind.INT)));
        LabSteps.ALL.forEach(step -> columns.add(ChartColumns.of(step, LabSteps.name(step), Kind.INT)));
        TableSpec spec = TableSpec.minimal(
                "steps",
                "Where the time goes: median days in each step",
                new TableDefinition("tat_steps", columns, false),
                "-start",
                "groups");
        CalendarInterval span = span();
        By by = order();
        LocalDate today = pages.now().toLocalDate();
        return kept(spec, "start", "charts/tat/steps/" + span.word() + "/" + by.word(), () -> new StepSplit(
                        span, by, history.courses(today).all())
                .rows());
    }

    private ReportTable kept(TableSpec spec, String key, String keptAs, Supplier<List<BsonDocument>> rows) {
        Layout layout = Layout.of(spec.definition(), key, pages.zone());
        Records records = reports.records();
        return reports.kept(
                spec,
                keptAs,
                () -> records.rows(layout, new Source("lims", () -> rows.get().iterator())));
    }

    private ReportTable groups() {
        List<Column> columns = new ArrayList<>(List.of(
                ChartColumns.of("start", "First day", Kind.DATE),
                ChartColumns.of("group", span().label(), Kind.TEXT),
                ChartColumns.of("samples", "Samples", Kind.INT),
                ChartColumns.of("mean", "Mean (weeks)", Kind.FLOAT)));
        columns.addAll(ChartColumns.box(Kind.FLOAT));
        return table(
                TableSpec.full(
                        "values",
                        chartTitle() + ": values",
                        new TableDefinition("tat_values", columns, false),
                        "-start",
                        "groups"),
                "start",
                () -> counted().turnaround().rows());
    }

    private ReportTable sampleTable() {
        List<Column> columns = List.of(
                ChartColumns.linked("sample_id", "Sample", "/sample/"),
                ChartColumns.linked("project_id", "Project", "/projects/"),
                ChartColumns.of("received", "Received", Kind.DATE),
                ChartColumns.of("delivered", "Delivered", Kind.DATE),
                ChartColumns.of("weeks", "Turnaround (weeks)", Kind.FLOAT),
                ChartColumns.of("group", span().label(), Kind.TEXT));
        return table(
                TableSpec.full(
                        "samples",
                        "Samples of the chart",
                        new TableDefinition("tat_samples", columns, false),
                        "-delivered",
                        "samples"),
                "sample_id",
                this::documents);
    }

    private ReportTable table(TableSpec spec, String key, Supplier<List<BsonDocument>> rows) {
        return reports.of(
                spec.asFolded(), Layout.of(spec.definition(), key, pages.zone()), new Source("lims", () -> rows.get()
                        .iterator()));
    }

    private List<BsonDocument> documents() {
        Counted counted = counted();
        return counted.samples().stream()
                .map(sample -> new BsonDocument("sample_id", new BsonString(sample.sample()))
                        .append("project_id", new BsonString(sample.project()))
                        .append(
                                "received",
                                new BsonString(sample.started().toLocalDate().toString()))
                        .append(
                                "delivered",
                                new BsonString(sample.finished().toLocalDate().toString()))
                        .append("weeks", new BsonDouble(sample.weeks()))
                        .append("group", new BsonString(counted.turnaround().group(sample))))
                .toList();
    }
}

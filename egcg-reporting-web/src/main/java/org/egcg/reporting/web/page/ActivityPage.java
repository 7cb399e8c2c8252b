package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.browser.PageRequest;
import org.egcg.reporting.web.chart.Activity;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.reading.ChartColumns;
import org.egcg.reporting.web.reading.PageSettings;
import org.egcg.reporting.web.reading.PipelineWork;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableSpec;

/** How many pipelines were at work on each day. */
@Named("activity")
@RequestScoped
public class ActivityPage implements Chart {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String STAGES = "stages";
    private static final String DAY = "day";
    private static final int LONGEST = 3660;

    @Inject
    private PageRequest pageRequest;

    @Inject
    private PageSettings pages;

    @Inject
    private ReportRows reports;

    @Inject
    private PipelineWork work;

    private List<ReportTable> tables;
    private Activity activity;
    private Boolean mute;

    @Override
    public String title() {
        return "Bioinformatics pipeline activity";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Charts", "/charts/bioinformatics"), Link.end(title()));
    }

    private String said(String name) {
        return pageRequest.query().parameters().getOrDefault(name, "");
    }

    private Optional<LocalDate> date(String name) {
        try {
            return Optional.of(LocalDate.parse(said(name))).filter(ActivityPage::isOfOurTime);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Days that the calendar knows and no clock. */
    private static boolean isOfOurTime(LocalDate day) {
        return day.getYear() >= 1970 && day.getYear() < 2200;
    }

    public String from() {
        return said(FROM);
    }

    public String to() {
        return said(TO);
    }

    public boolean stages() {
        return !said(STAGES).isEmpty();
    }

    private RefusedDays refused() {
        return RefusedDays.of(
                List.of(new RefusedDays.Field(FROM, "Start date"), new RefusedDays.Field(TO, "End date")),
                pageRequest.query().parameters(),
                RefusedDays::isDay);
    }

    /** Whether what is entered in a field is no day. */
    public boolean isRefused(String field) {
        return refused().contains(field);
    }

    /** What is wrong with the dates that were entered; empty text if nothing is. */
    public String problem() {
        boolean asked = pageRequest.query().parameters().containsKey(FROM)
                || pageRequest.query().parameters().containsKey(TO);
        if (!asked) {
            return "";
        }
        if (!refused().isEmpty()) {
            return refused().sentence();
        }
        if (said(FROM).isBlank() || said(TO).isBlank()) {
            return "Enter a start date and an end date.";
        }
        if (date(FROM).isEmpty() || date(TO).isEmpty()) {
            return "Enter days of the years from 1970 to 2199.";
        }
        if (date(TO).get().isBefore(date(FROM).get())) {
            return "The end date is before the start date.";
        }
        return ChronoUnit.DAYS.between(date(FROM).get(), date(TO).get()) > LONGEST
                ? "The range is longer than ten years. Choose a shorter one."
                : "";
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of(FROM, TO, STAGES, DAY));
    }

    @Override
    public List<Misread> misread() {
        return pageRequest
                .query()
                .misread(DAY, day -> date(DAY).isPresent(), "is no day, so the processes of all days are listed")
                .stream()
                .toList();
    }

    /** Whether there are dates to draw between. */
    public boolean ready() {
        return problem().isEmpty() && date(FROM).isPresent() && date(TO).isPresent();
    }

    @Override
    public String hint() {
        return problem().isEmpty()
                ? "Enter a start date and an end date, or take one of the ranges above."
                : "Nothing is drawn yet. Correct the dates, or take one of the ranges above.";
    }

    /** Ranges that people often want, up to today. */
    public List<Link> ranges() {
        LocalDate today = pages.now().toLocalDate();
        return List.of(
                range("Last 30 days", today.minusDays(30), today),
                range("Last 12 months", today.minusDays(365), today));
    }

    private Link range(String label, LocalDate from, LocalDate to) {
        boolean here = date(FROM).filter(from::equals).isPresent()
                && date(TO).filter(to::equals).isPresent();
        return new Link(label, address(from, to), "", here);
    }

    private String address(LocalDate from, LocalDate to) {
        return "/charts/bioinformatics?from=" + from + "&to=" + to + (stages() ? "&stages=on" : "");
    }

    private Activity activity() {
        if (activity == null) {
            LocalDate from = date(FROM).orElseThrow();
            LocalDate to = date(TO).orElseThrow();
            activity = new Activity(from, to, stages(), work.between(from, to, stages()));
        }
        return activity;
    }

    /** What the chart shows, which is not what the page is about. */
    public String chartTitle() {
        return "At work each day";
    }

    @Override
    public String csv(ReportTable table) {
        return pageRequest.export(table.spec().key(), "csv");
    }

    @Override
    public BsonDocument figure() {
        ChartData data = new ChartData(chartTitle()).axes("Date", "Data sets at work", "");
        if (isNothingReported()) {
            return data.text("heading", "No process has been reported yet")
                    .text("empty", "Processes are drawn as soon as pipelines post them.")
                    .text("wayHref", "/api_docs#of-analysis_driver_procs")
                    .text("way", "How to post processes")
                    .document();
        }
        if (!ready()) {
            return data.text("empty", problem()).document();
        }
        data.count(activity().days());
        activity().totals().forEach(data::fact);
        return data.with(activity().document())
                .text("workHref", address(date(FROM).orElseThrow(), date(TO).orElseThrow()) + "&open=work")
                .document();
    }

    private boolean isNothingReported() {
        return (!ready() || activity().work(Optional.empty()).isEmpty())
                && reports.records().holdsNone("analysis_driver_procs", "analysis_driver_stages");
    }

    /** Whether there is nothing to say, for any days, or the store is away: then there is nothing to choose. */
    public boolean mute() {
        if (mute == null) {
            mute = Chart.muteIf(this::isNothingReported);
        }
        return mute;
    }

    @Override
    public List<ReportTable> tables() {
        if (tables == null) {
            tables = ready() ? known() : List.of();
        }
        return tables;
    }

    /** None while the store is away: the chart says so, and which columns there are is not known. */
    private List<ReportTable> known() {
        try {
            return List.of(perDay(), processes());
        } catch (Unavailable away) {
            return List.of();
        }
    }

    private ReportTable perDay() {
        List<Column> columns = new ArrayList<>(List.of(ChartColumns.of(DAY, "Day", Kind.DATE)));
        activity().kinds().forEach(kind -> columns.add(ChartColumns.of(kind.id(), kind.label(), Kind.INT)));
        TableDefinition table = new TableDefinition("activity_days", columns, false);
        TableSpec spec = TableSpec.full("values", title() + ": values", table, "day", "days")
                .asFolded();
        return reports.of(spec, Layout.of(table, DAY, pages.zone()), new Source("store", () -> activity()
                .rows()
                .iterator()));
    }

    private ReportTable processes() {
        String day = date(DAY).map(LocalDate::toString).orElse("");
        List<Column> columns = List.of(
                ChartColumns.of("id", "Process or stage", Kind.TEXT),
                ChartColumns.of("kind", "Kind", Kind.TEXT),
                ChartColumns.linked("run", "Run", "/run/"),
                ChartColumns.linked("sample", "Sample", "/sample/"),
                ChartColumns.linked("project", "Project", "/projects/"),
                ChartColumns.of("started", "Started", Kind.DATETIME),
                ChartColumns.of("ended", "Ended", Kind.DATETIME));
        TableDefinition table = new TableDefinition("activity_work", columns, false);
        String title = day.isEmpty() ? "Processes of the chart" : "Processes of " + Dates.words(day);
        TableSpec spec =
                TableSpec.full("work", title, table, "-started", "processes").asFolded();
        return reports.of(
                spec,
                Layout.of(table, "key", pages.zone()),
                new Source("store", () -> activity().work(date(DAY)).stream()
                        .map(Activity.Work::document)
                        .iterator()));
    }

    /** The way back from the processes of one day to those of all; empty text if there are all. */
    public String allDays() {
        return ready() && date(DAY).isPresent()
                ? address(date(FROM).orElseThrow(), date(TO).orElseThrow()) + "&open=work#t-work"
                : "";
    }
}

package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.control.ChartState;
import org.egcg.reporting.control.ControlChart;
import org.egcg.reporting.control.ControlMetric;
import org.egcg.reporting.control.ControlSnapshot;
import org.egcg.reporting.control.InstrumentState;
import org.egcg.reporting.control.Selection;
import org.egcg.reporting.ejb.ReportingInstruments;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.event.EventKind;
import org.egcg.reporting.event.InstrumentEvent;
import org.egcg.reporting.web.chart.ChartWord;
import org.egcg.reporting.web.chart.ControlFigure;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.ChartColumns;
import org.egcg.reporting.web.reading.ControlReading;
import org.egcg.reporting.web.reading.Moments;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Misread;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableQuery;
import org.egcg.reporting.web.table.TableSpec;

/** The control chart of one metric of an instrument, what was done to the instrument, and the runs below. */
@Named("instrument")
@RequestScoped
public class InstrumentPage extends TablesPage implements Chart {

    private static final String METRIC = "metric";
    private static final String SIDE = "side";
    private static final String LIBRARIES = "libraries";
    private static final String POOLED = "pooled";
    private static final String SINGLE = "single";
    private static final List<String> CHOICES = List.of(POOLED, SINGLE);

    @Inject
    private ControlReading reading;

    @Inject
    private ReportingInstruments instruments;

    @Inject
    private Moments moments;

    private ControlSnapshot charts;

    /** A choice of a menu. */
    public record Option(String value, String label, boolean chosen) {}

    /** An event as it is shown. */
    public record Shown(String id, String day, String kind, String text, String author, String when, boolean fresh) {}

    private ControlSnapshot charts() {
        if (charts == null) {
            charts = reading.charts();
        }
        return charts;
    }

    /** A sentence if the store does not answer; else empty text. */
    public String failure() {
        try {
            charts();
            return "";
        } catch (Unavailable away) {
            return Sentences.away(away.dependency());
        }
    }

    private Optional<InstrumentState> state() {
        return failure().isEmpty() ? charts().instrument(id()) : Optional.empty();
    }

    /** Whether there is a chart. */
    public boolean known() {
        return state().isPresent();
    }

    public String id() {
        return pageRequest.parameter();
    }

    @Override
    public String title() {
        return known() ? "Instrument " + id() : id();
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Charts", "/charts/tat"), Link.to("Instruments", "/instruments"), Link.end(id()));
    }

    @Override
    public String notFound() {
        return known() || !failure().isEmpty() ? "" : "No run of an instrument " + id() + " is known.";
    }

    @Override
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        if (!known()) {
            return facts;
        }
        pages.instrumentModel(id()).ifPresent(model -> facts.add(Fact.of("Model", model)));
        state().map(InstrumentState::state)
                .filter(state -> state != ChartState.NO_LIMITS)
                .ifPresent(state -> facts.add(Fact.of("State", state.label())));
        facts.add(Fact.of("", pages.asOf(charts().asOf())));
        return facts;
    }

    private Optional<String> given(String parameter) {
        return Optional.ofNullable(pageRequest.query().parameters().get(parameter))
                .filter(value -> !value.isEmpty());
    }

    private ControlMetric metric() {
        return given(METRIC)
                .flatMap(instruments.settings()::metric)
                .orElseGet(() -> state().orElseThrow().worstFirst().get(0).metric());
    }

    private Selection selection() {
        return new Selection(
                given(SIDE).filter(this::isSide),
                given(LIBRARIES).filter(CHOICES::contains).map(POOLED::equals));
    }

    private boolean isSide(String side) {
        return charts().sides(id()).contains(side);
    }

    @Override
    public Optional<Set<String>> words() {
        return Optional.of(Set.of(METRIC, SIDE, LIBRARIES));
    }

    @Override
    public List<Misread> misread() {
        TableQuery query = pageRequest.query();
        return !known()
                ? List.of()
                : Stream.of(
                                query.misread(
                                        METRIC,
                                        key -> instruments
                                                .settings()
                                                .metric(key)
                                                .isPresent(),
                                        "is no metric of instruments, so another one is shown"),
                                query.misread(SIDE, this::isSide, "is no side of it, so both are shown"),
                                query.misread(LIBRARIES, CHOICES::contains, "says not which, so all are shown"))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private ControlChart chart() {
        return charts().chart(id(), metric(), selection());
    }

    public String chartTitle() {
        String unit = metric().unit();
        return metric().title() + (unit.isEmpty() || metric().title().contains(unit) ? "" : " (" + unit + ")") + " of "
                + id();
    }

    /** The metrics with their states, unless none has limits, which is said once of all. */
    public List<Option> metrics() {
        InstrumentState state = state().orElseThrow();
        boolean without = state.state() == ChartState.NO_LIMITS;
        return state.charts().stream()
                .map(each -> new Option(
                        each.metric().key(),
                        each.metric().title()
                                + (without ? "" : ": " + each.state().label()),
                        each.metric().equals(metric())))
                .toList();
    }

    /** Whether some run of the chart has limits, so that their lines are drawn. */
    public boolean limited() {
        return chart().points().stream().anyMatch(point -> point.baseline().isPresent());
    }

    /** The sides of the instrument; none where it has one. */
    public List<Option> sides() {
        return charts().sides(id()).stream()
                .map(side -> new Option(
                        side, "Side " + side, given(SIDE).filter(side::equals).isPresent()))
                .toList();
    }

    public List<Option> libraries() {
        return List.of(
                new Option(
                        POOLED,
                        "Several in a lane",
                        given(LIBRARIES).filter(POOLED::equals).isPresent()),
                new Option(
                        SINGLE,
                        "One in a lane",
                        given(LIBRARIES).filter(SINGLE::equals).isPresent()));
    }

    public String style() {
        return ChartWord.style(chart().state());
    }

    public String stateLabel() {
        return chart().state().label();
    }

    /** Why the chart is in its state, a sentence for each rule. */
    public List<String> why() {
        return ChartWord.why(chart(), charts().events(id()), instruments.settings());
    }

    /** What was done to the instrument, the latest first. */
    public List<Shown> events() {
        List<Shown> shown = new ArrayList<>();
        for (InstrumentEvent event : charts().events(id())) {
            shown.add(
                    0,
                    new Shown(
                            event.id().toHexString(),
                            Dates.day(event.day()),
                            event.kind().label(),
                            event.text(),
                            event.author(),
                            moments.minute(event.written()),
                            event.newBaseline()));
        }
        return shown;
    }

    public List<Option> kinds() {
        return Arrays.stream(EventKind.values())
                .map(kind -> new Option(kind.word(), kind.label(), false))
                .toList();
    }

    public LocalDate today() {
        return pages.now().toLocalDate();
    }

    /** The chosen metric, to which forms lead back. */
    public String metricKey() {
        return metric().key();
    }

    @Override
    public String csv(ReportTable table) {
        return pageRequest.export(table.spec().key(), "csv");
    }

    private ControlFigure drawn() {
        return new ControlFigure(chart(), instruments.settings(), charts().events(id()));
    }

    @Override
    public BsonDocument figure() {
        if (!known()) {
            charts();
            return new ChartData(title()).text("empty", notFound()).document();
        }
        ChartData data = new ChartData(chartTitle());
        ControlChart chart = chart();
        long breaking = chart.points().stream()
                .filter(point -> point.grade().isPresent())
                .count();
        data.axes("Date", metric().title(), "");
        data.count(chart.points().size());
        data.fact(ChartData.many(chart.points().size(), "run"));
        if (limited()) {
            data.fact((breaking == 0 ? "no run" : ChartData.many(breaking, "run"))
                    + (breaking > 1 ? " break a rule" : " breaks a rule"));
        }
        return data.with(drawn().document())
                .text(
                        "empty",
                        "There is nothing to draw: no such run has a value of this metric. Choose another metric.")
                .document();
    }

    @Override
    List<ReportTable> made() {
        return known() ? List.of(violations(), runs()) : List.of();
    }

    private ReportTable violations() {
        List<Column> columns = List.of(
                ChartColumns.of("date", "Date", Kind.DATE),
                ChartColumns.linked("run_id", "Run", "/run/"),
                ChartColumns.of("rule", "Rule", Kind.TEXT),
                ChartColumns.of("sentence", "What that says", Kind.TEXT),
                ChartColumns.of("value", "Value", Kind.FLOAT));
        return table("violations", "Rules that were broken", columns, "key", "-date,rule");
    }

    private ReportTable runs() {
        List<Column> columns = List.of(
                ChartColumns.linked("run_id", "Run", "/run/"),
                ChartColumns.of("date", "Date", Kind.DATE),
                ChartColumns.of("side", "Side", Kind.TEXT),
                ChartColumns.of("value", metric().title(), Kind.FLOAT),
                ChartColumns.of("centre", "Centre", Kind.FLOAT),
                ChartColumns.of("deviation", "Deviation (s)", Kind.FLOAT),
                ChartColumns.of("ewma", "EWMA (s)", Kind.FLOAT),
                ChartColumns.of("above", "CUSUM above (s)", Kind.FLOAT),
                ChartColumns.of("below", "CUSUM below (s)", Kind.FLOAT),
                ChartColumns.of("baseline", "In the baseline", Kind.TEXT),
                ChartColumns.of("rules", "Rules broken", Kind.TEXT));
        return table("runs", "Runs of the chart", columns, "run_id", "-date,run_id");
    }

    private ReportTable table(String key, String title, List<Column> columns, String row, String sort) {
        Layout layout = Layout.of(new TableDefinition("control_" + key, columns, false), row, pages.zone());
        TableSpec spec = TableSpec.full(key, title, layout.table(), sort, key).asFolded();
        return reports.of(
                spec, layout, new Source("store", () -> (key.equals("runs") ? drawn().rows() : drawn().violations())
                        .iterator()));
    }
}

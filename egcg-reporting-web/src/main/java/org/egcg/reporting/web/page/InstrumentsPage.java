package org.egcg.reporting.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;
import org.egcg.reporting.control.ChartPoint;
import org.egcg.reporting.control.ChartState;
import org.egcg.reporting.control.ControlChart;
import org.egcg.reporting.control.ControlSettings;
import org.egcg.reporting.control.ControlSnapshot;
import org.egcg.reporting.control.InstrumentState;
import org.egcg.reporting.control.RunValue;
import org.egcg.reporting.ejb.ReportingInstruments;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.web.chart.ChartWord;
import org.egcg.reporting.web.chart.Sparkline;
import org.egcg.reporting.web.date.Dates;
import org.egcg.reporting.web.failure.Sentences;
import org.egcg.reporting.web.reading.ChartColumns;
import org.egcg.reporting.web.reading.ControlReading;
import org.egcg.reporting.web.reading.Records.Source;
import org.egcg.reporting.web.route.Address;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Quantity;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableSpec;

/** All instruments, the worst first, each with a small control chart of every metric. */
@Named("instruments")
@RequestScoped
public class InstrumentsPage extends TablesPage {

    @Inject
    private ControlReading reading;

    @Inject
    private ReportingInstruments instruments;

    private ControlSnapshot charts;
    private String failure = "";

    /** An instrument as it is shown. */
    public record Card(String id, String model, String href, String style, String state, Link last, List<Tile> tiles) {}

    /**
     * A metric of an instrument.
     *
     * @param state empty text if no metric of the instrument has limits yet, which is said once of all
     * @param rules what the last runs break; empty text for nothing
     */
    public record Tile(
            String title, String href, String style, String state, String value, String rules, Sparkline drawing) {}

    @Override
    public String title() {
        return "Instruments";
    }

    @Override
    public String menu() {
        return "Charts";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Charts", "/charts/tat"), Link.end("Instruments"));
    }

    private Optional<ControlSnapshot> charts() {
        if (charts == null && failure.isEmpty()) {
            try {
                charts = reading.charts();
            } catch (Unavailable away) {
                failure = Sentences.away(away.dependency());
            }
        }
        return Optional.ofNullable(charts);
    }

    /** A sentence if the store does not answer; else empty text. */
    public String failure() {
        charts();
        return failure;
    }

    @Override
    public List<Fact> facts() {
        if (charts().isEmpty()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        for (ChartState state : ChartState.values()) {
            long many = states().stream().filter(each -> each.state() == state).count();
            if (many > 0) {
                String words = Quantity.count(many) + " " + state.label().replaceFirst("^no ", "without ");
                String style = state == ChartState.OUT_OF_CONTROL ? "verdict bare fail" : "";
                facts.add(new Fact("", List.of(Link.end(words)), style));
            }
        }
        facts.add(Fact.of("", pages.asOf(charts.asOf())));
        return facts;
    }

    private List<InstrumentState> states() {
        return charts().map(ControlSnapshot::instruments).orElse(List.of());
    }

    public List<Card> cards() {
        return states().stream().map(this::card).toList();
    }

    private Card card(InstrumentState instrument) {
        String href = Address.of("/instruments/", instrument.instrument());
        Link last = instrument.charts().stream()
                .flatMap(chart -> chart.newest().stream())
                .map(ChartPoint::run)
                .max(Comparator.comparing(RunValue::day))
                .map(run -> Link.to(Dates.day(run.day()), Address.of("/run/", run.run())))
                .orElse(Link.end(""));
        boolean limited = instrument.state() != ChartState.NO_LIMITS;
        return new Card(
                instrument.instrument(),
                pages.instrumentModel(instrument.instrument()).orElse(""),
                href,
                ChartWord.style(instrument.state()),
                instrument.state().label(),
                last,
                instrument.charts().stream()
                        .map(chart -> tile(chart, href, limited))
                        .toList());
    }

    private Tile tile(ControlChart chart, String href, boolean limited) {
        return new Tile(
                chart.metric().title(),
                href + "?metric=" + chart.metric().key(),
                ChartWord.style(chart.state()),
                limited ? chart.state().label() : "",
                ChartWord.newest(chart),
                ChartWord.rules(chart, settings().recent()).replace("Westgard ", ""),
                Sparkline.of(chart, settings().recent()));
    }

    private ControlSettings settings() {
        return instruments.settings();
    }

    @Override
    List<ReportTable> made() {
        List<Column> columns = List.of(
                ChartColumns.linked("instrument", "Instrument", "/instruments/"),
                ChartColumns.of("model", "Model", Kind.TEXT),
                ChartColumns.of("metric", "Metric", Kind.TEXT),
                ChartColumns.of("state", "State", Kind.TEXT),
                ChartColumns.of("rules", "Rules broken by the last runs", Kind.TEXT),
                ChartColumns.of("value", "Newest value", Kind.FLOAT),
                ChartColumns.of("centre", "Centre", Kind.FLOAT),
                ChartColumns.of("deviation", "Deviation (s)", Kind.FLOAT),
                ChartColumns.linked("run_id", "Newest run", "/run/"));
        Layout layout = Layout.of(new TableDefinition("control_states", columns, false), "key", pages.zone());
        TableSpec spec = TableSpec.full("states", "All charts", layout.table(), "instrument,metric", "charts")
                .asFolded();
        return List.of(reports.of(spec, layout, new Source("store", () -> rows().iterator())));
    }

    private List<BsonDocument> rows() {
        return reading.charts().instruments().stream()
                .flatMap(state -> state.charts().stream())
                .map(this::row)
                .toList();
    }

    private BsonDocument row(ControlChart chart) {
        BsonDocument row = new BsonDocument(
                        "key", text(chart.instrument() + " " + chart.metric().key()))
                .append("instrument", text(chart.instrument()))
                .append("model", text(pages.instrumentModel(chart.instrument()).orElse("")))
                .append("metric", text(chart.metric().title()))
                .append("state", text(chart.state().label()))
                .append("rules", text(ChartWord.rules(chart, settings().recent())));
        chart.newest().ifPresent(newest -> {
            row.append("value", new BsonDouble(newest.run().value()))
                    .append("run_id", text(newest.run().run()));
            newest.baseline().ifPresent(baseline -> row.append("centre", new BsonDouble(baseline.centre()))
                    .append(
                            "deviation",
                            new BsonDouble(baseline.deviation(newest.run().value()))));
        });
        return row;
    }

    private static BsonString text(String text) {
        return new BsonString(text);
    }
}

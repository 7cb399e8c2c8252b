package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.chart.RunName;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableDefinition;

/** The lanes that a chart is made of: those of a period whose run was finished, or is not known to the LIMS. */
@ApplicationScoped
public class LaneRows {

    static final String AWAY = "The LIMS does not answer. Lanes of runs that failed are not left out for now.";

    private static final BsonValue COMPLETED = new BsonString("RunCompleted");
    private static final String ELEMENTS = "run_elements";

    /** A visitor who tries one choice after another looks at the same lanes. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    @Inject
    private Records records;

    @Inject
    private PageSettings pages;

    @Inject
    private Snapshots snapshots;

    /** The lanes as a table: what names them, what colours them, and each metric. */
    public TableDefinition table() {
        List<Column> columns = List.of(
                ChartColumns.of("lane_id", "Lane id", Kind.TEXT),
                ChartColumns.linked("run_id", "Run", "/run/"),
                ChartColumns.of("date", "Date", Kind.DATE),
                ChartColumns.of("lane_number", "Lane", Kind.INT),
                ChartColumns.of("sequencer", "Sequencer", Kind.TEXT),
                ChartColumns.of("sequencer_stage", "Sequencer/Stage", Kind.TEXT),
                ChartColumns.of("pool", "Pooling", Kind.TEXT),
                ChartColumns.at("verdict", "judged.verdict", "Verdict now", Kind.STATE),
                ChartColumns.at("reasons", "judged.reasons", "Why", Kind.TEXT));
        return new TableDefinition("chart_lanes", columns, false)
                .with(pages.table("seq_plot_metrics").columns());
    }

    Layout layout() {
        return Layout.of(table(), "lane_id", pages.zone()).judging(Judging.of(Subject.LANE, pages.reviews()));
    }

    public Rows of(ChartPeriod period) {
        return snapshots.rows(key(period), FRESH, reading(period));
    }

    /** Begins to read the lanes of a period. */
    public void ahead(ChartPeriod period) {
        snapshots.ahead(key(period), FRESH, reading(period));
    }

    private static String key(ChartPeriod period) {
        return "charts/seq/" + period.word();
    }

    private Supplier<Rows> reading(ChartPeriod period) {
        Layout layout = layout();
        LocalDateTime since = period.since(pages.now());
        return () -> read(layout, since);
    }

    private Rows read(Layout layout, LocalDateTime since) {
        Optional<Map<String, BsonValue>> states = states(since);
        Rows rows = new Rows.Merge(layout, false)
                .add(lanes(layout, since, states.orElse(Map.of())).iterator())
                .rows(Instant.now());
        return states.isPresent() ? rows : new Rows(layout, rows.rows(), List.of(AWAY), rows.asOf());
    }

    /** All of them are read before any is merged, so that a store that fails half way adds nothing. */
    private List<BsonDocument> lanes(Layout layout, LocalDateTime since, Map<String, BsonValue> states) {
        Map<String, Optional<RunName>> runs = new HashMap<>();
        List<BsonDocument> lanes = new ArrayList<>();
        try (Documents found = records.open("lanes", request(layout, since))) {
            while (found.hasNext()) {
                BsonDocument lane = Rows.decoded(found.next());
                String run = Bson.text(lane, "run_id");
                if (counts(states.get(run))) {
                    lanes.add(described(lane, runs.computeIfAbsent(run, RunName::parse)));
                }
            }
        }
        return lanes;
    }

    private ReadRequest request(Layout layout, LocalDateTime since) {
        Set<String> fields = new LinkedHashSet<>(layout.projection().keySet());
        fields.removeAll(Set.of("date", "sequencer", "sequencer_stage", "pool"));
        fields.add(ELEMENTS);
        return ReadRequest.everything()
                .matching(Criteria.since("_created", pages.utc(since)))
                .showing(new Projection(Optional.of(fields), Set.of()));
    }

    /** The state of each run by its name; empty while the LIMS is away. */
    private Optional<Map<String, BsonValue>> states(LocalDateTime since) {
        try {
            Map<String, BsonValue> states = new HashMap<>();
            records.limsDocuments(RunRequest.everything().openedAfter(since.toLocalDate()))
                    .forEach(run -> states.put(Bson.text(run, "run_id"), run.get("run_status", BsonNull.VALUE)));
            return Optional.of(states);
        } catch (Unavailable away) {
            return Optional.empty();
        }
    }

    private static boolean counts(BsonValue state) {
        return state == null || state.equals(COMPLETED);
    }

    private static BsonDocument described(BsonDocument lane, Optional<RunName> name) {
        BsonValue elements = lane.remove(ELEMENTS);
        boolean pooled =
                elements != null && elements.isArray() && elements.asArray().size() > 1;
        name.ifPresent(run -> lane.append("date", new BsonString(run.date().toString()))
                .append("sequencer", new BsonString(run.sequencer()))
                .append("sequencer_stage", new BsonString(run.stage())));
        return lane.append("pool", new BsonString(pooled ? "pooling" : "non_pooling"));
    }
}

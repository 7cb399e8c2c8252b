package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.consistency.ImpossibleNumbers;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.run.RunFacts;
import org.egcg.reporting.run.RunId;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Judging;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.Layout;
import org.egcg.reporting.web.table.Rows;
import org.egcg.reporting.web.table.TableDefinition;

/** The lanes that a chart is made of: those of a period whose run was finished, or is not known to the LIMS. */
@ApplicationScoped
public class LaneRows {

    static final String AWAY = "The LIMS does not answer. Lanes of runs that failed are not left out for now.";

    private static final BsonValue COMPLETED = new BsonString("RunCompleted");
    private static final String ELEMENTS = "run_elements";
    private static final String STATUS = "run_status";
    private static final String DATE = "date";

    /** The column that names the numbers of a lane that cannot be, by their paths. */
    public static final String IMPOSSIBLE = "impossible";

    /** A visitor who tries one choice after another looks at the same lanes. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    @Inject
    private Records records;

    @Inject
    private PageSettings pages;

    @Inject
    private RunRecords runRecords;

    @Inject
    private Reporting reporting;

    @Inject
    private Snapshots snapshots;

    /** The lanes as a table: what names them, what colours them, and each metric. */
    public TableDefinition table() {
        List<Column> columns = List.of(
                ChartColumns.of("lane_id", "Lane id", Kind.TEXT),
                ChartColumns.linked("run_id", "Run", "/run/"),
                ChartColumns.of(DATE, "Date", Kind.DATE),
                ChartColumns.of("lane_number", "Lane", Kind.INT),
                ChartColumns.of("sequencer", "Sequencer", Kind.TEXT),
                ChartColumns.of("sequencer_stage", "Sequencer/Stage", Kind.TEXT),
                ChartColumns.of("model", "Model", Kind.TEXT),
                ChartColumns.of("pool", "Pooling", Kind.TEXT),
                ChartColumns.of(IMPOSSIBLE, "Impossible numbers", Kind.TEXT),
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
        Instant begun = Instant.now();
        List<BsonDocument> lanes = lanes(layout, since);
        Map<String, LocalDate> heard = heard(lanes);
        Optional<Map<String, BsonValue>> states = states(since, heard.keySet());
        List<BsonDocument> counted = lanes.stream()
                .filter(lane -> counts(states.orElse(Map.of()).get(Bson.text(lane, "run_id"))))
                .map(lane -> described(lane, heard))
                .filter(lane -> !Bson.text(lane, DATE).isEmpty())
                .filter(lane -> !LocalDate.parse(Bson.text(lane, DATE)).isBefore(since.toLocalDate()))
                .toList();
        Rows rows = new Rows.Merge(layout, false).add(counted.iterator()).rows(begun);
        return states.isPresent() ? rows : new Rows(layout, rows.rows(), List.of(AWAY), rows.asOf());
    }

    /** All of them are read before any is merged, so that a store that fails half way adds nothing. */
    private List<BsonDocument> lanes(Layout layout, LocalDateTime since) {
        List<BsonDocument> lanes = new ArrayList<>();
        try (Documents found = records.open("lanes", request(layout, since))) {
            while (found.hasNext()) {
                lanes.add(Rows.decoded(found.next()));
            }
        }
        return lanes;
    }

    /** A lane is posted after its run was started, so that no lane of the period is left out here. */
    private ReadRequest request(Layout layout, LocalDateTime since) {
        Set<String> fields = new LinkedHashSet<>(layout.projection().keySet());
        fields.removeAll(Set.of(DATE, "sequencer", "sequencer_stage", "model", "pool", IMPOSSIBLE));
        fields.addAll(Set.of(ELEMENTS, "_created"));
        return ReadRequest.everything()
                .matching(Criteria.since("_created", pages.utc(since)))
                .showing(new Projection(Optional.of(fields), Set.of()));
    }

    /** The day on which the first of the lanes of each run was posted. */
    private Map<String, LocalDate> heard(List<BsonDocument> lanes) {
        Map<String, LocalDate> heard = new HashMap<>();
        for (BsonDocument lane : lanes) {
            LocalDate day = RunFacts.day(lane.get("_created"), pages.zone()).orElse(LocalDate.MAX);
            heard.merge(Bson.text(lane, "run_id"), day, (one, other) -> one.isBefore(other) ? one : other);
        }
        return heard;
    }

    /** The state of each run by its name; empty while the LIMS is away. */
    private Optional<Map<String, BsonValue>> states(LocalDateTime since, Set<String> runs) {
        try {
            Map<String, BsonValue> states = new HashMap<>();
            records.limsDocuments(RunRequest.everything().openedAfter(since.toLocalDate()))
                    .forEach(run -> states.put(Bson.text(run, "run_id"), run.get(STATUS, BsonNull.VALUE)));
            List<String> earlier =
                    runs.stream().filter(run -> !states.containsKey(run)).toList();
            runRecords.limsOf(earlier).forEach((run, item) -> states.put(run, item.get(STATUS, BsonNull.VALUE)));
            return Optional.of(states);
        } catch (Unavailable away) {
            return Optional.empty();
        }
    }

    private static boolean counts(BsonValue state) {
        return state == null || state.equals(COMPLETED);
    }

    private BsonDocument described(BsonDocument lane, Map<String, LocalDate> heard) {
        BsonValue elements = lane.remove(ELEMENTS);
        boolean pooled =
                elements != null && elements.isArray() && elements.asArray().size() > 1;
        RunId run = reporting.runIds().read(Bson.text(lane, "run_id"));
        run.date()
                .or(() -> Optional.ofNullable(heard.get(run.text())).filter(day -> !day.equals(LocalDate.MAX)))
                .ifPresent(day -> lane.append(DATE, new BsonString(day.toString())));
        run.instrument().ifPresent(name -> lane.append("sequencer", new BsonString(name)));
        run.stage().ifPresent(stage -> lane.append("sequencer_stage", new BsonString(stage)));
        run.instrument()
                .flatMap(pages::instrumentModel)
                .ifPresent(model -> lane.append("model", new BsonString(model)));
        return withoutImpossible(lane).append("pool", new BsonString(pooled ? "pooling" : "non_pooling"));
    }

    /** Numbers that cannot be are named, and not drawn: one of them would stretch the axis for all. */
    private static BsonDocument withoutImpossible(BsonDocument lane) {
        BsonArray paths = new BsonArray();
        ImpossibleNumbers.in(lane).keySet().forEach(path -> {
            String[] names = path.split("\\.");
            BsonDocument parent = names.length == 1 ? lane : lane.getDocument(names[0]);
            parent.remove(names[names.length - 1]);
            paths.add(new BsonString(path));
        });
        return lane.append(IMPOSSIBLE, paths);
    }
}

package org.egcg.reporting.control;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.egcg.reporting.consistency.ImpossibleNumbers;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.resource.ChangeMarks;
import org.egcg.reporting.resource.KeptDocuments;
import org.egcg.reporting.run.RunId;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Find;

/**
 * Reads runs of instruments by their lanes: a few numbers of each lane, which are kept, so that only lanes that were written
 * are read again. Safe for use by several threads.
 */
final class LaneReading {

    private static final String LANES = "lanes";
    private static final String ELEMENTS = "run_elements";
    private static final String CREATED = "_created";

    private final DocumentStore store;
    private final RunIds names;
    private final List<ControlMetric> metrics;
    private final KeptDocuments<Lane> kept;

    LaneReading(DocumentStore store, ChangeMarks changes, RunIds names, List<ControlMetric> metrics, Clock clock) {
        this.store = store;
        this.names = names;
        this.metrics = metrics;
        this.kept = new KeptDocuments<>(changes, LANES, lane -> Optional.of(lane(lane)), clock);
    }

    /** A lane as it is read, with the values of the metrics in their order: not a number where there is none that can be. */
    private static final class Lane {
        private final String run;
        private final Optional<Instant> created;
        private final boolean pooled;
        private final double[] values;

        private Lane(String run, Optional<Instant> created, boolean pooled, double[] values) {
            this.run = run;
            this.created = created;
            this.pooled = pooled;
            this.values = values;
        }
    }

    /** The lanes of a run as they are read. */
    private static final class Lanes {
        private final Map<String, List<Double>> values = new HashMap<>();
        private Instant heard = Instant.MAX;
        private boolean pooled;
    }

    /** The runs of known instruments whose lanes were posted since a moment, the earliest first. */
    List<InstrumentRun> since(Instant moment, ZoneId zone) {
        Map<String, Lanes> runs = new HashMap<>();
        BsonDocument filter =
                new BsonDocument(CREATED, new BsonDocument("$gte", new BsonDateTime(moment.toEpochMilli())));
        kept.now(ids -> store.find(Find.in(LANES).matching(among(filter, ids)).only(projection()))).values().stream()
                .filter(lane -> lane.created
                        .filter(created -> !created.isBefore(moment))
                        .isPresent())
                .forEach(lane -> add(lane, runs.computeIfAbsent(lane.run, run -> new Lanes())));
        List<InstrumentRun> found = new ArrayList<>();
        runs.forEach((run, lanes) -> run(run, lanes, zone).ifPresent(found::add));
        found.sort(InstrumentRun.EARLIEST_FIRST);
        return found;
    }

    private static BsonDocument among(BsonDocument filter, Optional<Set<BsonValue>> ids) {
        BsonDocument wanted = filter.clone();
        ids.ifPresent(some -> wanted.append("_id", new BsonDocument("$in", new BsonArray(List.copyOf(some)))));
        return wanted;
    }

    private BsonDocument projection() {
        Set<String> paths = new HashSet<>(Set.of("run_id", ELEMENTS, CREATED));
        metrics.forEach(metric -> paths.add(metric.path()));
        BsonDocument projection = new BsonDocument();
        paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> path.startsWith(other + ".")))
                .sorted(Comparator.naturalOrder())
                .forEach(path -> projection.append(path, new BsonInt32(1)));
        return projection;
    }

    private Lane lane(BsonDocument lane) {
        Set<String> impossible = ImpossibleNumbers.in(lane).keySet();
        double[] values = metrics.stream()
                .mapToDouble(metric -> impossible.contains(metric.path())
                        ? Double.NaN
                        : Bson.number(lane, metric.path()).orElse(Double.NaN))
                .toArray();
        BsonValue elements = lane.get(ELEMENTS);
        boolean pooled =
                elements != null && elements.isArray() && elements.asArray().size() > 1;
        return new Lane(Bson.text(lane, "run_id"), Bson.moment(lane, CREATED), pooled, values);
    }

    private void add(Lane lane, Lanes run) {
        for (int i = 0; i < metrics.size(); i++) {
            if (Double.isFinite(lane.values[i])) {
                run.values
                        .computeIfAbsent(metrics.get(i).key(), key -> new ArrayList<>())
                        .add(lane.values[i]);
            }
        }
        run.heard = lane.created.filter(moment -> moment.isBefore(run.heard)).orElse(run.heard);
        run.pooled |= lane.pooled;
    }

    private Optional<InstrumentRun> run(String name, Lanes lanes, ZoneId zone) {
        RunId run = names.read(name);
        Optional<LocalDate> day = run.date().or(() -> Optional.of(lanes.heard)
                .filter(moment -> moment.isBefore(Instant.MAX))
                .map(moment -> LocalDate.ofInstant(moment, zone)));
        if (run.instrument().isEmpty() || day.isEmpty() || lanes.values.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Double> values = new HashMap<>();
        lanes.values.forEach((key, all) -> values.put(
                key,
                Baseline.median(all.stream().mapToDouble(Double::doubleValue).toArray())));
        return Optional.of(new InstrumentRun(
                name, run.instrument().get(), day.get(), run.number().orElse(0), run.side(), lanes.pooled, values));
    }
}

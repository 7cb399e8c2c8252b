package org.egcg.reporting.control;

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
import java.util.OptionalDouble;
import java.util.Set;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonValue;
import org.egcg.reporting.consistency.ImpossibleNumbers;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.run.RunId;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/** Reads runs of instruments by their lanes: a few numbers of each lane, and nothing below it. */
final class LaneReading {

    private static final String LANES = "lanes";
    private static final String ELEMENTS = "run_elements";
    private static final String CREATED = "_created";

    private final DocumentStore store;
    private final RunIds names;
    private final List<ControlMetric> metrics;

    LaneReading(DocumentStore store, RunIds names, List<ControlMetric> metrics) {
        this.store = store;
        this.names = names;
        this.metrics = metrics;
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
        try (Documents lanes = store.find(Find.in(LANES).matching(filter).only(projection()))) {
            lanes.forEachRemaining(
                    lane -> add(lane, runs.computeIfAbsent(Bson.text(lane, "run_id"), run -> new Lanes())));
        }
        List<InstrumentRun> found = new ArrayList<>();
        runs.forEach((run, lanes) -> run(run, lanes, zone).ifPresent(found::add));
        found.sort(InstrumentRun.EARLIEST_FIRST);
        return found;
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

    private void add(BsonDocument lane, Lanes run) {
        Set<String> impossible = ImpossibleNumbers.in(lane).keySet();
        for (ControlMetric metric : metrics) {
            OptionalDouble value = Bson.number(lane, metric.path());
            if (value.isPresent() && Double.isFinite(value.getAsDouble()) && !impossible.contains(metric.path())) {
                run.values
                        .computeIfAbsent(metric.key(), key -> new ArrayList<>())
                        .add(value.getAsDouble());
            }
        }
        Optional<Instant> created = Bson.moment(lane, CREATED);
        run.heard = created.filter(moment -> moment.isBefore(run.heard)).orElse(run.heard);
        BsonValue elements = lane.get(ELEMENTS);
        run.pooled |=
                elements != null && elements.isArray() && elements.asArray().size() > 1;
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

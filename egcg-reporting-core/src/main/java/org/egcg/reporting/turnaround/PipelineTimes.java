package org.egcg.reporting.turnaround;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;

/**
 * How long pipelines take: an execution is unusually long when nine of ten that have finished of the same pipeline took
 * less. While fewer than five have finished, it is when it takes more than two days.
 */
public final class PipelineTimes {

    private static final int ENOUGH = 5;
    private static final double MOST = 0.9;
    private static final Duration LONG = Duration.ofDays(2);

    private final Map<String, List<Duration>> took = new HashMap<>();

    /** @param processes documents of {@code analysis_driver_procs}; those that have not finished count for nothing */
    public static PipelineTimes of(Collection<BsonDocument> processes) {
        PipelineTimes times = new PipelineTimes();
        processes.stream()
                .filter(process -> Bson.text(process, "status").equals("finished"))
                .forEach(times::add);
        return times;
    }

    private void add(BsonDocument process) {
        Bson.moment(process, "end_date")
                .ifPresent(ended -> took.computeIfAbsent(pipeline(process), any -> new ArrayList<>())
                        .add(Duration.between(begun(process), ended)));
    }

    /** Processes of the same kind take about as long as each other. */
    private static String pipeline(BsonDocument process) {
        return Bson.text(process, "dataset_type") + "/" + Bson.text(process, "pipeline_used.name");
    }

    /** When an execution began; when it was noted if it does not say. */
    public static Instant begun(BsonDocument process) {
        return Bson.moment(process, "start_date")
                .or(() -> Bson.moment(process, "_created"))
                .orElse(Instant.EPOCH);
    }

    private Optional<Usual> usual(BsonDocument process) {
        return Optional.of(new Usual(took.getOrDefault(pipeline(process), List.of())))
                .filter(known -> known.isKnown(ENOUGH));
    }

    /** Whether enough have finished to know what is usual for an execution. */
    public boolean isKnown(BsonDocument process) {
        return usual(process).isPresent();
    }

    /** How long it takes at most, usually. */
    public Duration most(BsonDocument process) {
        return usual(process).map(known -> known.quantile(MOST)).orElse(LONG);
    }

    /** Whether it takes unusually long by now. */
    public boolean isSlow(BsonDocument process, Instant now) {
        return Duration.between(begun(process), now).compareTo(most(process)) > 0;
    }
}

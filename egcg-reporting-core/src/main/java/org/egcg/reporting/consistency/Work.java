package org.egcg.reporting.consistency;

import static org.egcg.reporting.consistency.StoredText.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.consistency.Inconsistency.Named;

/**
 * Executions of pipelines that say they are at work and cannot be: the same data set was started again since, or they
 * began more than {@value #LONGEST_DAYS} days ago.
 */
record Work(Scan scan, Findings findings, Instant now) {

    private static final int LONGEST_DAYS = 30;
    private static final Map<String, String> PAGES = Map.of("run", "runs", "sample", "samples");

    void look() {
        Map<Long, Instant> latest = new HashMap<>();
        List<BsonDocument> working = new ArrayList<>();
        BsonDocument processing = new BsonDocument("status", new BsonString("processing"));
        scan.each(
                "analysis_driver_procs",
                processing,
                process -> {
                    latest.put(key(process), begun(process));
                    working.add(process);
                },
                fields());
        if (!latest.isEmpty()) {
            scan.each(
                    "analysis_driver_procs",
                    process -> latest.computeIfPresent(
                            key(process), (any, known) -> begun(process).isAfter(known) ? begun(process) : known),
                    fields());
            working.forEach(process -> note(process, latest));
        }
    }

    private static String[] fields() {
        return new String[] {"proc_id", "dataset_type", "dataset_name", "start_date", "_created"};
    }

    private static long key(BsonDocument process) {
        return Keys.of(text(process, "dataset_type"), text(process, "dataset_name"));
    }

    private static Instant begun(BsonDocument process) {
        BsonValue date = process.isDateTime("start_date") ? process.get("start_date") : process.get("_created");
        return date != null && date.isDateTime()
                ? Instant.ofEpochMilli(date.asDateTime().getValue())
                : Instant.EPOCH;
    }

    private void note(BsonDocument process, Map<Long, Instant> latest) {
        boolean again = latest.getOrDefault(key(process), Instant.EPOCH).isAfter(begun(process));
        boolean tooLong = begun(process).isBefore(now.minus(Duration.ofDays(LONGEST_DAYS)));
        if (again || tooLong) {
            String id = text(process, "proc_id");
            String type = text(process, "dataset_type");
            String why = again ? "though started again since" : "for more than " + LONGEST_DAYS + " days";
            findings.add(
                    InconsistencyKind.PROCESS_NEVER_ENDED,
                    id,
                    "Processing " + why + ": the pipeline of " + type + " " + text(process, "dataset_name") + ".",
                    new Named("analysis_driver_procs", id),
                    PAGES.containsKey(type)
                            ? List.of(new Named(PAGES.get(type), text(process, "dataset_name")))
                            : List.of());
        }
    }
}

package org.egcg.reporting.web.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.table.Verdicts;
import org.egcg.reporting.web.timeline.Timeline;

/** The times that pipelines processed a data set, newest first. */
public final class Processes {

    /** One time. */
    public record Run(
            String id,
            String label,
            String started,
            String ended,
            String status,
            String pipeline,
            String toolset,
            Timeline timeline) {

        /** The sign before the status. */
        public String style() {
            return Verdicts.style(status);
        }
    }

    private final List<Run> runs;

    private Processes(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    /** The processes of data sets of a type: {@code run}, {@code sample} or {@code project}. */
    public static Processes of(Records records, String type, List<String> names, ZoneId zone) {
        Where where = new Where.All(List.of(Criteria.equal("dataset_type", type), Criteria.in("dataset_name", names)));
        return new Processes(
                records.documents("analysis_driver_procs", where, "-_created,-start_date", "{\"stages\": 1}").stream()
                        .map(process -> run(process, zone))
                        .toList());
    }

    public List<Run> runs() {
        return runs;
    }

    public int count() {
        return runs.size();
    }

    private static Run run(BsonDocument process, ZoneId zone) {
        String created = date(process, "_created", zone).orElse("");
        String pid = text(process, "pid");
        BsonDocument pipeline =
                process.isDocument("pipeline_used") ? process.getDocument("pipeline_used") : new BsonDocument();
        return new Run(
                text(process, "proc_id"),
                date(process, "start_date", zone).orElse(created),
                date(process, "start_date", zone).orElse(created),
                date(process, "end_date", zone).orElse(pid.isEmpty() ? "" : "Running with pid: " + pid),
                text(process, "status").isEmpty() ? "inactive" : text(process, "status"),
                text(pipeline, "name"),
                (text(pipeline, "toolset_type") + " " + text(pipeline, "toolset_version")).strip(),
                Timeline.of(process, Instant.now(), zone));
    }

    private static Optional<String> date(BsonDocument document, String key, ZoneId zone) {
        BsonValue value = document.get(key);
        return value == null || !value.isDateTime()
                ? Optional.empty()
                : Optional.of(Wording.minute(LocalDateTime.ofInstant(
                        Instant.ofEpochMilli(value.asDateTime().getValue()), zone)));
    }

    private static String text(BsonDocument document, String key) {
        BsonValue value = document.get(key);
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isString()
                ? value.asString().getValue()
                : value.isNumber() ? String.valueOf(value.asNumber().longValue()) : value.toString();
    }
}

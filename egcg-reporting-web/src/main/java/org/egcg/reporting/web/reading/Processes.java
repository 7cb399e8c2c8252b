package org.egcg.reporting.web.reading;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.web.date.Dates;
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
        String pid = Bson.written(process, "pid");
        BsonDocument pipeline = Bson.document(process, "pipeline_used");
        return new Run(
                Bson.written(process, "proc_id"),
                date(process, "start_date", zone).orElse(created),
                date(process, "start_date", zone).orElse(created),
                date(process, "end_date", zone).orElse(pid.isEmpty() ? "" : "Running with pid: " + pid),
                Bson.written(process, "status").isEmpty() ? "inactive" : Bson.written(process, "status"),
                Bson.written(pipeline, "name"),
                (Bson.written(pipeline, "toolset_type") + " " + Bson.written(pipeline, "toolset_version")).strip(),
                Timeline.of(process, Instant.now(), zone));
    }

    private static Optional<String> date(BsonDocument document, String key, ZoneId zone) {
        return Bson.moment(document, key).map(moment -> Dates.minute(LocalDateTime.ofInstant(moment, zone)));
    }
}

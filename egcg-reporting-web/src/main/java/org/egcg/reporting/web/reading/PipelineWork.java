package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Where;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.web.chart.Activity.Kind;
import org.egcg.reporting.web.chart.Activity.Work;

/** Processes and stages of pipelines between two days (UTC), both included. */
@ApplicationScoped
public class PipelineWork {

    @Inject
    private Records records;

    public List<Work> between(LocalDate from, LocalDate to, boolean stages) {
        List<Work> work = new ArrayList<>();
        read(
                        "analysis_driver_procs",
                        "start_date",
                        "end_date",
                        Set.of("proc_id", "dataset_type", "dataset_name"),
                        from,
                        to)
                .forEach(process -> process(process).ifPresent(work::add));
        if (stages) {
            read("analysis_driver_stages", "date_started", "date_finished", Set.of("stage_id"), from, to)
                    .forEach(stage -> stage(stage).ifPresent(work::add));
        }
        return work;
    }

    /** What began before the range ended, and has not ended before it began. */
    private List<BsonDocument> read(
            String resource, String started, String ended, Set<String> fields, LocalDate from, LocalDate to) {
        Where where = new Where.All(List.of(
                new Where.Meets(started, new BsonDocument("$lt", millis(to.plusDays(1)))),
                new Where.Any(List.of(
                        new Where.Meets(ended, new BsonDocument("$gte", millis(from))),
                        new Where.Equal(ended, BsonNull.VALUE),
                        new Where.Meets(ended, new BsonDocument("$exists", BsonBoolean.FALSE))))));
        Set<String> all = new java.util.HashSet<>(fields);
        all.addAll(Set.of(started, ended));
        try (Documents found = records.open(
                resource,
                ReadRequest.everything().matching(where).showing(new Projection(Optional.of(all), Set.of())))) {
            return found.list();
        }
    }

    private static BsonDateTime millis(LocalDate day) {
        return new BsonDateTime(day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
    }

    private static Optional<Work> process(BsonDocument process) {
        return Kind.of(Bson.text(process, "dataset_type"), false).flatMap(kind -> moment(process, "start_date")
                .map(started -> new Work(
                        Bson.text(process, "proc_id"),
                        kind,
                        Bson.text(process, "dataset_name"),
                        started,
                        moment(process, "end_date"))));
    }

    /** A stage is called {@code <type>_<data set>_...}; the data set may contain the sign itself. */
    private static Optional<Work> stage(BsonDocument stage) {
        String id = Bson.text(stage, "stage_id");
        int end = id.indexOf('_');
        return Kind.of(id.substring(0, Math.max(0, end)), true).flatMap(kind -> moment(stage, "date_started")
                .map(started -> new Work(id, kind, dataset(id, end), started, moment(stage, "date_finished"))));
    }

    private static final java.util.regex.Pattern STAGE =
            java.util.regex.Pattern.compile("(.+?)_\\d{2}_\\d{2}_\\d{4}_\\d{2}:\\d{2}:\\d{2}.*");

    private static String dataset(String id, int end) {
        String rest = id.substring(end + 1);
        java.util.regex.Matcher parts = STAGE.matcher(rest);
        return parts.matches() ? parts.group(1) : rest;
    }

    private static Optional<LocalDateTime> moment(BsonDocument document, String field) {
        return Bson.moment(document, field).map(moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
    }
}

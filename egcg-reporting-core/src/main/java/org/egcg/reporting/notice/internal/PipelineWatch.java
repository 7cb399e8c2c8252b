package org.egcg.reporting.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.Pages;
import org.egcg.reporting.notice.Watch;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.turnaround.PipelineTimes;

/** Executions of pipelines that failed, or take unusually long. */
record PipelineWatch(Stored stored, RunIds runs) implements Watch {

    private static final String RESOURCE = "analysis_driver_procs";
    private static final Duration LATELY = Duration.ofDays(90);
    private static final Duration YEAR = Duration.ofDays(365);

    @Override
    public String name() {
        return "pipelines";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean followsWrites() {
        return true;
    }

    @Override
    public List<Notice> look(Instant now) {
        List<Notice> found = new ArrayList<>();
        read(new BsonDocument("status", new BsonDocument("$in", words("failed", "aborted"))), now.minus(LATELY))
                .forEach(process -> found.add(failed(process, now)));
        List<BsonDocument> running = read(Stored.equal("status", "processing"), now.minus(LATELY));
        if (!running.isEmpty()) {
            PipelineTimes times = PipelineTimes.of(read(Stored.equal("status", "finished"), now.minus(YEAR)));
            running.stream()
                    .filter(process -> times.isSlow(process, now))
                    .forEach(process -> found.add(slow(process, times, now)));
        }
        return found;
    }

    private static BsonArray words(String... words) {
        BsonArray all = new BsonArray();
        List.of(words).forEach(word -> all.add(new BsonString(word)));
        return all;
    }

    private List<BsonDocument> read(BsonDocument filter, Instant since) {
        return stored.list(
                RESOURCE,
                Stored.both(filter, Stored.since("_created", since)),
                "_created",
                "proc_id",
                "dataset_type",
                "dataset_name",
                "status",
                "start_date",
                "end_date",
                "pipeline_used.name");
    }

    private Notice failed(BsonDocument process, Instant now) {
        boolean isAborted = Bson.text(process, "status").equals("aborted");
        String type = Bson.text(process, "dataset_type");
        String reason = "The pipeline of the " + type + (isAborted ? " was aborted." : " failed.");
        boolean isRunAborted = isAborted && type.equals("run");
        Notice notice = isRunAborted
                ? RunNotices.aborted(Bson.text(process, "dataset_name"), ended(process, now), reason)
                : Notice.of(
                        NoticeKind.PIPELINE_FAILED,
                        Bson.text(process, "proc_id"),
                        ended(process, now),
                        Bson.text(process, "dataset_name"),
                        reason,
                        page(process));
        return concerned(notice, process);
    }

    private static Instant ended(BsonDocument process, Instant now) {
        return Bson.moment(process, "end_date").orElse(now);
    }

    private Notice slow(BsonDocument process, PipelineTimes times, Instant now) {
        String most = Spans.words(times.most(process));
        String reason = "It has run for "
                + Spans.words(Duration.between(PipelineTimes.begun(process), now)) + "; "
                + (times.isKnown(process)
                        ? "9 of 10 took less than " + most
                        : "too few have finished to know what is usual, this is over " + most)
                + ".";
        return concerned(
                Notice.of(
                        NoticeKind.PIPELINE_SLOW,
                        Bson.text(process, "proc_id"),
                        now,
                        Bson.text(process, "dataset_name"),
                        reason,
                        page(process)),
                process);
    }

    private Notice concerned(Notice notice, BsonDocument process) {
        String name = Bson.text(process, "dataset_name");
        return switch (Bson.text(process, "dataset_type")) {
            case "run" ->
                notice.on(runs.read(name).instrument())
                        .ofProjects(projects("runs", "run_id", name, "aggregated.project_ids"));
            case "sample" -> notice.ofProjects(projects("samples", "sample_id", name, "project_id"));
            default -> notice.ofProjects(List.of(name));
        };
    }

    private List<String> projects(String resource, String field, String name, String where) {
        List<String> projects = new ArrayList<>();
        for (BsonDocument found : stored.list(resource, Stored.equal(field, name), where)) {
            projects.addAll(Stored.projects(found));
            projects.addAll(Stored.project(found));
        }
        return projects;
    }

    private static String page(BsonDocument process) {
        String name = Bson.text(process, "dataset_name");
        return switch (Bson.text(process, "dataset_type")) {
            case "run" -> Pages.run(name);
            case "sample" -> Pages.sample(name);
            default -> Pages.project(name);
        };
    }
}

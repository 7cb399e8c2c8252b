package org.egcg.reporting.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.Pages;
import org.egcg.reporting.notice.Watch;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.sample.SampleKind;
import org.egcg.reporting.sample.SampleKinds;

/**
 * Lanes and samples that began to wait too long for a decision within the last 30 days: what waits longer was told.
 *
 * @param lanes how long a lane may wait
 * @param samples how long a sample may
 */
record WaitingWatch(Stored stored, RunIds runs, SampleKinds kinds, Duration lanes, Duration samples) implements Watch {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final String UNDECIDED = "not marked";

    @Override
    public String name() {
        return "waiting";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public List<Notice> look(Instant now) {
        List<Notice> found = new ArrayList<>(lanes(now));
        BsonDocument waiting =
                Stored.both(Stored.equal("useable", UNDECIDED), Stored.equal(Stored.PROCESS + "status", "finished"));
        stored
                .list(
                        "samples",
                        waiting,
                        "_created",
                        "sample_id",
                        "project_id",
                        SampleKinds.FIELD,
                        Stored.PROCESS + "start_date",
                        Stored.PROCESS + "end_date")
                .stream()
                .filter(sample -> kinds.of(sample) == SampleKind.SAMPLE)
                .filter(sample -> isNews(since(sample, sample).plus(samples), now))
                .forEach(sample -> found.add(sample(sample)));
        return found;
    }

    private static boolean isNews(Instant tooLong, Instant now) {
        return !tooLong.isAfter(now) && tooLong.isAfter(now.minus(LATELY));
    }

    private static Instant since(BsonDocument processed, BsonDocument document) {
        return Bson.moment(processed, Stored.PROCESS + "end_date")
                .or(() -> Bson.moment(processed, Stored.PROCESS + "start_date"))
                .or(() -> Bson.moment(document, "_created"))
                .orElse(Instant.EPOCH);
    }

    private Notice sample(BsonDocument sample) {
        String id = Bson.text(sample, "sample_id");
        return Notice.of(
                        NoticeKind.SAMPLE_WAITING,
                        id,
                        since(sample, sample).plus(samples),
                        id,
                        "It is processed, and has waited for more than " + days(samples) + ".",
                        Pages.sample(id))
                .within(Bson.text(sample, "project_id"))
                .ofProjects(Stored.project(sample));
    }

    private static String days(Duration span) {
        return span.toDays() == 1 ? "a day" : span.toDays() + " days";
    }

    private List<Notice> lanes(Instant now) {
        List<BsonDocument> waiting = stored.list(
                "lanes",
                Stored.equal("aggregated.useable_statuses", UNDECIDED),
                "_created",
                "lane_id",
                "run_id",
                "aggregated.project_ids");
        Map<String, BsonDocument> processed = processed(waiting);
        List<Notice> found = new ArrayList<>();
        for (BsonDocument lane : waiting) {
            BsonDocument run = processed.getOrDefault(Bson.text(lane, "run_id"), new BsonDocument());
            Instant tooLong = since(run, lane).plus(lanes);
            if (isFinished(run) && isNews(tooLong, now)) {
                found.add(lane(lane, tooLong));
            }
        }
        return found;
    }

    /** A facility without pipelines of this kind reports none. */
    private static boolean isFinished(BsonDocument run) {
        String status = Bson.text(run, Stored.PROCESS + "status");
        return status.isEmpty() || status.equals("finished");
    }

    private Map<String, BsonDocument> processed(List<BsonDocument> waiting) {
        BsonArray ids = new BsonArray(waiting.stream()
                .map(lane -> new BsonString(Bson.text(lane, "run_id")))
                .distinct()
                .toList());
        Map<String, BsonDocument> runs = new HashMap<>();
        stored.list(
                        "runs",
                        new BsonDocument("run_id", new BsonDocument("$in", ids)),
                        "run_id",
                        Stored.PROCESS + "status",
                        Stored.PROCESS + "start_date",
                        Stored.PROCESS + "end_date")
                .forEach(run -> runs.put(Bson.text(run, "run_id"), run));
        return runs;
    }

    private Notice lane(BsonDocument lane, Instant tooLong) {
        String run = Bson.text(lane, "run_id");
        return Notice.of(
                        NoticeKind.LANE_WAITING,
                        Bson.text(lane, "lane_id"),
                        tooLong,
                        Bson.text(lane, "lane_id"),
                        "Nothing was decided about it for more than " + days(lanes) + ".",
                        Pages.run(run))
                .within(run)
                .ofProjects(Stored.projects(lane))
                .on(runs.read(run).instrument());
    }
}

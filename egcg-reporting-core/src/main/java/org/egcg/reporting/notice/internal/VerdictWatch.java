package org.egcg.reporting.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.Pages;
import org.egcg.reporting.notice.Watch;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.sample.SampleKind;
import org.egcg.reporting.sample.SampleKinds;

/** Lanes and samples that failed a review of the last 30 days. */
record VerdictWatch(Stored stored, RunIds runs, SampleKinds kinds) implements Watch {

    private static final Duration LATELY = Duration.ofDays(30);

    @Override
    public String name() {
        return "verdicts";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(2);
    }

    @Override
    public List<Notice> look(Instant now) {
        Instant since = now.minus(LATELY);
        List<Notice> found = new ArrayList<>();
        stored.list(
                        "lanes",
                        Stored.both(
                                Stored.equal("aggregated.review_statuses", "fail"),
                                Stored.since("aggregated.review_date", since)),
                        "lane_id",
                        "run_id",
                        "aggregated.project_ids",
                        "aggregated.review_date",
                        "aggregated.review_comments")
                .forEach(lane -> found.add(lane(lane, now)));
        stored
                .list(
                        "samples",
                        Stored.both(Stored.equal("reviewed", "fail"), Stored.since("review_date", since)),
                        "sample_id",
                        "project_id",
                        "review_date",
                        "review_comments",
                        SampleKinds.FIELD)
                .stream()
                .filter(sample -> kinds.of(sample) == SampleKind.SAMPLE)
                .forEach(sample -> found.add(sample(sample, now)));
        return found;
    }

    private Notice lane(BsonDocument lane, Instant now) {
        String run = Bson.text(lane, "run_id");
        String why = Bson.texts(lane, "aggregated.review_comments").stream()
                .filter(comment -> !comment.isBlank())
                .collect(Collectors.joining("; "));
        return Notice.of(
                        NoticeKind.LANE_FAILED,
                        Bson.text(lane, "lane_id"),
                        Bson.moment(lane, "aggregated.review_date").orElse(now),
                        Bson.text(lane, "lane_id"),
                        why.isEmpty() ? "A run element of it failed the review." : why,
                        Pages.run(run))
                .within(run)
                .ofProjects(Stored.projects(lane))
                .on(runs.read(run).instrument());
    }

    private static Notice sample(BsonDocument sample, Instant now) {
        String id = Bson.text(sample, "sample_id");
        String why = Bson.text(sample, "review_comments");
        return Notice.of(
                        NoticeKind.SAMPLE_FAILED,
                        id,
                        Bson.moment(sample, "review_date").orElse(now),
                        id,
                        why.isBlank() ? "It failed the review." : why,
                        Pages.sample(id))
                .within(Bson.text(sample, "project_id"))
                .ofProjects(Stored.project(sample));
    }
}

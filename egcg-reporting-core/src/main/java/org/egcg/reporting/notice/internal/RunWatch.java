package org.egcg.reporting.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.Watch;
import org.egcg.reporting.run.RunIds;

/** Runs of the last 60 days whose pipeline finished. */
record RunWatch(Stored stored, RunIds runs) implements Watch {

    private static final Duration LATELY = Duration.ofDays(60);

    @Override
    public String name() {
        return "runs";
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
        BsonDocument filter = Stored.both(
                Stored.equal(Stored.PROCESS + "status", "finished"), Stored.since("_created", now.minus(LATELY)));
        return stored.list("runs", filter, "run_id", "aggregated.project_ids", Stored.PROCESS + "end_date").stream()
                .map(run -> RunNotices.finished(
                                Bson.text(run, "run_id"),
                                Bson.moment(run, Stored.PROCESS + "end_date").orElse(now),
                                "Its pipeline finished.")
                        .ofProjects(Stored.projects(run))
                        .on(runs.read(Bson.text(run, "run_id")).instrument()))
                .toList();
    }
}

package org.egcg.reporting.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.Watch;
import org.egcg.reporting.run.RunIds;
import org.egcg.reporting.run.RunState;

/** Runs of the last 60 days that the LIMS calls completed, errored or aborted. */
record LimsRunWatch(Supplier<LimsReports> lims, RunIds runs, ZoneId zone) implements Watch {

    private static final int DAYS = 60;

    @Override
    public String name() {
        return "runs in the LIMS";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(2);
    }

    @Override
    public List<Notice> look(Instant now) {
        LocalDate first = LocalDate.ofInstant(now, zone).minusDays(DAYS);
        List<Notice> found = new ArrayList<>();
        for (BsonDocument run : lims.get().answer(RunRequest.everything().openedAfter(first))) {
            notice(run, now)
                    .ifPresent(notice -> found.add(notice.ofProjects(Bson.texts(run, "project_ids"))
                            .on(runs.read(Bson.text(run, "run_id")).instrument())));
        }
        return found;
    }

    private static Optional<Notice> notice(BsonDocument run, Instant now) {
        String id = Bson.text(run, "run_id");
        String status = Bson.text(run, "run_status");
        if (id.isEmpty() || status.isEmpty()) {
            return Optional.empty();
        }
        String reason = "The LIMS says: " + status + ".";
        return switch (RunState.of(Optional.of(status), Optional.empty(), List.of())) {
            case ERRORED -> Optional.of(RunNotices.errored(id, now, reason));
            case ABORTED -> Optional.of(RunNotices.aborted(id, now, reason));
            case WAITING -> Optional.of(RunNotices.finished(id, now, reason));
            default -> Optional.empty();
        };
    }
}

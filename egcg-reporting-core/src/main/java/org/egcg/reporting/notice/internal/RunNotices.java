package org.egcg.reporting.notice.internal;

import java.time.Instant;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.Pages;

/** What LIMS and pipelines may both say of a run: it is told once, whichever says it first. */
final class RunNotices {

    private RunNotices() {}

    static Notice finished(String run, Instant at, String reason) {
        return Notice.of(NoticeKind.RUN_FINISHED, run, at, run, reason, Pages.run(run));
    }

    static Notice errored(String run, Instant at, String reason) {
        return Notice.of(NoticeKind.RUN_ERRORED, run, at, run, reason, Pages.run(run));
    }

    static Notice aborted(String run, Instant at, String reason) {
        return Notice.of(NoticeKind.RUN_ABORTED, run, at, run, reason, Pages.run(run));
    }
}

package org.egcg.reporting.notice.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.egcg.reporting.consistency.Inconsistencies;
import org.egcg.reporting.consistency.Inconsistency;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.notice.Watch;

/** What does not fit together in the documents. */
record OddityWatch(Supplier<Inconsistencies> inconsistencies) implements Watch {

    @Override
    public String name() {
        return "inconsistencies";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public List<Notice> look(Instant now) {
        return inconsistencies.get().report().found().stream()
                .map(found -> notice(found, now))
                .toList();
    }

    /** Told apart by the first document that is named, as counts in sentences change. */
    private static Notice notice(Inconsistency found, Instant now) {
        String first = found.documents().stream()
                .findFirst()
                .map(document -> document.resource() + "/" + document.id())
                .orElse(found.sentence());
        return Notice.of(
                        NoticeKind.INCONSISTENCY,
                        found.kind().word() + "/" + first,
                        now,
                        found.kind().title(),
                        found.sentence(),
                        "/inconsistencies")
                .within(found.kind().title());
    }
}

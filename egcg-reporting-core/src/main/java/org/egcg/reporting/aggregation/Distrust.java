package org.egcg.reporting.aggregation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * For a while after a write of which is not known whether it happened, or will still happen, no sum is carried on: its
 * document may be among the children without having been counted. By the end of that time its note is old enough that
 * what it touches has been renewed from all children. Safe for use by several threads.
 */
final class Distrust {

    private static final Duration LASTS = PendingMarks.GRACE.multipliedBy(2);

    /** A note as old as this is hardly of a write that another node is at work on. */
    private static final Duration SUSPICIOUS = Duration.ofSeconds(45);

    private final Clock clock;
    private volatile Instant until = Instant.MIN;

    Distrust(Clock clock) {
        this.clock = clock;
    }

    void begin() {
        until = clock.instant().plus(LASTS);
    }

    boolean isOver() {
        return until.equals(Instant.MIN) || until.isBefore(clock.instant());
    }

    /** Whether a note that is nobody's here tells of such a write. */
    boolean isRoused(PendingMarks.Mark note) {
        return note.since().plus(SUSPICIOUS).isBefore(clock.instant());
    }
}

package org.egcg.reporting.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finds what has happened. It need not know what was told before: what is found again is not told again, and what is found
 * by its very first look is not told at all.
 */
public interface Watch {

    /** Tells it from other watches, for ever. */
    String name();

    /** How long it rests between two looks; of all nodes, one looks. */
    Duration pause();

    /** Whether it looks earlier when documents were written: within seconds. */
    default boolean followsWrites() {
        return false;
    }

    /**
     * All that there is to be told now, news or not.
     *
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if what it looks at does not answer; it looks again
     *     after its pause
     */
    List<Notice> look(Instant now);
}

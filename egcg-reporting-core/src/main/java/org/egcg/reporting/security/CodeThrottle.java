package org.egcg.reporting.security;

import java.time.Duration;
import java.time.InstantSource;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.security.Counters.Failures;

/**
 * Slows down guesses at the code by those who know an account's password, wherever they do so: a million codes
 * are not many. Counts an attempt as failed before it is looked at. Thread-safe.
 */
final class CodeThrottle {

    private static final int MOST = 5_000;
    private static final int FREE = 10;
    private static final long FIRST = Duration.ofSeconds(5).toMillis();
    private static final long LONGEST = Duration.ofMinutes(15).toMillis();
    private static final long FORGOTTEN = Duration.ofHours(6).toMillis();

    private final InstantSource clock;
    private final Counters counters = new Counters(MOST, FORGOTTEN);

    CodeThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** An attempt that may be looked at. */
    final class Attempt {
        private final String user;

        private Attempt(String user) {
            this.user = user;
        }

        void succeeded() {
            synchronized (CodeThrottle.this) {
                counters.put(user, Failures.NONE, clock.millis());
            }
        }
    }

    synchronized Attempt admit(String user) {
        long now = clock.millis();
        Failures before = counters.of(user, now);
        if (before.open() > now) {
            throw new TooManyAttempts("too many wrong codes", Duration.ofMillis(before.open() - now));
        }
        int count = before.count() + 1;
        long wait = count < FREE ? 0 : Math.min(LONGEST, FIRST << Math.min(16, count - FREE));
        counters.put(user, new Failures(count, now, now + wait, 0), now);
        return new Attempt(user);
    }
}

package org.egcg.reporting.signin;

import java.time.Duration;

/**
 * That somebody is away, found out by one question and believed for a moment, so that not everybody waits for the same
 * time-out. Thread-safe.
 */
final class ProviderOutage {

    private static final Duration BELIEVED = Duration.ofSeconds(3);

    private volatile long until = System.nanoTime();

    /** Whether there is no use in asking just now. */
    boolean lasts() {
        return System.nanoTime() - until < 0;
    }

    void begins() {
        until = System.nanoTime() + BELIEVED.toNanos();
    }
}

package org.egcg.reporting.signin;

import java.time.Duration;

/**
 * That a provider is away, found out by one question and believed for a moment, so that not every login waits for the same
 * time-out. Thread-safe.
 */
final class ProviderOutage {

    private static final Duration BELIEVED = Duration.ofSeconds(3);

    // Begins as over: nanoTime() may be negative, so zero could lie in the future.
    private volatile long until = System.nanoTime();

    /** Whether there is no use in asking just now. */
    boolean lasts() {
        // The difference, because nanoTime() may overflow between the two.
        return System.nanoTime() - until < 0;
    }

    void begins() {
        until = System.nanoTime() + BELIEVED.toNanos();
    }
}

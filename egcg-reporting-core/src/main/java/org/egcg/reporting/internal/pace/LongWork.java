package org.egcg.reporting.internal.pace;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Work that takes long gives way to what is short: where several have been at work for longer than a moment, they pause in
 * between, so that all of them together keep a quarter of the processors busy. One alone does not pause. For one thread, or
 * for threads that wait for each other; close it when the work is done.
 */
public final class LongWork implements AutoCloseable {

    /** What takes no longer is not held up. */
    private static final long MOMENT = Duration.ofMillis(500).toNanos();

    private static final long SLICE = Duration.ofMillis(20).toNanos();

    /** Work of which no step was seen for so long waits for something, and counts for none. */
    private static final long ABSENCE = Duration.ofSeconds(1).toNanos();

    /** The clock is looked at once in so many steps. */
    private static final int STEPS = 64;

    private static final double PROCESSORS = Runtime.getRuntime().availableProcessors() / 4.0;
    private static final Set<LongWork> AT_WORK = ConcurrentHashMap.newKeySet();

    private final long begun = System.nanoTime();
    private volatile long seen = begun;
    private int steps;
    private boolean isLong;

    /** A small part of the work is done. Waits if it is long, and others are. */
    public void step() {
        if (++steps % STEPS != 0) {
            return;
        }
        long now = System.nanoTime();
        if (!isLong && now - begun > MOMENT) {
            isLong = true;
            AT_WORK.add(this);
        }
        if (isLong && now - seen > SLICE) {
            long worked = now - seen;
            seen = now;
            pause((long) (Math.min(worked, 5 * SLICE) * tooMany(now)));
            seen = System.nanoTime();
        }
    }

    /** How many times as much is at work as there may be, beyond that. */
    private static double tooMany(long now) {
        long present =
                AT_WORK.stream().filter(work -> now - work.seen < ABSENCE).count();
        return present <= 1 ? 0 : Math.max(0, present / PROCESSORS - 1);
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        AT_WORK.remove(this);
    }
}

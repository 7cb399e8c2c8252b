package org.egcg.reporting.internal.pace;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Work that takes long gives way to what is short: whatever has been at work for longer than a moment pauses in between, so
 * that all of it together keeps half of the processors busy. What counts is the time of processors, so that who waits for
 * another, such as for the store, takes nothing. For one thread at a time.
 */
public final class LongWork {

    /** What takes no longer is not held up. */
    private static final long MOMENT = Duration.ofMillis(500).toNanos();

    private static final long SLICE = Duration.ofMillis(20).toNanos();

    /** So much may be taken in advance: the threads of one piece of work tell late of what each has done. */
    private static final long ADVANCE = Duration.ofMillis(100).toNanos();

    /** The clock is looked at once in so many steps. */
    private static final int STEPS = 64;

    private static final double PROCESSORS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2.0);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Until when the processors for long work are taken by what was done, on the clock of {@link System#nanoTime}. */
    private static final AtomicLong TAKEN = new AtomicLong(System.nanoTime());

    private final long begun = System.nanoTime();
    private int steps;
    private boolean isLong;
    private Thread worker;
    private long seen;
    private long processor;

    /** A small part of the work is done. Waits if it is long, and more is taken than there is for such work. */
    public void step() {
        if (++steps % STEPS != 0) {
            return;
        }
        long now = System.nanoTime();
        if (!isLong && now - begun > MOMENT) {
            isLong = true;
            look();
        } else if (isLong && worker != Thread.currentThread()) {
            look();
        } else if (isLong && now - seen > SLICE) {
            pause(take(Math.min(THREADS.getCurrentThreadCpuTime() - processor, 5 * SLICE), now) - ADVANCE);
            look();
        }
    }

    private void look() {
        worker = Thread.currentThread();
        seen = System.nanoTime();
        processor = THREADS.getCurrentThreadCpuTime();
    }

    /** For how long processors were taken before. */
    private static long take(long worked, long now) {
        long before = TAKEN.getAndUpdate(taken -> (taken - now > 0 ? taken : now) + (long) (worked / PROCESSORS));
        return before - now;
    }

    private static void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

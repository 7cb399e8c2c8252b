package org.egcg.reporting.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets so many work at the same time, lets others wait for a while, and nobody begin once it is closed. Thread-safe. */
public final class Turns {

    private final int most;
    private final Duration patience;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;

    /**
     * @param most how many may work at the same time
     * @param patience how long one more waits
     */
    public Turns(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
        this.free = new Semaphore(most, true);
    }

    /** Whether one may begin, after waiting if need be; who may has to {@link #end} afterwards. */
    public boolean begin() {
        waiting.incrementAndGet();
        try {
            return !closed && free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS) && stillOpen();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    private boolean stillOpen() {
        if (closed) {
            free.release();
        }
        return !closed;
    }

    /** Gives the turn to the next. */
    public void end() {
        free.release();
    }

    /** How many are at work. */
    public int atWork() {
        return most - free.availablePermits();
    }

    /** How many wait for their turn. */
    public int waiting() {
        return waiting.get();
    }

    public boolean isClosed() {
        return closed;
    }

    /** Lets nobody begin any more, and waits for those at work; says whether they have all finished in time. */
    public boolean close(Duration longest) {
        closed = true;
        try {
            boolean finished = free.tryAcquire(most, longest.toMillis(), TimeUnit.MILLISECONDS);
            if (finished) {
                free.release(most);
            }
            return finished;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

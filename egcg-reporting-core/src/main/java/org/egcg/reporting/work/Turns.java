package org.egcg.reporting.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many work at the same time, and so many of one kind; lets a few others wait for a while, in the order in which
 * they came; and lets nobody begin once it is closed. Thread-safe.
 */
public final class Turns {

    /**
     * How many at once.
     *
     * @param most how many may work at the same time
     * @param each how many of them may be of one and the same
     * @param waiting how many more may wait, and no more of one and the same than half of them
     * @param patience how long one waits
     */
    public record Bounds(int most, int each, int waiting, Duration patience) {}

    private static final class Waiter {
        private final String whose;
        private final CountDownLatch called = new CountDownLatch(1);
        private boolean granted;

        Waiter(String whose) {
            this.whose = whose;
        }

        void call(boolean turn) {
            granted = turn;
            called.countDown();
        }
    }

    private final Bounds bounds;
    private final Map<String, Integer> working = new HashMap<>();
    private final Deque<Waiter> line = new ArrayDeque<>();
    private int atWork;
    private boolean closed;

    public Turns(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Whether one may begin, after waiting if need be; who may has to {@link #end} afterwards. */
    public boolean begin(String whose) {
        Waiter waiter = new Waiter(whose);
        synchronized (this) {
            if (!closed && isFree(whose)) {
                grant(whose);
                return true;
            }
            if (closed || isFull(whose)) {
                return false;
            }
            line.add(waiter);
        }
        return await(waiter);
    }

    private boolean isFree(String whose) {
        return atWork < bounds.most() && working.getOrDefault(whose, 0) < bounds.each();
    }

    private boolean isFull(String whose) {
        long same = line.stream().filter(other -> other.whose.equals(whose)).count();
        return line.size() >= bounds.waiting() || same >= Math.max(1, bounds.waiting() / 2);
    }

    private void grant(String whose) {
        atWork++;
        working.merge(whose, 1, Integer::sum);
    }

    private boolean await(Waiter waiter) {
        try {
            if (waiter.called.await(bounds.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                return waiter.granted;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return left(waiter);
    }

    /** Who gives up may have been called in the same moment. */
    private synchronized boolean left(Waiter waiter) {
        line.remove(waiter);
        return waiter.granted;
    }

    /** Gives the turn to the first in the line who may have it. */
    public synchronized void end(String whose) {
        atWork--;
        working.computeIfPresent(whose, (name, turns) -> turns == 1 ? null : turns - 1);
        for (Iterator<Waiter> waiters = line.iterator(); waiters.hasNext() && !closed; ) {
            Waiter waiter = waiters.next();
            if (isFree(waiter.whose)) {
                waiters.remove();
                grant(waiter.whose);
                waiter.call(true);
            }
        }
        notifyAll();
    }

    /** How many are at work. */
    public synchronized int atWork() {
        return atWork;
    }

    /** How many wait for their turn. */
    public synchronized int waiting() {
        return line.size();
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Lets nobody begin any more, and waits for those at work; says whether they have all finished in time. */
    public synchronized boolean close(Duration longest) {
        closed = true;
        line.forEach(waiter -> waiter.call(false));
        line.clear();
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (long left = longest.toNanos(); atWork > 0 && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return atWork == 0;
    }
}

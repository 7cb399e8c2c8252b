package org.egcg.reporting.web.operation;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many work at the same time, and so many of one and the same; lets a few others wait for a while, of whom those
 * come first who have least at work; and lets no request begin once it is closed. Who comes when the line is full takes the
 * place of a caller who has more places in it, so that no caller fills it for the others. Thread-safe.
 */
public final class RequestLimiter {

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

    public RequestLimiter(Bounds bounds) {
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
            if (closed || !hasPlace(whose)) {
                return false;
            }
            line.add(waiter);
        }
        return await(waiter);
    }

    private boolean isFree(String whose) {
        return atWork < bounds.most() && working.getOrDefault(whose, 0) < bounds.each();
    }

    private boolean hasPlace(String whose) {
        Map<String, Long> places = line.stream().collect(groupingBy(waiter -> waiter.whose, counting()));
        long own = places.getOrDefault(whose, 0L);
        if (own >= Math.max(1, bounds.waiting() / 2)) {
            return false;
        }
        return line.size() < bounds.waiting() || isGiven(own, places);
    }

    private boolean isGiven(long own, Map<String, Long> places) {
        Optional<String> most = places.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                // With one place more than the newcomer's they would only push each other out in turns.
                .filter(entry -> entry.getValue() > own + 1)
                .map(Map.Entry::getKey);
        Iterator<Waiter> last = line.descendingIterator();
        while (most.isPresent() && last.hasNext()) {
            Waiter waiter = last.next();
            if (waiter.whose.equals(most.get())) {
                last.remove();
                waiter.call(false);
                return true;
            }
        }
        return false;
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

    /** Gives the turn to the first of those in the line who have least at work. */
    public synchronized void end(String whose) {
        atWork--;
        working.computeIfPresent(whose, (name, turns) -> turns == 1 ? null : turns - 1);
        Optional<Waiter> next = next();
        while (next.isPresent()) {
            line.remove(next.get());
            grant(next.get().whose);
            next.get().call(true);
            next = next();
        }
        notifyAll();
    }

    private Optional<Waiter> next() {
        return line.stream()
                .filter(waiter -> isFree(waiter.whose))
                .min(Comparator.comparingInt(waiter -> working.getOrDefault(waiter.whose, 0)));
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

    /** Lets no request begin any more, and waits for those at work; says whether they have all finished in time. */
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

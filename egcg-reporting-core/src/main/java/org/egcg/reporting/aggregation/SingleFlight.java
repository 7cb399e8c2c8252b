package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets work on one key happen one at a time. Who has the turn does the work for all that wait at that moment, and they
 * are spared theirs. What failed is done by the next in turn. The work must see everything stored before it began.
 *
 * @param <K> what the work is about
 * @param <W> what each caller wants to have done
 * @param <R> what comes of it, told to all for whom it was done
 */
final class SingleFlight<K, W, R> {

    private static final class Wish<W, R> {
        private final W what;
        private Optional<R> outcome = Optional.empty();

        Wish(W what) {
            this.what = what;
        }
    }

    private static final class Turn<W, R> {
        private final ReentrantLock lock = new ReentrantLock(true);
        private final Queue<Wish<W, R>> waiting = new ConcurrentLinkedQueue<>();
        private int guests;
    }

    /** The work; told whether it had to wait, so that what its caller knew before may be out of date. */
    interface Work<W, R> {
        R run(List<W> wishes, boolean waited);
    }

    private final ConcurrentMap<K, Turn<W, R>> turns = new ConcurrentHashMap<>();

    R take(K key, W what, Work<W, R> work) {
        Turn<W, R> turn = turns.compute(key, (same, present) -> {
            Turn<W, R> joined = present == null ? new Turn<>() : present;
            joined.guests++;
            return joined;
        });
        try {
            return inTurn(turn, what, work);
        } finally {
            turns.compute(key, (same, present) -> --turn.guests == 0 ? null : present);
        }
    }

    private static <W, R> R inTurn(Turn<W, R> turn, W what, Work<W, R> work) {
        Wish<W, R> mine = new Wish<>(what);
        turn.waiting.add(mine);
        boolean waited = !turn.lock.tryLock();
        if (waited) {
            turn.lock.lock();
        }
        try {
            return mine.outcome.orElseGet(() -> forAll(turn, mine, work, waited));
        } finally {
            turn.lock.unlock();
        }
    }

    private static <W, R> R forAll(Turn<W, R> turn, Wish<W, R> mine, Work<W, R> work, boolean waited) {
        List<Wish<W, R>> wishes = new ArrayList<>();
        for (Wish<W, R> next = turn.waiting.poll(); next != null; next = turn.waiting.poll()) {
            wishes.add(next);
        }
        try {
            R outcome = work.run(wishes.stream().map(wish -> wish.what).toList(), waited);
            wishes.forEach(wish -> wish.outcome = Optional.of(outcome));
            return outcome;
        } finally {
            if (mine.outcome.isEmpty()) {
                wishes.remove(mine);
                turn.waiting.addAll(wishes);
            }
        }
    }
}

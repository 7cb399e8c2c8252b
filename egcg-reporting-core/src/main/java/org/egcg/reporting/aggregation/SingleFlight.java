package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.List;
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
 */
final class SingleFlight<K, W> {

    private static final class Wish<W> {
        private final W what;
        private boolean done;

        Wish(W what) {
            this.what = what;
        }
    }

    private static final class Turn<W> {
        private final ReentrantLock lock = new ReentrantLock(true);
        private final Queue<Wish<W>> waiting = new ConcurrentLinkedQueue<>();
        private int guests;
    }

    /** The work; told whether it had to wait, so that what its caller knew before may be out of date. */
    interface Work<W> {
        void run(List<W> wishes, boolean waited);
    }

    private final ConcurrentMap<K, Turn<W>> turns = new ConcurrentHashMap<>();

    void take(K key, W what, Work<W> work) {
        Turn<W> turn = turns.compute(key, (same, present) -> {
            Turn<W> joined = present == null ? new Turn<>() : present;
            joined.guests++;
            return joined;
        });
        try {
            inTurn(turn, what, work);
        } finally {
            turns.compute(key, (same, present) -> --turn.guests == 0 ? null : present);
        }
    }

    private static <W> void inTurn(Turn<W> turn, W what, Work<W> work) {
        Wish<W> mine = new Wish<>(what);
        turn.waiting.add(mine);
        boolean waited = !turn.lock.tryLock();
        if (waited) {
            turn.lock.lock();
        }
        try {
            if (!mine.done) {
                forAll(turn, mine, work, waited);
            }
        } finally {
            turn.lock.unlock();
        }
    }

    private static <W> void forAll(Turn<W> turn, Wish<W> mine, Work<W> work, boolean waited) {
        List<Wish<W>> wishes = new ArrayList<>();
        for (Wish<W> next = turn.waiting.poll(); next != null; next = turn.waiting.poll()) {
            wishes.add(next);
        }
        try {
            work.run(wishes.stream().map(wish -> wish.what).toList(), waited);
            wishes.forEach(wish -> wish.done = true);
        } finally {
            if (!mine.done) {
                wishes.remove(mine);
                turn.waiting.addAll(wishes);
            }
        }
    }
}

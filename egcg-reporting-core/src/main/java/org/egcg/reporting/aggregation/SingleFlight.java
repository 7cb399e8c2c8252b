package org.egcg.reporting.aggregation;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets work on one key happen one at a time, and spares a caller that waited while another thread, which began after it
 * came, did the same work. The work must see everything stored before it began.
 *
 * @param <K> what the work is about
 */
final class SingleFlight<K> {

    private static final class Turn {
        private final ReentrantLock lock = new ReentrantLock(true);
        private int guests;
        private volatile long begun;
        private long completed;
    }

    /** The work; told whether it had to wait, so that what it knew before may be out of date. */
    interface Work {
        void run(boolean waited);
    }

    private final ConcurrentMap<K, Turn> turns = new ConcurrentHashMap<>();

    void take(K key, Work work) {
        Turn turn = turns.compute(key, (same, present) -> {
            Turn joined = present == null ? new Turn() : present;
            joined.guests++;
            return joined;
        });
        try {
            inTurn(turn, work);
        } finally {
            turns.compute(key, (same, present) -> --turn.guests == 0 ? null : present);
        }
    }

    private static void inTurn(Turn turn, Work work) {
        // Read before the lock: work that begins after this line sees what its caller has stored, so it will do for us.
        // What had begun before may have read its documents too early.
        long arrival = turn.begun;
        boolean waited = !turn.lock.tryLock();
        if (waited) {
            turn.lock.lock();
        }
        try {
            // Numbers of work that failed are left out, as only completed work spares others theirs.
            if (turn.completed > arrival) {
                return;
            }
            long mine = turn.begun + 1;
            turn.begun = mine;
            work.run(waited);
            turn.completed = mine;
        } finally {
            turn.lock.unlock();
        }
    }
}

package org.egcg.reporting.embedded.store;

import java.util.concurrent.atomic.AtomicLong;

/** Memory for documents that commands put in order or together: a twelfth of the heap, half of that for one. Thread-safe. */
final class Room {

    private static final int SHARE_OF_HEAP = 12;

    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    Room(long bytes) {
        this.bytes = bytes;
    }

    static Room ofHeap() {
        return new Room(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    static Room boundless() {
        return new Room(Long.MAX_VALUE);
    }

    /** Takes bytes for one who has some already, if he may have so many and there are so many. */
    boolean take(long more, long own) {
        if (own + more > bytes / 2) {
            return false;
        }
        if (taken.addAndGet(more) > bytes) {
            taken.addAndGet(-more);
            return false;
        }
        return true;
    }

    void give(long back) {
        taken.addAndGet(-back);
    }
}

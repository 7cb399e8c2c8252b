package org.egcg.reporting.web.operation;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.error.ReportingException.TooLarge;

/**
 * Memory that requests share for what clients send. A request takes what it is going to need before it needs it, waits
 * for a moment if there is no room, and gives all of it back at its end. Thread-safe.
 */
public final class MemoryBudget {

    /** Of all: what has no more than this is little. */
    private static final int LITTLE = 32;

    /** Of all: so much more is there for what has little, which waits for nothing that is large. */
    private static final int RESERVE = 4;

    private final long bytes;
    private final long most;
    private final Duration patience;
    private long taken;

    /**
     * @param bytes for all together
     * @param most that one may take
     * @param patience how long one waits for room
     */
    public MemoryBudget(long bytes, long most, Duration patience) {
        this.bytes = bytes;
        this.most = Math.min(most, bytes);
        this.patience = patience;
    }

    /** A quarter of the virtual machine's heap, all of which one request may take: what else the service keeps needs the rest. */
    public static MemoryBudget ofHeap(Duration patience) {
        long quarter = Runtime.getRuntime().maxMemory() / 4;
        return new MemoryBudget(quarter, quarter, patience);
    }

    /** How many bytes are taken. */
    public synchronized long taken() {
        return taken;
    }

    /** The share of one request, empty at first. */
    public Share share() {
        return new Share();
    }

    private synchronized void take(long more, long own) {
        long room = own + more <= bytes / LITTLE ? bytes + bytes / RESERVE : bytes;
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos(); taken + more > room && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (taken + more > room) {
            throw new Busy("no room for " + more + " bytes beside " + taken);
        }
        taken += more;
    }

    private synchronized void give(long back) {
        taken -= back;
        notifyAll();
    }

    /** What one request has taken. For one thread at a time. */
    public final class Share implements AutoCloseable {

        private long own;

        private Share() {}

        /**
         * Takes more.
         *
         * @throws TooLarge if that is more than one request may take
         * @throws Busy if there is no room for it, also after a moment
         */
        public void take(long more) {
            if (own + more > most) {
                throw new TooLarge("The request needs more than the " + most + " bytes of memory that one may use.");
            }
            MemoryBudget.this.take(more, own);
            own += more;
        }

        /** Gives back a part of what was taken. */
        void give(long back) {
            MemoryBudget.this.give(Math.min(back, own));
            own -= Math.min(back, own);
        }

        /** Takes more, or gives back what is less than nothing. */
        void change(long bytes) {
            if (bytes < 0) {
                give(-bytes);
            } else {
                take(bytes);
            }
        }

        /** Gives all of it back. */
        @Override
        public void close() {
            give(own);
            own = 0;
        }
    }
}

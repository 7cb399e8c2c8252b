package org.egcg.reporting.embedded.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Keeps the file small: rewrites the parts of it in which little is still in use, a few megabytes at a time. */
final class Housekeeping implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int WANTED_FILL_PERCENT = 60;
    private static final int BYTES_AT_A_TIME = 8 << 20;

    private final MVStore file;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "embedded-store-housekeeping");

    Housekeeping(MVStore file) {
        this.file = file;
        thread.setDaemon(true);
        if (file.isPersistent()) {
            thread.start();
        }
    }

    private void work() {
        long seen = file.getCurrentVersion();
        while (!isClosed()) {
            if (file.getCurrentVersion() != seen) {
                tidy();
                seen = file.getCurrentVersion();
            }
        }
    }

    private boolean isClosed() {
        try {
            return closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private synchronized void tidy() {
        try {
            file.compact(WANTED_FILL_PERCENT, BYTES_AT_A_TIME);
        } catch (MVStoreException e) {
            LOG.log(System.Logger.Level.WARNING, "The embedded store's file could not be compacted", e);
        }
    }

    /** Waits for work in progress. Nothing is interrupted: that would close the file under its users. */
    @Override
    public synchronized void close() {
        closed.countDown();
    }
}

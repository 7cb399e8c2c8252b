package org.egcg.reporting.ejb;

import java.util.concurrent.atomic.AtomicBoolean;
import org.egcg.reporting.error.ReportingException.Unavailable;

/**
 * Work that a timer starts: while it is going on, it is not started again, and where the store or the LIMS is away, the
 * next time does it.
 */
final class TimedWork {

    private static final System.Logger LOG = System.getLogger(TimedWork.class.getName());

    private final String undone;
    private final Runnable work;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** @param undone what the log says if it could not be done */
    TimedWork(String undone, Runnable work) {
        this.undone = undone;
        this.work = work;
    }

    void run() {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            work.run();
        } catch (Unavailable away) {
            LOG.log(System.Logger.Level.DEBUG, "{0}: {1}", undone, away.getMessage());
        } finally {
            busy.set(false);
        }
    }
}

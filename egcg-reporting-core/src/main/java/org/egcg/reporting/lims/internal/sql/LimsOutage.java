package org.egcg.reporting.lims.internal.sql;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.sql.LimsConnection;

/**
 * Whether the database is known to be away. A failure is believed for as long as a connection may take, so that a page
 * with several questions waits once; after that one question at a time finds out whether the database is back. All
 * others are refused without waiting. Begin and end are logged in one line each. Thread-safe.
 */
final class LimsOutage {

    private static final Logger LOG = System.getLogger(LimsOutage.class.getName());

    private static final String NO_ANSWER = "The LIMS does not answer.";

    private final LimsConnection connection;
    private boolean away;
    private boolean probed;
    private long lastFailure;

    LimsOutage(LimsConnection connection) {
        this.connection = connection;
    }

    /** One question, from when it is put until it is answered or given up. */
    final class Attempt implements AutoCloseable {

        private final long begun = System.nanoTime();
        private final boolean probe;

        private Attempt(boolean probe) {
            this.probe = probe;
        }

        /** Whether it is not known yet that the database is away, so that a broken connection is worth a second try. */
        boolean isFirst() {
            return !probe;
        }

        /**
         * Before something that takes long if the database is away.
         *
         * @throws Unavailable if another question has found out meanwhile that it is
         */
        void refuseIfFailedMeanwhile() {
            if (!probe) {
                refuseIfFailedSince(begun);
            }
        }

        /** The database has answered. That counts for an outage only if the question was put after its failures. */
        void answered() {
            over(begun);
        }

        @Override
        public void close() {
            if (probe) {
                free();
            }
        }
    }

    /** @throws Unavailable at once, if the database has just failed or another thread is finding out whether it is back */
    synchronized Attempt attempt() {
        refuseIfKnown();
        // Under the same lock as the refusal: of those that come after an outage only one becomes the probe.
        probed = away;
        return new Attempt(away);
    }

    /** @throws Unavailable if the database is away, and has just failed or another thread is finding out whether it is back */
    synchronized void refuseIfKnown() {
        if (away
                && (probed
                        || System.nanoTime() - lastFailure
                                < connection.connecting().toNanos())) {
            throw new Unavailable("lims", NO_ANSWER, null);
        }
    }

    private synchronized void refuseIfFailedSince(long begun) {
        // A question that was put after the last failure may go on: it may be the first that finds the database back.
        if (away && lastFailure - begun > 0) {
            throw new Unavailable("lims", NO_ANSWER, null);
        }
    }

    private synchronized void free() {
        probed = false;
    }

    /** The database has failed. */
    synchronized void failed(String reason) {
        lastFailure = System.nanoTime();
        if (!away) {
            LOG.log(Level.WARNING, "The LIMS {0} does not answer: {1}", connection, reason);
        }
        away = true;
    }

    private synchronized void over(long begun) {
        // An answer to a question from before the failure says nothing of now: the connection may have broken since.
        if (away && begun - lastFailure > 0) {
            LOG.log(Level.INFO, "The LIMS {0} answers again.", connection);
            away = false;
        }
    }
}

package org.egcg.reporting.lims.internal.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** What a failed question says about the database. */
final class DatabaseFailure {

    private DatabaseFailure() {}

    /**
     * Whether the connection, not the question, was at fault: the same question may succeed over a fresh one. No
     * connection at all, for as long as making one may take, is another matter.
     */
    static boolean isBrokenConnection(Throwable failure) {
        return sql(failure)
                .filter(cause -> !(cause instanceof SQLTransientConnectionException))
                .map(SQLException::getSQLState)
                .filter(state -> state.startsWith("08") || state.startsWith("57P"))
                .isPresent();
    }

    /** Whether the database is there, and gave up this question: it took too long, or asked for what is not allowed. */
    static boolean isOfTheQuestion(Throwable failure) {
        return sql(failure)
                .map(SQLException::getSQLState)
                .filter(state -> state.equals("57014") || state.startsWith("42") || state.startsWith("22"))
                .isPresent();
    }

    /** The database's own words in one line; empty if it was not the database that failed. */
    static Optional<String> reason(Throwable failure) {
        return sql(failure)
                .map(cause -> cause.getSQLState() + " " + cause.getMessage())
                .flatMap(words -> words.lines().findFirst());
    }

    private static Optional<SQLException> sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }
}

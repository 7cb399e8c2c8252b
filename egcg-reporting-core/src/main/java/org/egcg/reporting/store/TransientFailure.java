package org.egcg.reporting.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what a database refuses because of other clients or of its own state, and would do at another time. */
final class TransientFailure {

    /** WriteConflict, LockTimeout, LockBusy, PreparedTransactionInProgress: the command changed nothing. */
    private static final Set<Integer> CONFLICTS = Set.of(112, 24, 46, 267);

    /** Elections, stops, time-outs between the members of a cluster: it may have been done all the same. */
    private static final Set<Integer> TROUBLES = Set.of(
            6, 7, 63, 64, 89, 91, 100, 133, 134, 150, 189, 202, 234, 262, 317, 9001, 10058, 10107, 11600, 11602, 13388,
            13435, 13436);

    /** How PostgreSQL spells it below the stores that are built on it. */
    private static final Set<String> CONFLICT_WORDS =
            Set.of("deadlock detected", "could not serialize access", "canceling statement due to lock timeout");

    private TransientFailure() {}

    /** Whether it was refused for the sake of another client, so that nothing has changed and it may be sent again. */
    static boolean isConflict(MongoException failed) {
        return codes(failed).anyMatch(CONFLICTS::contains)
                || failed.hasErrorLabel("TransientTransactionError")
                || CONFLICT_WORDS.stream()
                        .anyMatch(words -> String.valueOf(failed.getMessage()).contains(words));
    }

    /** Whether the database is in trouble that passes; it may have done what was asked. */
    static boolean isTrouble(MongoException failed) {
        return failed instanceof MongoWriteConcernException
                || (failed instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null)
                || failed.hasErrorLabel("RetryableWriteError")
                || codes(failed).anyMatch(TROUBLES::contains);
    }

    private static Stream<Integer> codes(MongoException failed) {
        if (failed instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream().map(WriteError::getCode);
        }
        return Stream.of(
                failed instanceof MongoWriteException one ? one.getError().getCode() : failed.getCode());
    }
}

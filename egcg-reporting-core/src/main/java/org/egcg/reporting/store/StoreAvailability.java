package org.egcg.reporting.store;

import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.bson.BsonMaximumSizeExceededException;
import org.egcg.reporting.error.ReportingException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away from a question that it refuses, and logs each going and coming once. Of those who read from
 * one that cannot be reached, one at a time waits for it; the others are refused at once, so that a page with thirty
 * questions waits once. Thread-safe.
 */
final class StoreAvailability {

    private static final System.Logger LOG = System.getLogger(StoreAvailability.class.getName());

    /** An order or a group that does not fit into the memory of one question. */
    private static final int OUT_OF_MEMORY = 292;

    private static final int CANCELLED = 11601;

    /** With pauses of together half a second at most. */
    private static final int ATTEMPTS = 6;

    /** A document that is sent, that a change has made, or that an aggregation has. */
    private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);

    /** For so long it is believed that it cannot be reached, unless the driver finds out otherwise. */
    private static final Duration BELIEVED = Duration.ofSeconds(1);

    private final String dependency;
    private final BooleanSupplier reachable;
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicBoolean probed = new AtomicBoolean();
    private volatile boolean lost;
    private volatile long lastWaited;
    private volatile boolean closed;

    /** @param reachable whether the driver knows of a server that answers */
    StoreAvailability(String dependency, BooleanSupplier reachable) {
        this.dependency = dependency;
        this.reachable = reachable;
    }

    /** From now on every question is refused. */
    void close() {
        closed = true;
    }

    /** Asks at the expense of the request that this thread is at. */
    <T> T through(Supplier<T> question) {
        if (!lost || reachable.getAsBoolean()) {
            return RequestBudget.current().asking(() -> within(question));
        }
        if (System.nanoTime() - lastWaited < BELIEVED.toNanos() || !probed.compareAndSet(false, true)) {
            throw notAnswering(null);
        }
        try {
            return RequestBudget.current().asking(() -> within(question));
        } finally {
            probed.set(false);
        }
    }

    /**
     * Writes, and what has to follow a write: it is finished, whatever it costs. What is refused for the sake of another
     * client is asked again, some times.
     */
    <T> T within(Supplier<T> question) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return once(question);
            } catch (MongoException failed) {
                if (!TransientFailure.isConflict(failed) || !pause(attempt)) {
                    throw passing(failed);
                }
            }
        }
        try {
            return once(question);
        } catch (MongoException failed) {
            throw passing(failed);
        }
    }

    /** Longer from time to time, and never as long as another that waits; false if there is no time left for it. */
    private static boolean pause(int attempt) {
        long millis = ThreadLocalRandom.current().nextLong(5, 10L << attempt);
        RequestBudget budget = RequestBudget.current();
        if (budget.isLimited() && budget.remainingMillis() < millis) {
            return false;
        }
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RuntimeException passing(MongoException failed) {
        if (TransientFailure.isConflict(failed)) {
            return new ReportingException.Unavailable(
                    dependency, "Others write to the same documents in the " + dependency + " all the time.", failed);
        }
        return failed;
    }

    private <T> T once(Supplier<T> question) {
        if (closed) {
            throw afterClosing(null);
        }
        try {
            T answer = question.get();
            lost = false;
            if (away.compareAndSet(true, false)) {
                LOG.log(System.Logger.Level.INFO, "{0}: answers again", dependency);
            }
            return answer;
        } catch (MongoExecutionTimeoutException tooLong) {
            throw RequestBudget.current().isLimited() ? RequestBudget.current().outOfTime() : gone(tooLong);
        } catch (BsonMaximumSizeExceededException tooLarge) {
            throw tooLarge(tooLarge);
        } catch (MongoWriteException refused) {
            throw refusedWrite(refused);
        } catch (MongoCommandException refused) {
            throw refusedCommand(refused);
        } catch (MongoException failed) {
            throw isAbsence(failed) ? gone(failed) : failed;
        } catch (IllegalStateException closed) {
            throw gone(closed);
        }
    }

    private static ReportingException.TooLarge tooLarge(Exception cause) {
        return new ReportingException.TooLarge("A document may have at most 16 MB.", cause);
    }

    private RuntimeException refusedWrite(MongoWriteException refused) {
        if (TOO_LARGE.contains(refused.getError().getCode())) {
            return tooLarge(refused);
        }
        return TransientFailure.isTrouble(refused) ? gone(refused) : refused;
    }

    private RuntimeException refusedCommand(MongoCommandException refused) {
        if (TransientFailure.isConflict(refused)) {
            return refused;
        }
        return TransientFailure.isTrouble(refused) ? gone(refused) : refusedQuestion(refused);
    }

    private static RuntimeException refusedQuestion(MongoException refused) {
        if (refused.getCode() == OUT_OF_MEMORY) {
            return new ReportingException.TooCostly(
                    "The store would have to put more in order or together than it has room"
                            + " for. Ask for less, or for an order by a field that has an index.");
        }
        if (refused.getCode() == CANCELLED) {
            return RequestBudget.current().cancellation();
        }
        if (TOO_LARGE.contains(refused.getCode())) {
            return tooLarge(refused);
        }
        return new ReportingException.Malformed("the store refuses the query: " + refused.getMessage(), refused);
    }

    private static boolean isAbsence(MongoException failed) {
        return TransientFailure.isTrouble(failed)
                || failed instanceof MongoSocketException
                || failed instanceof MongoClientException
                || failed instanceof MongoInterruptedException
                || failed instanceof MongoNotPrimaryException
                || failed instanceof MongoNodeIsRecoveringException
                || failed instanceof MongoServerUnavailableException;
    }

    private ReportingException.Unavailable afterClosing(@Nullable Throwable cause) {
        return new ReportingException.Unavailable(dependency, "The " + dependency + " has been closed.", cause);
    }

    private ReportingException.Unavailable gone(RuntimeException cause) {
        if (closed) {
            return afterClosing(cause);
        }
        if (away.compareAndSet(false, true)) {
            LOG.log(System.Logger.Level.WARNING, "{0}: away: {1}", dependency, cause.getMessage());
        }
        lastWaited = System.nanoTime();
        // not so where all connections are in use, or one of them broke
        lost = !reachable.getAsBoolean();
        return notAnswering(cause);
    }

    private ReportingException.Unavailable notAnswering(@Nullable Throwable cause) {
        return new ReportingException.Unavailable(dependency, dependency + " does not answer", cause);
    }
}

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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a question that it refuses, and logs each going and coming once. */
final class StoreAvailability {

    private static final System.Logger LOG = System.getLogger(StoreAvailability.class.getName());

    private final String dependency;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean closed;

    StoreAvailability(String dependency) {
        this.dependency = dependency;
    }

    /** From now on every question is refused. */
    void close() {
        closed = true;
    }

    <T> T through(Supplier<T> question) {
        if (closed) {
            throw afterClosing(null);
        }
        try {
            T answer = question.get();
            if (away.compareAndSet(true, false)) {
                LOG.log(System.Logger.Level.INFO, "{0}: answers again", dependency);
            }
            return answer;
        } catch (MongoCommandException refused) {
            throw failedOver(refused) ? gone(refused) : refusedQuestion(refused);
        } catch (MongoException failed) {
            throw isAbsence(failed) ? gone(failed) : failed;
        } catch (IllegalStateException closed) {
            throw gone(closed);
        }
    }

    private static RuntimeException refusedQuestion(MongoException refused) {
        return new ReportingException.Malformed("the store refuses the query: " + refused.getMessage(), refused);
    }

    private static boolean failedOver(MongoException refused) {
        return refused.hasErrorLabel("RetryableWriteError") || refused.getCode() == 91 || refused.getCode() == 11600;
    }

    private static boolean isAbsence(MongoException failed) {
        return failed instanceof MongoSocketException
                || failed instanceof MongoClientException
                || failed instanceof MongoInterruptedException
                || failed instanceof MongoNotPrimaryException
                || failed instanceof MongoNodeIsRecoveringException
                || failed instanceof MongoServerUnavailableException
                || failed instanceof MongoExecutionTimeoutException;
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
        return new ReportingException.Unavailable(dependency, dependency + " does not answer", cause);
    }
}

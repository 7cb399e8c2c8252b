package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.egcg.reporting.security.internal.SecurityLog;

/**
 * Writes down which limits are reached: one by one as long as they are few, and as a number what comes beyond that within
 * ten seconds. A line costs more than the refusal that it tells of, and an attack is made of thousands. Thread-safe.
 */
final class LimitLog {

    static final int ONE_BY_ONE = 20;

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(10);
    private static final int MOST_ADDRESSES = 1000;
    private static final String COUNTED = LimitLog.class.getName();

    private final LongSupplier nanoTime;
    private final Set<String> addresses = new HashSet<>();
    private long begun;
    private int noted;
    private int counted;

    LimitLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /** A limit that a request has reached. */
    void note(HttpServletRequest request, String limit) {
        String address = request.getRemoteAddr();
        tellWhatWasCounted();
        if (isOneOfMany(address)) {
            request.setAttribute(COUNTED, true);
        } else {
            SecurityLog.note("limit reached", "limit", limit, "address", address);
        }
    }

    /** Whether a request has a log line of its own. */
    static boolean isSingle(HttpServletRequest request) {
        return request.getAttribute(COUNTED) == null;
    }

    /** Counts one; whether it is told with others alone. */
    synchronized boolean isOneOfMany(String address) {
        if (noted < ONE_BY_ONE) {
            noted++;
            return false;
        }
        counted++;
        if (addresses.size() < MOST_ADDRESSES) {
            addresses.add(address);
        }
        return true;
    }

    /** To be called now and then, so that the last of an attack are told, too. */
    void tellWhatWasCounted() {
        summary().ifPresent(facts -> SecurityLog.warn("limits reached", facts));
    }

    /** What was counted, once the time is over and if there was any. */
    synchronized Optional<String[]> summary() {
        long now = nanoTime.getAsLong();
        if (now - begun < WINDOW) {
            return Optional.empty();
        }
        String[] facts = {
            "more times", Integer.toString(counted),
            "addresses", Integer.toString(addresses.size()),
            "within seconds", Long.toString(TimeUnit.NANOSECONDS.toSeconds(now - begun))
        };
        boolean any = counted > 0;
        begun = now;
        noted = 0;
        counted = 0;
        addresses.clear();
        return any ? Optional.of(facts) : Optional.empty();
    }
}

package org.egcg.reporting.web.failure;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.query.Embedding;

/**
 * A failure as HTTP knows it.
 *
 * @param cause empty if the library does not know the cause; the status is 500 then
 */
public record Failure(int status, Optional<ReportingException> cause) {

    private static final int UNEXPECTED = 500;
    private static final int DEEPEST = 20;

    private static final Map<Class<? extends ReportingException>, Integer> STATUSES = Map.ofEntries(
            Map.entry(ReportingException.Malformed.class, 400),
            Map.entry(ReportingException.Unauthenticated.class, 401),
            Map.entry(ReportingException.SecondFactorRequired.class, 401),
            Map.entry(ReportingException.PasswordExpired.class, 401),
            Map.entry(ReportingException.AccountRefused.class, 401),
            Map.entry(ReportingException.Forbidden.class, 403),
            Map.entry(ReportingException.NotEntitled.class, 403),
            Map.entry(ReportingException.NotFound.class, 404),
            Map.entry(ReportingException.Conflict.class, 409),
            Map.entry(ReportingException.EtagMismatch.class, 412),
            Map.entry(ReportingException.TooLarge.class, 413),
            Map.entry(ReportingException.TooCostly.class, 422),
            Map.entry(ReportingException.Unsupported.class, 422),
            Map.entry(ReportingException.EtagRequired.class, 428),
            Map.entry(ReportingException.TooManyAttempts.class, 429),
            Map.entry(ReportingException.Busy.class, 503),
            Map.entry(ReportingException.Unavailable.class, 503));

    public static Failure of(ReportingException cause) {
        return new Failure(STATUSES.getOrDefault(cause.getClass(), UNEXPECTED), Optional.of(cause));
    }

    /** The failure behind what was thrown, however deep servers have wrapped it. */
    public static Failure behind(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(ReportingException.class::isInstance)
                .map(ReportingException.class::cast)
                .findFirst()
                .map(Failure::of)
                .orElse(new Failure(UNEXPECTED, Optional.empty()));
    }

    /** Whether a kind of cause has a status of its own. */
    static boolean knows(Class<?> cause) {
        return STATUSES.containsKey(cause);
    }

    public boolean unexpected() {
        return status == UNEXPECTED;
    }

    /** What programs are told: the words of the status, and the cause's own only where clients rely on them. */
    public String message() {
        ReportingException known = cause.orElse(null);
        if (known instanceof ReportingException.Unavailable away) {
            return "The " + away.dependency() + " does not answer. Please try again in a moment.";
        }
        boolean spelt = known instanceof ReportingException.NotEntitled
                || status == 413
                || status == 422
                || (known != null && Embedding.UNREADABLE.equals(known.getMessage()));
        return spelt && known != null ? known.getMessage() : StatusWords.of(status);
    }

    /** Seconds after which asking again may succeed; empty if it would not. */
    public OptionalLong retryAfter() {
        if (cause.orElse(null) instanceof ReportingException.TooManyAttempts attempts) {
            return OptionalLong.of(attempts.retryAfter().toSeconds() + 1);
        }
        return status == 503 ? OptionalLong.of(5) : OptionalLong.empty();
    }
}

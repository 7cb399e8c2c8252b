package org.egcg.reporting.client;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When and how often a request is sent again. What may be repeated at all is not decided here: reads always may, writes
 * with {@code If-Match} may, a POST only when it cannot have arrived or carries an idempotency key the server honours.
 *
 * @param retries repetitions after the first attempt, 0 or more
 * @param firstWait the wait before the first repetition
 * @param growth what each further wait is multiplied by, 1 or more
 * @param jitter the share of a wait left to chance, 0 to 1, so that many clients do not come back together
 * @param longestWait no wait between two attempts is longer, unless {@code Retry-After} asks for it
 * @param longestTotal no repetition starts later than this after the first attempt
 * @param statuses answers worth a repetition
 * @param everything whether broken connections repeat any request, even a POST that may have arrived
 */
public record Retry(
        int retries,
        Duration firstWait,
        double growth,
        double jitter,
        Duration longestWait,
        Duration longestTotal,
        Set<Integer> statuses,
        boolean everything) {

    private static final Duration UNLIMITED = Duration.ofDays(365);

    public Retry {
        if (retries < 0 || growth < 1 || jitter < 0 || jitter > 1 || firstWait.isNegative()) {
            throw new IllegalArgumentException(
                    "retries and waits must not be negative, growth not below 1, jitter 0 to 1");
        }
        statuses = Set.copyOf(statuses);
    }

    /** Five repetitions on broken connections, 429, 502, 503 and 504; waits of 1, 2, 4, 8, 16 seconds, half of it chance. */
    public static Retry standard() {
        return new Retry(
                5,
                Duration.ofSeconds(1),
                2,
                0.5,
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                Set.of(429, 502, 503, 504),
                false);
    }

    /** One attempt, whatever happens. */
    public static Retry never() {
        return standard().times(0);
    }

    /**
     * As the Python client: every request five times again on a broken connection, with equal waits, whatever the
     * method. A POST whose answer was lost is then stored twice. Certificates that are not accepted are the exception.
     */
    public static Retry everything(Duration wait) {
        return new Retry(5, wait, 1, 0, wait, UNLIMITED, Set.of(), true);
    }

    /** The same with another number of repetitions. */
    public Retry times(int number) {
        return new Retry(number, firstWait, growth, jitter, longestWait, longestTotal, statuses, everything);
    }

    /** The same with another wait before the first repetition. */
    public Retry firstWait(Duration wait) {
        return new Retry(retries, wait, growth, jitter, longestWait, longestTotal, statuses, everything);
    }

    /** The same with equal waits, each of this length, however long the request then takes in all. */
    public Retry equalWaits(Duration wait) {
        return new Retry(retries, wait, 1, 0, wait, UNLIMITED, statuses, everything);
    }

    /** How long to wait before the given repetition, counted from 1. */
    Duration waitBefore(int repetition) {
        double grown = firstWait.toNanos() * Math.pow(growth, repetition - 1.0);
        double capped = Math.min(grown, (double) Math.max(longestWait.toNanos(), firstWait.toNanos()));
        return Duration.ofNanos(
                (long) (capped * (1 - jitter * ThreadLocalRandom.current().nextDouble())));
    }
}

package org.egcg.reporting.web.connection;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The connections of a server: each either waits for the head of a request, or is at work on one. There are never more
 * than a number of them. Who comes when all are taken takes the place of the one that waits for longest, so that no client
 * keeps others out by opening connections and sending little. Safe for use by many threads; closing is the caller's.
 *
 * @param <C> a connection, known by its identity
 */
final class OpenConnections<C> {
    private final int most;
    private final long patience;
    private final LongSupplier nanoTime;
    private final Map<C, Long> waiting = new LinkedHashMap<>();
    private final Set<C> working = new HashSet<>();
    private boolean shut;

    OpenConnections(int most, Duration patience, LongSupplier nanoTime) {
        this.most = most;
        this.patience = patience.toNanos();
        this.nanoTime = nanoTime;
    }

    /** A connection is new; answers the one that has to be closed for it, which may be itself. */
    synchronized Optional<C> opened(C connection) {
        if (shut) {
            return Optional.of(connection);
        }
        Optional<C> leaving = Optional.empty();
        if (waiting.size() + working.size() >= most) {
            leaving = Optional.of(waiting.keySet().stream().findFirst().orElse(connection));
            waiting.remove(leaving.get());
        }
        if (leaving.filter(connection::equals).isEmpty()) {
            waiting.put(connection, nanoTime.getAsLong());
        }
        return leaving;
    }

    /** The head of a request is there as a whole. */
    synchronized void asked(C connection) {
        if (waiting.remove(connection) != null) {
            working.add(connection);
        }
    }

    /**
     * The request is answered; another may follow. Once it is shut, answers the connection, which has to be closed, also one
     * that is not counted: it was open before connections were.
     */
    synchronized Optional<C> answered(C connection) {
        boolean worked = working.remove(connection);
        if (shut) {
            return Optional.of(connection);
        }
        if (worked) {
            waiting.put(connection, nanoTime.getAsLong());
        }
        return Optional.empty();
    }

    /** Lets no connection in any more. Answers those that wait, which have to be closed; those at work may finish. */
    synchronized List<C> shut() {
        shut = true;
        List<C> all = List.copyOf(waiting.keySet());
        waiting.clear();
        return all;
    }

    synchronized void closed(C connection) {
        waiting.remove(connection);
        working.remove(connection);
    }

    /** Those that have waited for longer than is meant; they are no longer counted. */
    synchronized List<C> overdue() {
        long now = nanoTime.getAsLong();
        List<C> overdue = waiting.entrySet().stream()
                // In the order of insertion, so the first that is young ends the search.
                .takeWhile(entry -> now - entry.getValue() > patience)
                .map(Map.Entry::getKey)
                .toList();
        overdue.forEach(waiting::remove);
        return overdue;
    }

    /** How many there are, and for how long the first of them has waited; for log lines. */
    @Override
    public synchronized String toString() {
        long longest = waiting.values().stream()
                .findFirst()
                .map(since -> nanoTime.getAsLong() - since)
                .orElse(0L);
        return "%d waiting (up to %d s), %d at work"
                .formatted(waiting.size(), TimeUnit.NANOSECONDS.toSeconds(longest), working.size());
    }
}

package org.egcg.reporting.web.attack;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/** How long requests took, by kind, and which failed. Thread-safe. */
final class Latencies {

    private final Map<String, Collection<Long>> nanos = new ConcurrentSkipListMap<>();
    private final Map<String, Collection<String>> failures = new ConcurrentSkipListMap<>();

    /** A request that answers its status. */
    @FunctionalInterface
    interface Request {
        int status() throws Exception;
    }

    /** Sends a request, which fails unless it answers the status. */
    void measure(String kind, int expected, Request request) throws Exception {
        long begun = System.nanoTime();
        try {
            int status = request.status();
            if (status != expected) {
                failed(kind, "answered " + status + " after " + millis(System.nanoTime() - begun) + " ms");
            }
        } catch (InterruptedException enough) {
            throw enough;
        } catch (Exception unanswered) {
            failed(kind, unanswered + " after " + millis(System.nanoTime() - begun) + " ms");
        }
        nanos.computeIfAbsent(kind, absent -> new ConcurrentLinkedQueue<>()).add(System.nanoTime() - begun);
    }

    private void failed(String kind, String how) {
        failures.computeIfAbsent(kind, absent -> new ConcurrentLinkedQueue<>()).add(how);
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }

    /** What has failed, a line each. */
    List<String> failures() {
        return failures.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().map(how -> kind.getKey() + " " + how))
                .toList();
    }

    /** The time within which all but so many of a hundred requests were answered. */
    Duration percentile(String kind, double percent) {
        List<Long> sorted =
                nanos.getOrDefault(kind, List.of()).stream().sorted().toList();
        int index = (int) Math.ceil(sorted.size() * percent / 100) - 1;
        return sorted.isEmpty() ? Duration.ZERO : Duration.ofNanos(sorted.get(Math.max(0, index)));
    }

    Collection<String> kinds() {
        return nanos.keySet();
    }

    /** A line per kind. */
    String table() {
        StringBuilder table = new StringBuilder("kind | requests | p50 ms | p99 ms | worst ms | failed\n");
        for (String kind : kinds()) {
            table.append("%s | %d | %d | %d | %d | %d%n"
                    .formatted(
                            kind,
                            nanos.get(kind).size(),
                            percentile(kind, 50).toMillis(),
                            percentile(kind, 99).toMillis(),
                            percentile(kind, 100).toMillis(),
                            failures.getOrDefault(kind, List.of()).size()));
        }
        return table.toString();
    }
}

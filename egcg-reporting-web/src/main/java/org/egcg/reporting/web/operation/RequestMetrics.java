package org.egcg.reporting.web.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What is counted since the start, in Prometheus' text format. Thread-safe. */
@ApplicationScoped
public class RequestMetrics {

    private static final double[] BOUNDS = {0.01, 0.05, 0.1, 0.5, 1, 5, 30};

    private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final LongAdder[] durations = durations();
    private final LongAdder nanos = new LongAdder();

    private static LongAdder[] durations() {
        LongAdder[] counts = new LongAdder[BOUNDS.length + 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
        return counts;
    }

    /** An unknown method counts as {@code other}, so that clients cannot invent ever more series. */
    void count(String method, int status, long took) {
        String known = KnownMethods.NAMES.contains(method) ? method : "other";
        requests.computeIfAbsent(
                        "method=\"" + known + "\",status=\"" + status / 100 + "xx\"", labels -> new LongAdder())
                .increment();
        int bucket = 0;
        while (bucket < BOUNDS.length && took > BOUNDS[bucket] * 1e9) {
            bucket++;
        }
        durations[bucket].increment();
        nanos.add(took);
    }

    String text(RequestCapacity capacity) {
        StringBuilder text = new StringBuilder();
        head(text, "egcg_requests_total", "counter", "Answered requests.");
        requests.forEach((labels, count) -> line(text, "egcg_requests_total{" + labels + "}", (double) count.sum()));
        duration(text);
        gauge(
                text,
                "egcg_requests_at_work",
                "Requests being worked on.",
                capacity.users().atWork());
        gauge(
                text,
                "egcg_requests_waiting",
                "Requests waiting for their turn.",
                capacity.users().waiting());
        gauge(
                text,
                "egcg_strangers_at_work",
                "Requests being worked on, of nobody known yet.",
                capacity.strangers().atWork());
        gauge(
                text,
                "egcg_strangers_waiting",
                "Such requests waiting for their turn.",
                capacity.strangers().waiting());
        gauge(
                text,
                "egcg_strangers_awaited",
                "Requests of strangers whose bodies have not come yet.",
                capacity.bodies().atWork());
        gauge(text, "egcg_request_memory_bytes", "Memory set aside for what clients send.", (double)
                capacity.memory().taken());
        gauge(text, "egcg_heap_used_bytes", "Heap in use.", (double)
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        gauge(
                text,
                "egcg_threads",
                "Threads of the server.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        gauge(
                text,
                "egcg_uptime_seconds",
                "Seconds since the server's start.",
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
        return text.toString();
    }

    private void duration(StringBuilder text) {
        String name = "egcg_request_duration_seconds";
        head(text, name, "histogram", "How long requests took.");
        double sum = 0;
        for (int i = 0; i < BOUNDS.length; i++) {
            sum += durations[i].sum();
            line(text, name + "_bucket{le=\"" + BOUNDS[i] + "\"}", sum);
        }
        sum += durations[BOUNDS.length].sum();
        line(text, name + "_bucket{le=\"+Inf\"}", sum);
        line(text, name + "_sum", nanos.sum() / 1e9);
        line(text, name + "_count", sum);
    }

    private static void gauge(StringBuilder text, String name, String meaning, double value) {
        head(text, name, "gauge", meaning);
        line(text, name, value);
    }

    private static void head(StringBuilder text, String name, String type, String meaning) {
        text.append("# HELP ").append(name).append(' ').append(meaning).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, double value) {
        boolean whole = value == Math.rint(value);
        text.append(name)
                .append(' ')
                .append(whole ? Long.toString((long) value) : String.format(Locale.ROOT, "%.6f", value))
                .append('\n');
    }
}

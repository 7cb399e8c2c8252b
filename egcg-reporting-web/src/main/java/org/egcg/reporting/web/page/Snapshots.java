package org.egcg.reporting.web.page;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.web.table.Rows;

/**
 * Keeps the rows of large tables for a while, so that paging, sorting and searching them does not read everything
 * again. Whoever asks gets rows that are read anew, if that takes no longer than a moment; else those of last time,
 * which say of when they are, while the new ones are on their way.
 */
@ApplicationScoped
public class Snapshots {

    /** Rows younger than this are as good as new ones: a person clicks no faster. */
    private static final Duration FRESH = Duration.ofMillis(1500);

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final long MOST_CELLS = 6_000_000;

    @Resource
    private ManagedExecutorService executor;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private static final class Kept {
        private volatile Rows rows;
        private volatile Instant used = Instant.now();
        private CompletableFuture<Rows> loading;
    }

    /**
     * The rows under a key.
     *
     * @param source reads them; it runs on another thread, outside the request
     */
    public Rows rows(String key, Supplier<Rows> source) {
        Kept entry = kept.computeIfAbsent(key, absent -> new Kept());
        entry.used = Instant.now();
        Rows rows = entry.rows;
        if (rows != null && isFresh(rows)) {
            return rows;
        }
        CompletableFuture<Rows> loading = load(entry, source);
        return rows == null ? waitFor(loading) : soon(loading).orElse(rows);
    }

    /** The rows under a key if they are at hand. */
    public Optional<Rows> known(String key) {
        return Optional.ofNullable(kept.get(key)).map(entry -> entry.rows);
    }

    private static boolean isFresh(Rows rows) {
        return rows.missing().isEmpty() && rows.asOf().isAfter(Instant.now().minus(FRESH));
    }

    private CompletableFuture<Rows> load(Kept entry, Supplier<Rows> source) {
        synchronized (entry) {
            if (entry.loading == null || entry.loading.isDone()) {
                entry.loading = CompletableFuture.supplyAsync(source, executor).thenApply(rows -> {
                    entry.rows = rows;
                    tidy();
                    return rows;
                });
            }
            return entry.loading;
        }
    }

    private static Rows waitFor(CompletableFuture<Rows> loading) {
        try {
            return loading.join();
        } catch (CompletionException failed) {
            throw cause(failed);
        }
    }

    private static Optional<Rows> soon(CompletableFuture<Rows> loading) {
        try {
            return Optional.of(loading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw cause(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static RuntimeException cause(Exception failed) {
        return failed.getCause() instanceof RuntimeException cause
                ? cause
                : new Unavailable("server", "rows could not be read", failed);
    }

    private void tidy() {
        kept.values()
                .removeIf(entry ->
                        entry.rows != null && entry.used.isBefore(Instant.now().minus(KEPT)));
        while (cells() > MOST_CELLS && kept.size() > 1) {
            kept.entrySet().stream()
                    .filter(entry -> entry.getValue().rows != null)
                    .min(Comparator.comparing(entry -> entry.getValue().used))
                    .ifPresent(entry -> kept.remove(entry.getKey(), entry.getValue()));
        }
    }

    private long cells() {
        return kept.values().stream()
                .mapToLong(entry -> entry.rows == null ? 0 : entry.rows.cells())
                .sum();
    }
}

package org.egcg.reporting.web.page;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.egcg.reporting.ReportingException.Unavailable;

/**
 * A value that takes time to read. Whoever asks gets it read anew if that takes no longer than a moment; else the one of
 * last time, while the new one is on its way; readings never overlap. For all threads.
 */
final class Renewed<T> {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Executor executor;
    private final Predicate<T> isFresh;
    private volatile T value;
    private CompletableFuture<T> reading;

    /** @param isFresh whether a value is as good as a new one */
    Renewed(Executor executor, Predicate<T> isFresh) {
        this.executor = executor;
        this.isFresh = isFresh;
    }

    /** The value of last time. */
    Optional<T> known() {
        return Optional.ofNullable(value);
    }

    /** @param source reads the value, on another thread and outside the request */
    T current(Supplier<T> source) {
        T known = value;
        if (known != null && isFresh.test(known)) {
            return known;
        }
        CompletableFuture<T> next = read(source);
        return known == null ? waitFor(next) : soon(next).orElse(known);
    }

    /** Has the value read, if it is not fresh, for those who will ask for it; a failure is theirs to see. */
    void ahead(Supplier<T> source) {
        T known = value;
        if (known == null || !isFresh.test(known)) {
            begin(source);
        }
    }

    private synchronized CompletableFuture<T> read(Supplier<T> source) {
        begin(source);
        return reading;
    }

    private synchronized void begin(Supplier<T> source) {
        if (reading == null || reading.isDone()) {
            reading = CompletableFuture.supplyAsync(source, executor).thenApply(read -> {
                value = read;
                return read;
            });
        }
    }

    private static <T> T waitFor(CompletableFuture<T> next) {
        try {
            return next.join();
        } catch (CompletionException failed) {
            throw cause(failed);
        }
    }

    private static <T> Optional<T> soon(CompletableFuture<T> next) {
        try {
            return Optional.of(next.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
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
                : new Unavailable("server", "it could not be read", failed);
    }
}

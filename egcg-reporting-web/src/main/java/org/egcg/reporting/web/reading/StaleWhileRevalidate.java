package org.egcg.reporting.web.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException.Unavailable;

/**
 * A value that takes time to read. It is read anew for a caller if that takes no longer than a moment; else he has the one of
 * last time, while the new one is on its way, and at once where last time shows that it will not be there in that moment;
 * readings never overlap. For all threads.
 */
final class StaleWhileRevalidate<T> {

    static final Duration PATIENCE = Duration.ofMillis(500);

    /** What takes long to read is read for a quarter of the time at most. */
    private static final int PAUSE = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** What took so many times as long as anybody waits is not waited for: half of that may be due to a busy moment. */
    private static final int HOPELESS = 4;

    private final Executor executor;
    private final BiPredicate<T, Duration> isFresh;
    private final Duration patience;
    private volatile T value;
    private volatile Duration lastTook = Duration.ZERO;
    private volatile Duration pause = Duration.ZERO;
    private CompletableFuture<T> reading;

    /** @param isFresh whether a value is as good as a new one, and for how long one is in any case that is slow to read */
    StaleWhileRevalidate(Executor executor, BiPredicate<T, Duration> isFresh) {
        this(executor, isFresh, PATIENCE);
    }

    /** @param patience for how long the new value is waited for, where there is one of before */
    StaleWhileRevalidate(Executor executor, BiPredicate<T, Duration> isFresh, Duration patience) {
        this.executor = executor;
        this.isFresh = isFresh;
        this.patience = patience;
    }

    /** The value of last time. */
    Optional<T> known() {
        return Optional.ofNullable(value);
    }

    /** @param source reads the value, on another thread and outside the request */
    T current(Supplier<T> source) {
        return current(source, any -> true);
    }

    /** @param usable whether a value of before may be shown; if it may not, the new one is waited for, however long it takes */
    T current(Supplier<T> source, Predicate<T> usable) {
        T known = value;
        if (known != null && isFresh.test(known, pause)) {
            return known;
        }
        if (known != null && !usable.test(known)) {
            T next = waitFor(read(source));
            // It may have been on its way already when the one of before became useless.
            return usable.test(next) ? next : waitFor(read(source));
        }
        boolean hopeless = isHopeless();
        CompletableFuture<T> next = read(source);
        // The reading goes on when the time is over: the next caller finds its value.
        return known == null ? waitFor(next) : hopeless ? known : soon(next).orElse(known);
    }

    /** Has the value read, if it is not fresh, for those who will ask for it; a failure is theirs to see. */
    void ahead(Supplier<T> source) {
        T known = value;
        if (known == null || !isFresh.test(known, pause)) {
            begin(source);
        }
    }

    private synchronized CompletableFuture<T> read(Supplier<T> source) {
        begin(source);
        return reading;
    }

    private synchronized void begin(Supplier<T> source) {
        if (reading == null || reading.isDone()) {
            reading = CompletableFuture.supplyAsync(() -> timed(source), executor);
        }
    }

    private T timed(Supplier<T> source) {
        Instant begun = Instant.now();
        T read = tried(source);
        Duration took = Duration.between(begun, Instant.now());
        lastTook = took;
        pause = took.compareTo(PATIENCE) > 0 ? shorter(took.multipliedBy(PAUSE)) : Duration.ZERO;
        value = read;
        return read;
    }

    /** Who asks after a failure waits for a moment again, so that he is told of the next one. */
    private T tried(Supplier<T> source) {
        try {
            return source.get();
        } catch (RuntimeException failed) {
            lastTook = Duration.ZERO;
            throw failed;
        }
    }

    private boolean isHopeless() {
        return lastTook.compareTo(patience.multipliedBy(HOPELESS)) > 0;
    }

    private static Duration shorter(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static <T> T waitFor(CompletableFuture<T> next) {
        try {
            return next.join();
        } catch (CompletionException failed) {
            throw cause(failed);
        }
    }

    private Optional<T> soon(CompletableFuture<T> next) {
        try {
            return Optional.of(next.get(patience.toMillis(), TimeUnit.MILLISECONDS));
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

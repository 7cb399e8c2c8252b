package org.egcg.reporting.security;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unavailable;

/**
 * The turns of logins whose password has to be worked out, which takes a processor and 19 MiB: so many at a time, a
 * few more wait for a short while, and all others are refused at once. Addresses take turns, and when all places are
 * taken a newcomer gets the place of one from the address that has most: one address cannot fill the queue for the others.
 * Thread-safe.
 */
final class LoginQueue {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final int atATime;
    private final int places;
    private final int placesPerAddress;
    private final Duration patience;
    private final Map<String, Deque<CompletableFuture<Boolean>>> waiting = new LinkedHashMap<>();
    private int working;
    private int queued;

    /**
     * @param atATime how many are worked out at a time
     * @param places how many may wait
     * @param placesPerAddress how many of one address may
     * @param patience how long one waits
     */
    LoginQueue(int atATime, int places, int placesPerAddress, Duration patience) {
        this.atATime = atATime;
        this.places = places;
        this.placesPerAddress = placesPerAddress;
        this.patience = patience;
    }

    /** On half of the processors: the others are for those who have come in. */
    static LoginQueue ofThisMachine() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new LoginQueue(Math.max(1, processors / 2), 16 * processors, 8, Duration.ofSeconds(4));
    }

    /**
     * Does the work when it is its turn.
     *
     * @throws TooManyAttempts if there is no place, or it took too long
     */
    <T> T take(String address, Supplier<T> work) {
        CompletableFuture<Boolean> turn = enter(address);
        // The turn may come between the time-out and the lock in leave; then it is taken after all.
        if (!granted(turn) && !leave(address, turn)) {
            throw new TooManyAttempts("too many logins at once", RETRY);
        }
        try {
            return work.get();
        } finally {
            release();
        }
    }

    private boolean granted(CompletableFuture<Boolean> turn) {
        try {
            return turn.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException impossible) {
            throw new Unavailable("users", "login was interrupted", impossible);
        }
    }

    private synchronized CompletableFuture<Boolean> enter(String address) {
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        if (working < atATime) {
            working++;
            turn.complete(true);
        } else if (hasPlace(address)) {
            waiting.computeIfAbsent(address, key -> new ArrayDeque<>()).add(turn);
            queued++;
        } else {
            turn.complete(false);
        }
        return turn;
    }

    private boolean hasPlace(String address) {
        int own = waiting.getOrDefault(address, new ArrayDeque<>()).size();
        if (own >= placesPerAddress) {
            return false;
        }
        if (queued < places) {
            return true;
        }
        Map.Entry<String, Deque<CompletableFuture<Boolean>>> largest = waiting.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow();
        // With one place more than the newcomer's they would only push each other out in turns.
        if (largest.getValue().size() <= own + 1) {
            return false;
        }
        largest.getValue().removeLast().complete(false);
        queued--;
        return true;
    }

    /** Gives a place up; says whether the turn had come meanwhile after all. */
    private synchronized boolean leave(String address, CompletableFuture<Boolean> turn) {
        if (turn.isDone()) {
            return turn.join();
        }
        Deque<CompletableFuture<Boolean>> others = waiting.get(address);
        others.removeIf(other -> other == turn);
        queued--;
        if (others.isEmpty()) {
            waiting.remove(address);
        }
        return false;
    }

    /** The next is of the address whose last turn is longest ago. */
    private synchronized void release() {
        // Otherwise the number at work stays: the turn passes from one to the next under the lock.
        if (waiting.isEmpty()) {
            working--;
            return;
        }
        String address = waiting.keySet().iterator().next();
        Deque<CompletableFuture<Boolean>> turns = waiting.remove(address);
        turns.remove().complete(true);
        queued--;
        if (!turns.isEmpty()) {
            waiting.put(address, turns);
        }
    }
}

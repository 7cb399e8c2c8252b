package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLimiterTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    private static RequestLimiter turns(int most, int each, int waiting, Duration patience) {
        return new RequestLimiter(new RequestLimiter.Bounds(most, each, waiting, patience));
    }

    private static void awaitWaiting(RequestLimiter turns, int number) {
        while (turns.waiting() != number) {
            Thread.onSpinWait();
        }
    }

    @Test
    void oneAloneDoesNotTakeAllTurns() {
        RequestLimiter turns = turns(4, 3, 4, AT_ONCE);
        assertThat(List.of(turns.begin("a"), turns.begin("a"), turns.begin("a"), turns.begin("a")))
                .containsExactly(true, true, true, false);
        assertThat(turns.begin("b")).isTrue();
        assertThat(turns.begin("c")).as("all are taken").isFalse();
        turns.end("a");
        assertThat(turns.begin("c")).isTrue();
    }

    @Test
    void whoWaitsForOthersOfItsKindKeepsNobodyElseWaiting() {
        RequestLimiter turns = turns(4, 1, 8, LONG);
        turns.begin("a");
        CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> turns.begin("a"), others);
        awaitWaiting(turns, 1);
        assertThat(turns.begin("b")).isTrue();
        turns.end("b");
        assertThat(second).isNotDone();
        turns.end("a");
        assertThat(second.join()).isTrue();
        assertThat(turns.atWork()).isEqualTo(1);
    }

    private CompletableFuture<Boolean> inLine(RequestLimiter turns, String whose) {
        int before = turns.waiting();
        CompletableFuture<Boolean> turn = CompletableFuture.supplyAsync(() -> turns.begin(whose), others);
        awaitWaiting(turns, before + 1);
        return turn;
    }

    @Test
    void nobodyHasMoreThanHalfOfTheLine() {
        RequestLimiter turns = turns(1, 1, 4, LONG);
        turns.begin("a");
        assertThat(inLine(turns, "a")).isNotDone();
        assertThat(inLine(turns, "a")).isNotDone();
        assertThat(turns.begin("a")).isFalse();
        assertThat(turns.waiting()).isEqualTo(2);
    }

    @Test
    void whoComesWhenTheLineIsFullTakesThePlaceOfSomebodyWhoHasMore() {
        RequestLimiter turns = turns(1, 1, 4, LONG);
        turns.begin("a");
        CompletableFuture<Boolean> first = inLine(turns, "a");
        CompletableFuture<Boolean> second = inLine(turns, "a");
        assertThat(inLine(turns, "b")).isNotDone();
        assertThat(inLine(turns, "c")).isNotDone();
        CompletableFuture<Boolean> newcomer = CompletableFuture.supplyAsync(() -> turns.begin("d"), others);
        assertThat(second.join()).isFalse();
        assertThat(first).isNotDone();
        assertThat(turns.begin("e")).as("nobody has more than one place now").isFalse();
        turns.end("a");
        assertThat(newcomer).isNotDone();
        assertThat(first.join())
                .as("the first of those who have nothing at work")
                .isTrue();
    }

    @Test
    void whoHasLeastAtWorkComesFirst() {
        RequestLimiter turns = turns(3, 3, 6, LONG);
        turns.begin("a");
        turns.begin("a");
        turns.begin("b");
        CompletableFuture<Boolean> third = inLine(turns, "a");
        CompletableFuture<Boolean> newcomer = inLine(turns, "c");
        turns.end("b");
        assertThat(newcomer.join()).isTrue();
        assertThat(third).isNotDone();
    }

    @Test
    void whoHasWaitedForTooLongTakesNoTurnAway() {
        RequestLimiter turns = turns(1, 1, 4, Duration.ofMillis(50));
        turns.begin("a");
        assertThat(turns.begin("b")).isFalse();
        turns.end("a");
        assertThat(turns.atWork()).isZero();
        assertThat(turns.begin("b")).isTrue();
    }

    @Test
    void whenItIsClosedThoseAtWorkFinishAndNobodyElseBegins() {
        RequestLimiter turns = turns(1, 1, 4, LONG);
        turns.begin("a");
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> turns.begin("b"), others);
        awaitWaiting(turns, 1);
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> turns.close(LONG), others);
        assertThat(waiting.join()).isFalse();
        assertThat(turns.begin("c")).isFalse();
        assertThat(closed).isNotDone();
        turns.end("a");
        assertThat(closed.join()).isTrue();
        assertThat(turns.isClosed()).isTrue();
    }

    @Test
    void whoDoesNotFinishInTimeIsNotWaitedFor() {
        RequestLimiter turns = turns(1, 1, 4, LONG);
        turns.begin("a");
        assertThat(turns.close(Duration.ofMillis(50))).isFalse();
    }
}

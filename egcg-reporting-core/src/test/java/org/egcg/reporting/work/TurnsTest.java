package org.egcg.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        others.shutdownNow();
    }

    private static Turns turns(int most, int each, int waiting, Duration patience) {
        return new Turns(new Turns.Bounds(most, each, waiting, patience));
    }

    private static void awaitWaiting(Turns turns, int number) {
        while (turns.waiting() != number) {
            Thread.onSpinWait();
        }
    }

    @Test
    void oneAloneDoesNotTakeAllTurns() {
        Turns turns = turns(4, 3, 4, AT_ONCE);
        assertThat(List.of(turns.begin("a"), turns.begin("a"), turns.begin("a"), turns.begin("a")))
                .containsExactly(true, true, true, false);
        assertThat(turns.begin("b")).isTrue();
        assertThat(turns.begin("c")).as("all are taken").isFalse();
        turns.end("a");
        assertThat(turns.begin("c")).isTrue();
    }

    @Test
    void whoWaitsForOthersOfItsKindKeepsNobodyElseWaiting() {
        Turns turns = turns(4, 1, 8, LONG);
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

    @Test
    void theLineIsShortAndNobodyFillsItAlone() {
        Turns turns = turns(1, 1, 4, LONG);
        turns.begin("a");
        List<CompletableFuture<Boolean>> line = new ArrayList<>();
        for (String whose : List.of("a", "a", "b", "b")) {
            line.add(CompletableFuture.supplyAsync(() -> turns.begin(whose), others));
            awaitWaiting(turns, line.size());
            if (line.size() == 2) {
                assertThat(turns.begin("a")).as("half of the line").isFalse();
            }
        }
        assertThat(turns.begin("c")).as("the line is full").isFalse();
        List<String> holders = List.of("a", "a", "a", "b");
        for (int next = 0; next < line.size(); next++) {
            turns.end(holders.get(next));
            assertThat(line.get(next).join()).isTrue();
        }
    }

    @Test
    void whoHasWaitedForTooLongTakesNoTurnAway() {
        Turns turns = turns(1, 1, 4, Duration.ofMillis(50));
        turns.begin("a");
        assertThat(turns.begin("b")).isFalse();
        turns.end("a");
        assertThat(turns.atWork()).isZero();
        assertThat(turns.begin("b")).isTrue();
    }

    @Test
    void whenItIsClosedThoseAtWorkFinishAndNobodyElseBegins() {
        Turns turns = turns(1, 1, 4, LONG);
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
        Turns turns = turns(1, 1, 4, LONG);
        turns.begin("a");
        assertThat(turns.close(Duration.ofMillis(50))).isFalse();
    }
}

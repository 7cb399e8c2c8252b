package org.egcg.reporting.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

    private final AtomicLong clock = new AtomicLong();
    private final OpenConnections<String> open = new OpenConnections<>(3, Duration.ofSeconds(40), clock::get);

    @Test
    void whoComesWhenAllAreTakenTakesThePlaceOfTheOneThatWaitsForLongest() {
        assertThat(open.opened("a")).isEmpty();
        assertThat(open.opened("b")).isEmpty();
        assertThat(open.opened("c")).isEmpty();
        assertThat(open.opened("d")).contains("a");
        assertThat(open.opened("e")).contains("b");
    }

    @Test
    void oneThatIsAtWorkIsNeverSentAway() {
        open.opened("a");
        open.asked("a");
        open.opened("b");
        open.opened("c");
        assertThat(open.opened("d")).contains("b");
        open.asked("c");
        open.asked("d");
        assertThat(open.opened("late")).as("all are at work").contains("late");
        open.closed("a");
        assertThat(open.opened("e")).isEmpty();
    }

    @Test
    void patienceBeginsAnewWithEachAnswerAndNotWithEachByte() {
        open.opened("a");
        open.opened("b");
        pass(30);
        open.asked("b");
        pass(20);
        assertThat(open.overdue()).containsExactly("a");
        open.answered("b");
        pass(39);
        assertThat(open.overdue()).isEmpty();
        pass(2);
        assertThat(open.overdue()).containsExactly("b");
        assertThat(open.overdue()).isEmpty();
    }

    @Test
    void onceItIsShutThoseAtWorkFinishAndNobodyElseIsLetIn() {
        open.opened("waiting");
        open.opened("at work");
        open.asked("at work");
        assertThat(open.shut()).containsExactly("waiting");
        assertThat(open.opened("new")).contains("new");
        assertThat(open).hasToString("0 waiting (up to 0 s), 1 at work");
        assertThat(open.answered("at work")).contains("at work");
        assertThat(open.answered("open before it was counted")).contains("open before it was counted");
        assertThat(open).hasToString("0 waiting (up to 0 s), 0 at work");
    }

    @Test
    void whatIsSaidOfAConnectionThatIsNotCountedChangesNothing() {
        open.asked("unknown");
        open.answered("unknown");
        open.closed("unknown");
        assertThat(open).hasToString("0 waiting (up to 0 s), 0 at work");
    }

    private void pass(int seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}

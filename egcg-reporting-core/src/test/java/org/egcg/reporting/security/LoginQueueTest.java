package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoginQueueTest {

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void stop() {
        open.countDown();
        clients.shutdownNow();
    }

    @Test
    void soManyAreWorkedOutAtATimeAndNoMore() throws Exception {
        LoginQueue queue = new LoginQueue(2, 100, 100, Duration.ofSeconds(20));
        AtomicInteger working = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> all = new ArrayList<>();
        for (int client = 0; client < 60; client++) {
            String address = "address " + client % 7;
            all.add(clients.submit(() -> queue.take(address, () -> {
                most.accumulateAndGet(working.incrementAndGet(), Math::max);
                sleep(5);
                return working.decrementAndGet();
            })));
        }
        for (Future<Integer> one : all) {
            one.get();
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void oneAddressHasAFewPlacesAndIsRefusedAtOnceBeyondThem() throws Exception {
        LoginQueue queue = new LoginQueue(1, 100, 3, Duration.ofSeconds(20));
        occupy(queue, "busy");
        fill(queue, "flood", 3);
        long start = System.nanoTime();
        assertThatThrownBy(() -> queue.take("flood", () -> 1))
                .isInstanceOf(TooManyAttempts.class)
                .hasMessage("too many logins at once");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aNewcomerTakesThePlaceOfOneFromTheAddressThatHasMostAndIsServedBeforeItsOthers() throws Exception {
        LoginQueue queue = new LoginQueue(1, 6, 6, Duration.ofSeconds(20));
        occupy(queue, "busy");
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        List<Future<Boolean>> flood = new ArrayList<>();
        for (int client = 0; client < 6; client++) {
            flood.add(clients.submit(() -> queue.take("flood", () -> served.add("flood"))));
            sleep(50);
        }
        Future<Boolean> newcomer = clients.submit(() -> queue.take("office", () -> served.add("office")));
        assertThatThrownBy(flood.get(5)::get).hasCauseInstanceOf(TooManyAttempts.class);
        open.countDown();
        newcomer.get();
        assertThat(served.indexOf("office")).isLessThanOrEqualTo(1);
    }

    @Test
    void nobodyWaitsLongerThanThePatienceLasts() throws Exception {
        LoginQueue queue = new LoginQueue(1, 10, 10, Duration.ofMillis(200));
        occupy(queue, "busy");
        assertThatThrownBy(() -> queue.take("office", () -> 1)).isInstanceOf(TooManyAttempts.class);
        open.countDown();
        sleep(100);
        assertThat(queue.take("office", () -> 1)).isEqualTo(1);
    }

    @Test
    void aFailureFreesItsPlace() {
        LoginQueue queue = new LoginQueue(1, 1, 1, Duration.ofMillis(200));
        for (int time = 0; time < 5; time++) {
            assertThatThrownBy(() -> queue.take("here", () -> {
                        throw new IllegalStateException("broken");
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(queue.take("here", () -> 1)).isEqualTo(1);
    }

    private void occupy(LoginQueue queue, String address) throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        clients.execute(() -> queue.take(address, () -> {
            inside.countDown();
            await();
            return 1;
        }));
        inside.await();
    }

    private void fill(LoginQueue queue, String address, int places) {
        for (int place = 0; place < places; place++) {
            clients.execute(() -> queue.take(address, () -> 1));
        }
        sleep(300);
    }

    private void await() {
        try {
            open.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

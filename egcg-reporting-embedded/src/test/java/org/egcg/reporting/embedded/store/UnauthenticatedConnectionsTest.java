package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnauthenticatedConnectionsTest {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final UnauthenticatedConnections strangers = new UnauthenticatedConnections(PATIENCE);

    private EmbeddedChannel stranger() {
        EmbeddedChannel channel = new EmbeddedChannel();
        strangers.add(channel);
        return channel;
    }

    @Test
    void aDriverThatWatchesStaysAsLongAsItGreetsAndGoesWhenItIsSilent() throws InterruptedException {
        EmbeddedChannel driver = stranger();
        for (int beat = 0; beat < 10; beat++) {
            Thread.sleep(PATIENCE.toMillis() / 3);
            strangers.heard(driver);
            driver.runScheduledPendingTasks();
            assertThat(driver.isOpen()).isTrue();
        }
        Thread.sleep(2 * PATIENCE.toMillis());
        driver.runScheduledPendingTasks();
        assertThat(driver.isOpen()).isFalse();
    }

    @Test
    void whereThereAreTooManyTheOneThatIsSilentForLongestGoes() {
        EmbeddedChannel driver = stranger();
        List<EmbeddedChannel> others = Stream.generate(this::stranger)
                .limit(UnauthenticatedConnections.MOST - 1)
                .toList();
        strangers.heard(driver);
        IntStream.range(0, 10).forEach(another -> stranger());
        assertThat(driver.isOpen()).isTrue();
        assertThat(others.stream().filter(channel -> !channel.isOpen())).hasSize(10);
    }

    @Test
    void whoHasLoggedInIsNoStrangerAnyMore() throws InterruptedException {
        EmbeddedChannel user = stranger();
        strangers.remove(user);
        Thread.sleep(2 * PATIENCE.toMillis());
        user.runScheduledPendingTasks();
        assertThat(user.isOpen()).isTrue();
    }
}

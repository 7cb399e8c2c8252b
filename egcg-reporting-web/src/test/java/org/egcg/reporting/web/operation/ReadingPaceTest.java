package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadingPaceTest {

    private static final int SLOW_MILLIS = 30;

    private final AtomicInteger writes = new AtomicInteger();

    private void write() {
        writes.incrementAndGet();
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoTakesAnAnswerTooSlowlyGetsNoMoreOfIt() throws IOException {
        ReadingPace delivery = new ReadingPace(Duration.ofMillis(SLOW_MILLIS * 2), 1000);
        delivery.within(1, this::write);
        assertThatThrownBy(() -> {
                    delivery.within(1, this::write);
                    delivery.within(1, this::write);
                })
                .isInstanceOf(IOException.class);
        int written = writes.get();
        assertThatThrownBy(() -> delivery.within(1, this::write)).isInstanceOf(IOException.class);
        assertThat(writes).hasValue(written);
    }

    @Test
    void whoTakesMuchMayTakeLong() {
        ReadingPace delivery = new ReadingPace(Duration.ofMillis(1), 1000);
        assertThatCode(() -> {
                    for (int i = 0; i < 5; i++) {
                        delivery.within(1000, this::write);
                    }
                })
                .doesNotThrowAnyException();
    }
}

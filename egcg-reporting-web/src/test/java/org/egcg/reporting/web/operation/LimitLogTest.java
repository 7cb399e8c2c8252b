package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitLogTest {

    private final AtomicLong clock = new AtomicLong();
    private final LimitLog log = new LimitLog(clock::get);

    @Test
    void aFewAreToldOneByOneAndThousandsAsANumber() {
        for (int i = 0; i < LimitLog.ONE_BY_ONE; i++) {
            assertThat(log.isOneOfMany("203.0.113.1")).isFalse();
        }
        for (int i = 0; i < 3000; i++) {
            assertThat(log.isOneOfMany("203.0.113." + i % 7)).isTrue();
        }
        assertThat(log.summary()).as("not before ten seconds").isEmpty();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(12));
        assertThat(log.summary()).hasValueSatisfying(facts -> assertThat(facts)
                .containsExactly("more times", "3000", "addresses", "7", "within seconds", "12"));
        assertThat(log.isOneOfMany("203.0.113.1")).as("the next are told again").isFalse();
    }

    @Test
    void ofFewNothingIsSaidTwice() {
        log.isOneOfMany("203.0.113.1");
        clock.addAndGet(TimeUnit.SECONDS.toNanos(12));
        assertThat(log.summary()).isEmpty();
    }
}

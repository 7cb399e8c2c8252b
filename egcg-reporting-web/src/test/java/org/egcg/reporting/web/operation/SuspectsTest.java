package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SuspectsTest {

    private final Watch watch = new Watch();
    private final Suspects suspects = new Suspects(watch);

    private static final class Watch extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private void answered(int times, String network, int status) {
        for (int i = 0; i < times; i++) {
            suspects.answered(network, status);
        }
    }

    @Test
    void aNetworkThatIsRefusedAgainAndAgainIsASuspectUntilAMinuteOfQuiet() {
        answered(Suspects.REFUSALS - 1, "203.0.113.1", 503);
        assertThat(suspects.contain("203.0.113.1")).isFalse();
        answered(1, "203.0.113.1", 401);
        assertThat(suspects.contain("203.0.113.1")).isTrue();
        watch.pass(Duration.ofSeconds(59));
        answered(1, "203.0.113.1", 408);
        watch.pass(Duration.ofSeconds(59));
        assertThat(suspects.contain("203.0.113.1")).isTrue();
        watch.pass(Duration.ofSeconds(2));
        assertThat(suspects.contain("203.0.113.1")).isFalse();
        answered(1, "203.0.113.1", 408);
        assertThat(suspects.contain("203.0.113.1")).as("it is counted anew").isFalse();
    }

    @Test
    void whatIsAnsweredAsAskedSpeaksAgainstNobody() {
        for (int status : new int[] {200, 201, 302, 304, 404, 500}) {
            answered(100, "198.51.100.1", status);
        }
        assertThat(suspects.contain("198.51.100.1")).isFalse();
    }

    @Test
    void whoCallsUpManyNetworksMakesNobodyRemembered() {
        answered(Suspects.REFUSALS, "203.0.113.1", 503);
        for (int i = 0; i < 20_000; i++) {
            suspects.answered("network " + i, 503);
        }
        assertThat(suspects.contain("203.0.113.1"))
                .as("the oldest are forgotten")
                .isFalse();
    }
}

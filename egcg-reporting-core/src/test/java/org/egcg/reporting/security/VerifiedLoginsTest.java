package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerifiedLoginsTest {

    private final TestClock clock = new TestClock();
    private final VerifiedLogins logins = new VerifiedLogins(clock);

    @Test
    void aPipelineThatWorksThroughTheNightIsRememberedAsLongAsItGoesOn() {
        logins.remember("id", "secret", "hash", Duration.ofHours(12), true);
        for (int hour = 0; hour < 48; hour++) {
            clock.pass(Duration.ofHours(1));
            assertThat(logins.remembers("id", "secret", "hash")).isTrue();
        }
        clock.pass(Duration.ofHours(13));
        assertThat(logins.remembers("id", "secret", "hash")).isFalse();
    }

    @Test
    void whomSomebodyElseVouchesForIsAskedAboutAgainHoweverBusyHeIs() {
        logins.remember("id", "secret", "hash", Duration.ofMinutes(4), false);
        clock.pass(Duration.ofMinutes(3));
        assertThat(logins.remembers("id", "secret", "hash")).isTrue();
        clock.pass(Duration.ofMinutes(1));
        assertThat(logins.remembers("id", "secret", "hash")).isFalse();
    }

    @Test
    void anotherPasswordOrAnotherStoredHashIsNotRemembered() {
        logins.remember("id", "secret", "hash", Duration.ofHours(12), true);
        assertThat(logins.remembers("id", "guess", "hash")).isFalse();
        assertThat(logins.remembers("id", "secret", "another hash")).isFalse();
        assertThat(logins.remembers("another id", "secret", "hash")).isFalse();
    }
}

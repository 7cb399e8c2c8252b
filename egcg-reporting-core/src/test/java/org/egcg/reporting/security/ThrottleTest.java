package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final TestClock clock = new TestClock();
    private final Throttle throttle = new Throttle(clock, 10);

    @Test
    void waitsDoubleUpToAMinute() {
        fail(10, "ann", "here");
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(throttle.wait("ann", "here")).isEqualTo(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(throttle.wait("ann", "here")).isZero();
            throttle.failed("ann", "here");
        }
    }

    @Test
    void failuresAreForgottenAfterAQuarterOfAnHour() {
        fail(9, "ann", "here");
        clock.pass(Duration.ofMinutes(16));
        throttle.failed("ann", "here");
        assertThat(throttle.wait("ann", "here")).isZero();
    }

    @Test
    void anAddressThatTriesManyAccountsIsSlowedDown() {
        for (int account = 0; account < 50; account++) {
            throttle.failed("user " + account, "here");
        }
        assertThat(throttle.wait("one more", "here")).isPositive();
        assertThat(throttle.wait("one more", "elsewhere")).isZero();
    }

    @Test
    void anAccountThatIsTriedFromManyAddressesIsSlowedDownExceptWhereItIsAtHome() {
        throttle.succeeded("ann", "home");
        for (int address = 0; address < 50; address++) {
            throttle.failed("ann", "bot " + address);
        }
        assertThat(throttle.wait("ann", "new bot")).isPositive();
        assertThat(throttle.wait("ann", "home")).isZero();
    }

    @Test
    void aGoodLoginForgetsTheFailuresOfItsAddress() {
        fail(9, "ann", "here");
        throttle.succeeded("ann", "here");
        fail(9, "ann", "here");
        assertThat(throttle.wait("ann", "here")).isZero();
    }

    private void fail(int times, String account, String address) {
        for (int time = 0; time < times; time++) {
            throttle.failed(account, address);
        }
    }
}

package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final TestClock clock = new TestClock();
    private final Throttle throttle = new Throttle(clock, 10);

    @Test
    void waitsDoubleUpToAMinute() {
        fail(10, "ann", "here");
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(wait("ann", "here")).isEqualTo(Duration.ofSeconds(seconds));
            clock.pass(Duration.ofSeconds(seconds));
            fail(1, "ann", "here");
        }
    }

    @Test
    void failuresAreForgottenAfterAQuarterOfAnHour() {
        fail(9, "ann", "here");
        clock.pass(Duration.ofMinutes(16));
        fail(9, "ann", "here");
        assertThat(wait("ann", "here")).isZero();
    }

    @Test
    void anAddressThatTriesManyAccountsIsSlowedDown() {
        for (int account = 0; account < 50; account++) {
            fail(1, "user " + account, "here");
        }
        assertThat(wait("one more", "here")).isPositive();
        assertThat(wait("one more", "elsewhere")).isZero();
    }

    @Test
    void guessesFromManyAddressesNeverMakeAnotherAddressWait() {
        attack("ann", 500);
        assertThat(wait("ann", "a new laptop")).isZero();
    }

    @Test
    void whileAnAccountIsTriedFromManyAddressesANewOneHasAFewAttemptsAndLongerWaits() {
        attack("ann", 50);
        fail(3, "ann", "new bot");
        assertThat(wait("ann", "new bot")).isEqualTo(Duration.ofSeconds(8));
        clock.pass(Duration.ofSeconds(8));
        fail(1, "ann", "new bot");
        assertThat(wait("ann", "new bot")).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void anAccountThatIsTriedFromManyAddressesIsSlowedDownExceptWhereItIsAtHome() {
        throttle.admit("ann", "home").succeeded(true);
        attack("ann", 50);
        for (int account = 0; account < 50; account++) {
            fail(1, "user " + account, "home");
        }
        assertThat(wait("bob", "home")).isPositive();
        fail(9, "ann", "home");
        assertThat(wait("ann", "home")).isZero();
        fail(1, "ann", "home");
        assertThat(wait("ann", "home")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aGoodLoginForgetsTheFailuresOfItsAddressOnceInAQuarterOfAnHour() {
        fail(9, "ann", "here");
        throttle.admit("ann", "here").succeeded(true);
        fail(8, "ann", "here");
        assertThat(wait("ann", "here")).isZero();
        throttle.admit("ann", "here").succeeded(true);
        fail(2, "ann", "here");
        assertThat(wait("ann", "here")).isPositive();
    }

    @Test
    void aRememberedLoginForgetsNothing() {
        fail(9, "ann", "here");
        throttle.admit("ann", "here").succeeded(false);
        fail(1, "ann", "here");
        assertThat(wait("ann", "here")).isPositive();
    }

    @Test
    void ofAThousandAtOnceNoMoreAreLookedAtThanTheLimit() throws Exception {
        assertThat(lookedAt(1000, attempt -> "ann", attempt -> "here")).isEqualTo(10);
        assertThat(lookedAt(1000, attempt -> "user " + attempt, attempt -> "there"))
                .isEqualTo(50);
        attack("bob", 50);
        assertThat(lookedAt(1000, attempt -> "bob", attempt -> "a new bot")).isEqualTo(3);
    }

    @Test
    void anAttemptThatWasNotLookedAtLeavesNothing() {
        for (int attempt = 0; attempt < 1000; attempt++) {
            throttle.admit("ann", "here").withdraw();
        }
        fail(9, "ann", "here");
        assertThat(wait("ann", "here")).isZero();
    }

    @Test
    void inventedNamesAndAddressesDoNotPushOutWhatMatters() {
        fail(10, "ann", "here");
        clock.pass(Duration.ofMillis(10));
        for (int attempt = 0; attempt < 100_000; attempt++) {
            throttle.admit("invented " + attempt, "2001:db8:" + attempt);
        }
        assertThat(wait("ann", "here")).isPositive();
        assertThat(throttle.remembered()).isLessThanOrEqualTo(60_000);
    }

    private interface Text {
        String of(int attempt);
    }

    private int lookedAt(int attempts, Text account, Text address) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(64);
        try {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int attempt = 0; attempt < attempts; attempt++) {
                int number = attempt;
                tries.add(() -> isLookedAt(account.of(number), address.of(number)));
            }
            int count = 0;
            for (Future<Boolean> looked : pool.invokeAll(tries)) {
                count += looked.get() ? 1 : 0;
            }
            return count;
        } finally {
            pool.shutdownNow();
        }
    }

    private boolean isLookedAt(String account, String address) {
        try {
            throttle.admit(account, address);
            return true;
        } catch (TooManyAttempts notLookedAt) {
            return false;
        }
    }

    private void attack(String account, int attempts) {
        for (int address = 0; address < attempts; address++) {
            fail(1, account, "bot " + address);
        }
    }

    private Duration wait(String account, String address) {
        try {
            throttle.admit(account, address).withdraw();
            return Duration.ZERO;
        } catch (TooManyAttempts slow) {
            return slow.retryAfter();
        }
    }

    private void fail(int times, String account, String address) {
        for (int time = 0; time < times; time++) {
            assertThatCode(() -> throttle.admit(account, address)).doesNotThrowAnyException();
        }
    }
}

package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.web.operation.MemoryBudget.Share;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {

    private final MemoryBudget budget = new MemoryBudget(100, 60, Duration.ofMillis(50));

    @Test
    void oneRequestDoesNotTakeAllOfIt() {
        Share share = budget.share();
        share.take(60);
        assertThatThrownBy(() -> share.take(1)).isInstanceOf(TooLarge.class).hasMessageContaining("60 bytes");
        assertThat(budget.taken()).isEqualTo(60);
    }

    @Test
    void whoFindsNoRoomComesAgain() {
        Share first = budget.share();
        Share second = budget.share();
        first.take(60);
        second.take(40);
        assertThatThrownBy(() -> second.take(1)).isInstanceOf(Busy.class);
        first.close();
        second.take(20);
        assertThat(budget.taken()).isEqualTo(60);
    }

    @Test
    void whoFindsNoRoomWaitsForAMoment() {
        MemoryBudget patient = new MemoryBudget(100, 60, Duration.ofSeconds(20));
        Share first = patient.share();
        first.take(60);
        CompletableFuture<Long> second = CompletableFuture.supplyAsync(() -> {
            patient.share().take(60);
            return patient.taken();
        });
        assertThat(second).isNotDone();
        first.close();
        assertThat(second.join()).isEqualTo(60);
    }

    @Test
    void whoNeedsLittleDoesNotWaitForWhatIsLarge() {
        MemoryBudget impatient = new MemoryBudget(3_200, 3_200, Duration.ZERO);
        impatient.share().take(3_200);
        Share little = impatient.share();
        little.take(60);
        little.take(40);
        assertThatThrownBy(() -> little.take(1)).isInstanceOf(Busy.class);
        assertThatThrownBy(() -> impatient.share().take(101)).isInstanceOf(Busy.class);
        for (int other = 0; other < 7; other++) {
            impatient.share().take(100);
        }
        assertThatThrownBy(() -> impatient.share().take(1)).isInstanceOf(Busy.class);
        assertThat(impatient.taken()).isEqualTo(3_200 + 800);
    }

    @Test
    void whatIsGivenBackIsGivenBackOnce() {
        Share share = budget.share();
        share.take(50);
        share.close();
        share.close();
        assertThat(budget.taken()).isZero();
    }
}

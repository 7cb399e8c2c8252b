package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedDaysTest {

    private static RefusedDays of(String from, String to) {
        return RefusedDays.of(RefusedDays.FROM_BEFORE, Map.of("from", from, "to", to), RefusedDays::isDay);
    }

    @Test
    void theOnesThatAreNoDaysAreQuotedWithTheirFields() {
        RefusedDays first = of("nonsense", "2026-11-28");
        assertThat(first.sentence()).isEqualTo("From: “nonsense” is not a date. Write dates like 2026-11-28.");
        assertThat(first.contains("from")).isTrue();
        assertThat(first.contains("to")).isFalse();
        assertThat(of("a\nb", "28/11").sentence())
                .isEqualTo("From: “a b” is not a date; Before: “28/11” is not a date. Write dates like 2026-11-28.");
    }

    @Test
    void nothingIsSaidOfDaysAndOfFieldsThatAreEmpty() {
        assertThat(of("2026-11-28", " ").isEmpty()).isTrue();
        assertThat(of("2026-11-28", "").sentence()).isEmpty();
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusedDaysTest {

    private static RefusedDays of(String from, String to) {
        return RefusedDays.of(List.of("from", "to"), Map.of("from", from, "to", to), RefusedDays::isDay);
    }

    @Test
    void theOnesThatAreNoDaysAreQuoted() {
        RefusedDays first = of("nonsense", "2026-11-28");
        assertThat(first.sentence()).isEqualTo("“nonsense” is no day: write it as 2026-11-28.");
        assertThat(first.contains("from")).isTrue();
        assertThat(first.contains("to")).isFalse();
        assertThat(of("a\nb", "28/11").sentence())
                .isEqualTo("“a b” and “28/11” are no days: write them as 2026-11-28.");
        assertThat(of("x", "x").sentence()).isEqualTo("“x” is no day: write it as 2026-11-28.");
    }

    @Test
    void nothingIsSaidOfDaysAndOfFieldsThatAreEmpty() {
        assertThat(of("2026-11-28", " ").isEmpty()).isTrue();
        assertThat(of("2026-11-28", "").sentence()).isEmpty();
    }
}

package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmallDigitsTest {

    @Test
    void numbersBelowOneHaveAsManyDecimalsAsTheLongestOfTheirColumn() {
        SmallDigits digits = SmallDigits.of(List.of("0.00051%", "0.0004%", "0%", ""));
        assertThat(digits.of("0.0004%")).isEqualTo("0.00040%");
        assertThat(digits.of("0.00051%")).isEqualTo("0.00051%");
        assertThat(digits.of("0%")).isEqualTo("0%");
        assertThat(SmallDigits.of(List.of("-0.107", "0.0783")).of("-0.107")).isEqualTo("-0.1070");
    }

    @Test
    void aColumnWithLargerNumbersOrFarSmallerOnesStaysAsItIs() {
        assertThat(SmallDigits.of(List.of("12.5%", "0.043%", "0.2%")).of("0.2%"))
                .isEqualTo("0.2%");
        assertThat(SmallDigits.of(List.of("0.25", "0.000031")).of("0.25")).isEqualTo("0.25");
        assertThat(SmallDigits.of(List.of("text", "0.25", "0.1")).of("0.1")).isEqualTo("0.1");
    }
}

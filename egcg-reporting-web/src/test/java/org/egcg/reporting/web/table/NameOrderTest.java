package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameOrderTest {

    private static List<String> sorted(String... names) {
        return Stream.of(names).sorted(NameOrder.NATURAL).toList();
    }

    @Test
    void numbersInNamesCountAsNumbers() {
        assertThat(sorted("P91", "P10", "P9", "P", "P89")).containsExactly("P", "P9", "P10", "P89", "P91");
        assertThat(sorted("P2S10", "P2S9", "P10S1")).containsExactly("P2S9", "P2S10", "P10S1");
        String digits = "9".repeat(40);
        assertThat(sorted(digits + "1", digits)).containsExactly(digits, digits + "1");
    }

    @Test
    void lettersSortWhateverTheirCaseAndNothingIsTheSameThatDiffers() {
        assertThat(sorted("b1", "A2", "a1")).containsExactly("a1", "A2", "b1");
        assertThat(NameOrder.NATURAL.compare("P01", "P1")).isNotZero();
        assertThat(NameOrder.NATURAL.compare("p1", "P1")).isNotZero();
        assertThat(NameOrder.NATURAL.compare("", "")).isZero();
    }
}

package org.egcg.reporting.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoxTest {

    @Test
    void aValueFarOutIsAnOutlierAndWhiskersEndBeforeIt() {
        Box box = Box.of(1, 2, 3, 2, 42);
        assertThat(box).isEqualTo(new Box(1, 2, 2, 3, 3, List.of(42.0)));
        assertThat(box.leavesOut(42)).isTrue();
        assertThat(box.leavesOut(3)).isFalse();
    }

    @Test
    void aQuartileBetweenTwoValuesIsTheirMean() {
        assertThat(Box.of(1, 2, 3, 4)).isEqualTo(new Box(1, 1.5, 2.5, 3.5, 4, List.of()));
    }

    @Test
    void oneValueIsItsOwnBox() {
        assertThat(Box.of(5)).isEqualTo(new Box(5, 5, 5, 5, 5, List.of()));
    }

    @Test
    void theMedianOfSevenIsTheFourth() {
        assertThat(Box.of(10, 4, 23, 41, 32, 58, 29).median()).isEqualTo(29);
    }

    @Test
    void theValuesAreLeftInTheirOrder() {
        double[] values = {3, 1, 2};
        assertThat(Box.of(values).median()).isEqualTo(2);
        assertThat(values).containsExactly(3, 1, 2);
    }

    @Test
    void nothingHasNoBox() {
        assertThatIllegalArgumentException().isThrownBy(Box::of).withMessageContaining("needs a value");
    }
}

package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void valuesAreCountedInTwentyBarsOfTheSameWidth() {
        Distribution hundred = Distribution.of(
                        DoubleStream.iterate(0, i -> i + 1).limit(101).toArray())
                .orElseThrow();
        assertThat(hundred.counts()).hasSize(20).startsWith(5, 5, 5).endsWith(5, 6);
        assertThat(hundred.size()).isEqualTo(101);
        assertThat(hundred.half()).isEqualTo(50);
    }

    @Test
    void theGreatestAndWhatLiesOutsideStandAtTheEdge() {
        Distribution some = Distribution.of(0, 1, 2, 3, 4, 5, 6, 8).orElseThrow();
        assertThat(some.place(0)).isZero();
        assertThat(some.place(4)).isEqualTo(80);
        assertThat(some.place(8)).isEqualTo(160);
        assertThat(some.place(99)).isEqualTo(160);
        assertThat(some.place(-1)).isZero();
    }

    @Test
    void whatIsThereAtAllIsSeen() {
        double[] values = DoubleStream.concat(DoubleStream.generate(() -> 1).limit(5000), DoubleStream.of(2))
                .toArray();
        assertThat(Distribution.of(values).orElseThrow().path())
                .isEqualTo("M0.0 28v-28.0h7.0v28.0zM152.0 28v-1.0h7.0v1.0z");
    }

    @Test
    void fewValuesAndValuesThatAreAllTheSameDoNotSpread() {
        assertThat(Distribution.of(1, 2, 3, 4, 5, 6, 7)).isEmpty();
        assertThat(Distribution.of(5, 5, 5, 5, 5, 5, 5, 5, 5)).isEmpty();
        assertThat(Distribution.of(1, 2, 3, 4, 5, 6, 7, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isEmpty();
    }
}

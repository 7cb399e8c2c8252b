package org.egcg.reporting.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.descriptive.Median;
import org.junit.jupiter.api.Test;

class BaselineTest {

    /** Of 1, 1, 2, 2, 4, 6, 9 the median is 2, and the deviations 1, 1, 0, 0, 2, 4, 7 have the median 1. */
    @Test
    void spreadIsTheMedianAbsoluteDeviation() {
        Baseline baseline = Baseline.of(new double[] {1, 1, 2, 2, 4, 6, 9});
        assertThat(baseline.centre()).isEqualTo(2);
        assertThat(baseline.spread()).isEqualTo(1.482602218505602 * 7 / 6.2, within(1e-12));
        assertThat(baseline.deviation(baseline.at(2.5))).isEqualTo(2.5, within(1e-12));
    }

    @Test
    void oneOddRunInTenMovesLittle() {
        double[] values = new Random(3).doubles(30).map(uniform -> 90 + uniform).toArray();
        Baseline before = Baseline.of(values);
        values[4] = 10;
        values[11] = 300;
        values[20] = 10;
        Baseline after = Baseline.of(values);
        assertThat(after.centre()).isEqualTo(before.centre(), within(0.1));
        assertThat(after.spread()).isEqualTo(before.spread(), within(0.15));
    }

    @Test
    void isWhatTheLibraryOfApacheSays() {
        Random random = new Random(11);
        for (int size = 2; size < 60; size++) {
            double[] values = random.doubles(size).toArray();
            double centre = Median.withDefaults().evaluate(values.clone());
            double mad = Median.withDefaults()
                    .evaluate(Arrays.stream(values)
                            .map(each -> Math.abs(each - centre))
                            .toArray());
            Baseline baseline = Baseline.of(values);
            assertThat(baseline.centre()).isEqualTo(centre);
            assertThat(baseline.spread() / (1.482602218505602 * size / (size - 0.8)))
                    .isEqualTo(mad, within(1e-12));
        }
    }

    /** Twenty thousand samples of 30 say the mean to half a per cent. */
    @Test
    void theSpreadOfNormalRunsIsTheirStandardDeviation() {
        Random random = new Random(5);
        double mean = java.util.stream.IntStream.range(0, 20_000)
                .mapToDouble(sample -> Baseline.of(java.util.stream.DoubleStream.generate(random::nextGaussian)
                                .limit(30)
                                .toArray())
                        .spread())
                .average()
                .orElseThrow();
        assertThat(mean).isEqualTo(1, within(0.01));
    }

    @Test
    void runsThatDoNotVaryHaveNoSpread() {
        assertThat(Baseline.of(new double[] {5, 5, 5, 5, 7}).hasSpread()).isFalse();
    }
}

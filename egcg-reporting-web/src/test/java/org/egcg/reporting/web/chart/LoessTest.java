package org.egcg.reporting.web.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.hipparchus.analysis.interpolation.LoessInterpolator;
import org.junit.jupiter.api.Test;

class LoessTest {

    private static final double[] EVEN = IntStream.range(0, 40).asDoubleStream().toArray();

    private static double[] noisy() {
        Random random = new Random(7);
        return IntStream.range(0, 40)
                .mapToDouble(i -> Math.sin(i / 6.0) * 10 + random.nextGaussian())
                .toArray();
    }

    @Test
    void onEvenPlacesItIsWhatAnotherLibraryFits() {
        double[] y = noisy();
        for (double span : new double[] {0.15, 0.5}) {
            double[] expected = new LoessInterpolator(span, 0).smooth(EVEN, y);
            SortedMap<Double, Double> fitted = Loess.fit(EVEN, y, span);
            for (int i = 0; i < EVEN.length; i++) {
                assertThat(fitted.get(EVEN[i])).as(span + " at " + i).isCloseTo(expected[i], within(1e-9));
            }
        }
    }

    @Test
    void aStraightLineStaysOne() {
        double[] x = {0, 1, 1, 5, 9, 9, 9, 20};
        double[] y = {3, 5, 5, 13, 21, 21, 21, 43};
        Loess.fit(x, y, 0.5).forEach((place, value) -> assertThat(value).isCloseTo(3 + 2 * place, within(1e-9)));
    }

    @Test
    void aWindowOfOnePlaceIsItsMean() {
        double[] x = {1, 1, 1, 1, 1, 1, 9, 9, 20, 21};
        double[] y = {2, 4, 2, 4, 2, 4, 7, 8, 9, 9};
        assertThat(Loess.fit(x, y, 0.25).get(1.0)).isCloseTo(2.8, within(1e-12));
        assertThat(Loess.fit(new double[] {4, 4}, new double[] {10, 20}, 0.5)).containsEntry(4.0, 15.0);
    }

    @Test
    void aSinglePointIsItself() {
        assertThat(Loess.fit(new double[] {17_000}, new double[] {88.5}, 0.15)).containsEntry(17_000.0, 88.5);
    }

    @Test
    void aValueOfZeroIsAValue() {
        assertThat(Loess.fit(new double[] {1, 2, 3}, new double[] {0, 0, 0}, 0.5))
                .containsEntry(1.0, 0.0)
                .containsEntry(3.0, 0.0);
    }

    @Test
    void nothingFitsNothing() {
        assertThat(Loess.fit(new double[0], new double[0], 0.5)).isEmpty();
    }
}

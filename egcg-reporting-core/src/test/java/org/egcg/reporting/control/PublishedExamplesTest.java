package org.egcg.reporting.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is computed is what textbooks print. */
class PublishedExamplesTest {

    /**
     * Montgomery, Introduction to Statistical Quality Control, 7th edition, table 9.1: twenty values around 10 and ten
     * around 11, with a standard deviation of 1.
     */
    private static final double[] MONTGOMERY = {
        9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08, 9.37, 10.62,
        10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52
    };

    private static double[] deviations(double[] values, double centre, double spread) {
        return Arrays.stream(values).map(value -> (value - centre) / spread).toArray();
    }

    private static int[] found(Shape shape, double[] deviations) {
        boolean[] found = shape.in(deviations);
        return IntStream.range(0, found.length)
                .filter(at -> found[at])
                .map(at -> at + 1)
                .toArray();
    }

    /** Table 9.2 there: k = 1/2, h = 5; the sum exceeds 5 at period 29, seven periods after it left 0. */
    @Test
    void theCusumOfMontgomerySignalsAtPeriod29() {
        Cusum cusum = new Cusum(0.5, 5, Double.POSITIVE_INFINITY);
        double[] deviations = deviations(MONTGOMERY, 10, 1);
        assertThat(cusum.above(deviations))
                .containsExactly(
                        new double[] {
                            0, 0, 0, 1.16, 2.82, 2.50, 0.04, 1.00, 0, 0, 0, 0.97, 0.98, 0, 0, 0, 0.12, 0, 0, 0.34, 0.74,
                            0, 1.79, 2.79, 2.89, 3.47, 3.35, 4.47, 5.28, 5.30
                        },
                        within(0.005));
        assertThat(cusum.below(deviations)).startsWith(new double[] {0.05, 1.56, 1.77}, within(0.005));
        assertThat(found(cusum, deviations)).containsExactly(29, 30);
        assertThat(29 - cusum.onset(deviations, 28)).as("N+ at period 29").isEqualTo(7 - 1 + 1);
    }

    /** Example 9.2 and table 9.10 there: λ = 0.1, L = 2.7; the limits come to 10 ± 0.62, and periods 29 and 30 lie above. */
    @Test
    void theEwmaOfMontgomeryIsAsPrinted() {
        Ewma ewma = new Ewma(0.1, 2.7);
        double[] deviations = deviations(MONTGOMERY, 10, 1);
        double[] averages = ewma.averages(deviations);
        assertThat(Arrays.stream(averages).map(average -> 10 + average).toArray())
                .startsWith(new double[] {9.945, 9.7495, 9.70355}, within(0.00001))
                .endsWith(new double[] {10.6468, 10.6341}, within(0.00006));
        assertThat(10 + ewma.limitAt(29)).isEqualTo(10.6189, within(0.0006));
        assertThat(found(ewma, deviations)).containsExactly(29, 30);
    }

    /**
     * <a href="https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc324.htm">NIST/SEMATECH e-Handbook of Statistical
     * Methods, 6.3.2.4</a>: EWMA₀ = 50, s = 2.0539, λ = 0.3, k = 3; its limits are computed with 0.4201 for the root.
     */
    @Test
    void theEwmaOfTheNistHandbookIsAsPrinted() {
        double[] values = {
            52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4,
            53.6, 52.1
        };
        Ewma ewma = new Ewma(0.3, 3);
        double[] averages = ewma.averages(deviations(values, 50, 2.0539));
        assertThat(Arrays.stream(averages).map(average -> 50 + 2.0539 * average).toArray())
                .containsExactly(
                        new double[] {
                            50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52,
                            50.05, 49.38, 49.92, 50.73, 51.23, 51.94, 51.99
                        },
                        within(0.0051));
        assertThat(50 + 2.0539 * ewma.limitAt(100)).isEqualTo(52.5884, within(0.0005));
        assertThat(50 - 2.0539 * ewma.limitAt(100)).isEqualTo(47.4115, within(0.0005));
        assertThat(found(ewma, deviations(values, 50, 2.0539))).isEmpty();
    }

    /**
     * <a href="https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc323.htm">There, 6.3.2.3</a>: target 325, k = 0.3175,
     * h = 4.1959, in the unit of the values; groups 14 to 20 are starred.
     */
    @Test
    void theCusumOfTheNistHandbookSignalsFromGroup14On() {
        double[] values = {
            324.925, 324.675, 324.725, 324.350, 325.350, 325.225, 324.125, 324.525, 325.225, 324.600, 324.625, 325.150,
            328.325, 327.250, 327.825, 328.500, 326.675, 327.775, 326.875, 328.350
        };
        Cusum cusum = new Cusum(0.3175, 4.1959, Double.POSITIVE_INFINITY);
        double[] deviations = deviations(values, 325, 1);
        assertThat(cusum.above(deviations))
                .containsExactly(
                        new double[] {
                            0, 0, 0, 0, 0.03, 0, 0, 0, 0, 0, 0, 0, 3.01, 4.94, 7.45, 10.63, 11.99, 14.44, 16.00, 19.04
                        },
                        within(0.0051));
        assertThat(cusum.below(deviations))
                .containsExactly(
                        new double[] {0, 0.01, 0, 0.33, 0, 0, 0.56, 0.72, 0.17, 0.25, 0.31, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                        within(0.0051));
        assertThat(found(cusum, deviations)).containsExactly(14, 15, 16, 17, 18, 19, 20);
    }
}

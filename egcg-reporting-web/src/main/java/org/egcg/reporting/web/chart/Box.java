package org.egcg.reporting.web.chart;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * What a box plot shows of some values. Quartiles are those of Hyndman and Fan's second type: where p·n is whole, the
 * mean of that value and the next. Whiskers end at the last values within one and a half times the height of the box.
 *
 * @param low the end of the lower whisker
 * @param high the end of the upper whisker
 * @param outliers the values beyond the whiskers, ascending
 */
public record Box(double low, double lower, double median, double upper, double high, List<Double> outliers) {

    private static final double REACH = 1.5;
    private static final Quantile QUANTILE =
            Quantile.withDefaults().with(EstimationMethod.HF2).withCopy(true);

    public Box {
        outliers = List.copyOf(outliers);
    }

    /** The box of at least one value, all of them numbers. */
    public static Box of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a box needs a value");
        }
        double[] quartiles = QUANTILE.evaluate(values, 0.25, 0.5, 0.75);
        double reach = REACH * (quartiles[2] - quartiles[0]);
        double least = quartiles[0] - reach;
        double most = quartiles[2] + reach;
        double[] sorted = Arrays.stream(values).sorted().toArray();
        double[] inside = Arrays.stream(sorted)
                .filter(value -> value >= least && value <= most)
                .toArray();
        List<Double> outside = Arrays.stream(sorted)
                .filter(value -> value < least || value > most)
                .boxed()
                .toList();
        return new Box(inside[0], quartiles[0], quartiles[1], quartiles[2], inside[inside.length - 1], outside);
    }

    /** Whether a value of the same data is beyond the whiskers. */
    public boolean leavesOut(double value) {
        return value < low || value > high;
    }
}

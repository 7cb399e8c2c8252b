package org.egcg.reporting.web.plate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Median;

/**
 * The numbers of a plate in six steps of the same width. The steps reach from the lowest number to the highest, and to the
 * limit if there is one; of numbers that differ by less than a tenth they reach further, so that what is nearly alike looks
 * alike.
 *
 * @param from where the first step begins
 * @param to where the last one ends
 */
record Scale(double lowest, double median, double highest, double from, double to) {

    static final int STEPS = 6;

    private static final double LEAST_WIDTH = 0.1;
    private static final int MOST_DECIMALS = 6;

    /** Of numbers of which there is at least one. */
    static Scale of(List<Double> numbers, OptionalDouble limit) {
        double[] all = numbers.stream().mapToDouble(Double::doubleValue).toArray();
        double lowest = DoubleStream.of(all).min().orElseThrow();
        double highest = DoubleStream.of(all).max().orElseThrow();
        double median = Median.withDefaults().evaluate(all);
        double from = Math.min(lowest, limit.orElse(lowest));
        double to = Math.max(highest, limit.orElse(highest));
        double lacking = Math.max(0, LEAST_WIDTH * Math.abs(median) - (to - from));
        return new Scale(lowest, median, highest, from - lacking / 2, to + lacking / 2);
    }

    /** The step of a number, from 0; if all numbers are nought, the one in the middle. */
    int step(double number) {
        if (from == to) {
            return STEPS / 2;
        }
        return (int) Math.min(STEPS - 1, Math.floor((number - from) / (to - from) * STEPS));
    }

    /** Which whole numbers a step has, such as {@code 3 to 5}; empty text for none. */
    String wholeNumbers(int step) {
        double[] bounds = bounds();
        double first = Math.ceil(bounds[step]);
        double last = step == STEPS - 1 ? Math.floor(to) : Math.ceil(bounds[step + 1]) - 1;
        String words = Metric.brief(first);
        return last < first ? "" : last == first ? words : words + " to " + Metric.brief(last);
    }

    /** The numbers of a step with as many decimals as it takes to end below where the next one begins: {@code 3.0 to 4.4}. */
    String numbers(int step) {
        double[] bounds = bounds();
        int decimals = decimals();
        BigDecimal next = rounded(bounds[step + 1], decimals);
        BigDecimal last = step == STEPS - 1 ? next : next.subtract(BigDecimal.ONE.movePointLeft(decimals));
        return rounded(bounds[step], decimals).toPlainString() + " to " + last.toPlainString();
    }

    private int decimals() {
        int decimals = 1;
        while (decimals < MOST_DECIMALS && (to - from) / STEPS < 2 * Math.pow(10, -decimals)) {
            decimals++;
        }
        return decimals;
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** Where the steps begin, and where the last one ends. */
    double[] bounds() {
        return DoubleStream.iterate(0, step -> step + 1)
                .limit(STEPS + 1)
                .map(step -> from + (to - from) * step / STEPS)
                .toArray();
    }
}

package org.egcg.reporting.web.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * How numbers spread: from the least to the greatest in bars of the same width.
 *
 * @param counts how many values are in each bar, from the least on
 * @param half how wide the middle half of the values is: from the lower quartile to the upper one
 */
public record Distribution(double least, double greatest, List<Integer> counts, double half) {

    /** How many bars there are. */
    public static final int BARS = 20;

    private static final int ENOUGH = 8;
    private static final double WIDTH = 160;
    private static final double HEIGHT = 28;
    private static final Quantile QUANTILE =
            Quantile.withDefaults().with(EstimationMethod.HF2).withCopy(true);

    public Distribution {
        counts = List.copyOf(counts);
    }

    /** Of finite values; empty where they are fewer than eight, or all the same. */
    public static Optional<Distribution> of(double... values) {
        double[] finite =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (finite.length < ENOUGH || finite[0] == finite[finite.length - 1]) {
            return Optional.empty();
        }
        double least = finite[0];
        double greatest = finite[finite.length - 1];
        Integer[] counts = new Integer[BARS];
        Arrays.fill(counts, 0);
        for (double value : finite) {
            counts[Math.min(BARS - 1, (int) (BARS * share(value, least, greatest)))]++;
        }
        double[] quartiles = QUANTILE.evaluate(finite, 0.25, 0.75);
        return Optional.of(new Distribution(least, greatest, List.of(counts), quartiles[1] - quartiles[0]));
    }

    private static double share(double value, double least, double greatest) {
        return (value - least) / (greatest - least);
    }

    /** How many values there are. */
    public int size() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** The bars as a path in a drawing of 160 by 28; what is there at all is seen. */
    public String path() {
        double most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        StringBuilder path = new StringBuilder();
        for (int bar = 0; bar < BARS; bar++) {
            int count = counts.get(bar);
            if (count > 0) {
                double height = Math.max(1, HEIGHT * count / most);
                path.append(String.format(
                        Locale.ROOT,
                        "M%.1f 28v-%.1fh%.1fv%.1fz",
                        bar * WIDTH / BARS,
                        height,
                        WIDTH / BARS - 1,
                        height));
            }
        }
        return path.toString();
    }

    /** Where a value stands in the drawing, from 0 to 160; what lies outside stands at the edge. */
    public double place(double value) {
        double at = WIDTH * Math.max(0, Math.min(1, share(value, least, greatest)));
        return Math.round(10 * at) / 10.0;
    }
}

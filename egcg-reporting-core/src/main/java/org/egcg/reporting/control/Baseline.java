package org.egcg.reporting.control;

import java.util.Arrays;

/**
 * What is usual: the median of runs, and as their spread the median absolute deviation from it, so that a few odd runs
 * among them do not matter. Times 1.4826, and n/(n − 0.8) for few runs, it estimates the standard deviation of a normal
 * distribution (Croux and Rousseeuw 1992).
 *
 * @param centre median, in the unit of the metric
 * @param spread in the same unit; 0 if more than half of the runs have the same value
 * @param runs of how many runs
 */
public record Baseline(double centre, double spread, int runs) {

    private static final double TO_DEVIATION = 1.482602218505602;

    public Baseline {
        if (!(spread >= 0 && runs > 0)) {
            throw new IllegalArgumentException("no baseline: spread " + spread + " of " + runs + " runs");
        }
    }

    /** Of the values of at least two runs. */
    public static Baseline of(double[] values) {
        double centre = median(values);
        double mad = median(
                Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray());
        return new Baseline(centre, mad * TO_DEVIATION * values.length / (values.length - 0.8), values.length);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Whether runs vary at all, so that there can be limits. */
    public boolean hasSpread() {
        return spread > 0;
    }

    /** How far a value lies from the centre, in units of the spread. */
    public double deviation(double value) {
        return (value - centre) / spread;
    }

    /** The value that lies so far from the centre. */
    public double at(double deviation) {
        return centre + deviation * spread;
    }
}

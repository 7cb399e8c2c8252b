package org.egcg.reporting.control;

/**
 * The tabular cumulative sums of deviations, which show a small change that lasts: {@code C⁺ = max(0, x − k + C⁺)} and
 * {@code C⁻ = max(0, −x − k + C⁻)}, from 0 on (Page 1954; Montgomery, Introduction to Statistical Quality Control, 9.1;
 * NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.3).
 *
 * @param slack k, half of the change that is to be found, in units of the spread
 * @param limit h, which a sum may not exceed
 */
public record Cusum(double slack, double limit) implements Shape {

    public Cusum {
        if (!(slack >= 0 && limit > 0)) {
            throw new IllegalArgumentException("slack " + slack + " and limit " + limit + " make no sums");
        }
    }

    /** The sum of what lies above the centre, up to each run. */
    public double[] above(double[] deviations) {
        return sums(deviations, 1);
    }

    /** The sum of what lies below the centre, up to each run; it is not negative. */
    public double[] below(double[] deviations) {
        return sums(deviations, -1);
    }

    private double[] sums(double[] deviations, int side) {
        double[] sums = new double[deviations.length];
        double sum = 0;
        for (int at = 0; at < sums.length; at++) {
            sum = Math.max(0, side * deviations[at] - slack + sum);
            sums[at] = sum;
        }
        return sums;
    }

    /** The run at which the sum that exceeds its limit at a run began to grow: where the change is likely to be. */
    public int onset(double[] deviations, int run) {
        double[] above = above(deviations);
        double[] sums = above[run] > limit ? above : below(deviations);
        int at = run;
        while (at > 0 && sums[at - 1] > 0) {
            at--;
        }
        return at;
    }

    @Override
    public boolean[] in(double[] deviations) {
        double[] above = above(deviations);
        double[] below = below(deviations);
        boolean[] found = new boolean[above.length];
        for (int at = 0; at < found.length; at++) {
            found[at] = above[at] > limit || below[at] > limit;
        }
        return found;
    }
}

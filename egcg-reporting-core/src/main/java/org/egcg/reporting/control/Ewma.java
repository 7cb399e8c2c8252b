package org.egcg.reporting.control;

/**
 * The exponentially weighted moving average of deviations, which shows a small change that lasts: {@code z = λx + (1−λ)z},
 * from 0 on. Its limits are {@code ±L·√(λ/(2−λ)·(1−(1−λ)²ⁱ))}, exact for each run (Roberts 1959; Lucas and Saccucci 1990;
 * NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4).
 *
 * @param weight λ of the newest run, more than 0 and at most 1
 * @param limit L, in units of the average's own spread
 */
public record Ewma(double weight, double limit) implements Shape {

    public Ewma {
        if (!(weight > 0 && weight <= 1 && limit > 0)) {
            throw new IllegalArgumentException("weight " + weight + " and limit " + limit + " make no moving average");
        }
    }

    /** The average up to each run. */
    public double[] averages(double[] deviations) {
        double[] averages = new double[deviations.length];
        double average = 0;
        for (int at = 0; at < averages.length; at++) {
            average = weight * deviations[at] + (1 - weight) * average;
            averages[at] = average;
        }
        return averages;
    }

    /** How far out the average may lie at a run, of which the first is 0. */
    public double limitAt(int run) {
        return limit * Math.sqrt(weight / (2 - weight) * (1 - Math.pow(1 - weight, 2.0 * (run + 1))));
    }

    @Override
    public boolean[] in(double[] deviations) {
        double[] averages = averages(deviations);
        boolean[] found = new boolean[averages.length];
        for (int at = 0; at < found.length; at++) {
            found[at] = Math.abs(averages[at]) > limitAt(at);
        }
        return found;
    }
}

package org.egcg.reporting.web.plate;

import java.util.List;
import java.util.stream.DoubleStream;

/** From the lowest to the highest number of a plate, in six steps of the same width. */
record Scale(double lowest, double median, double highest) {

    static final int STEPS = 6;

    /** Of numbers of which there is at least one. */
    static Scale of(List<Double> numbers) {
        double[] sorted =
                numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Scale(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** The step of a number, from 0; if all numbers are the same, the one in the middle. */
    int step(double number) {
        if (lowest == highest) {
            return STEPS / 2;
        }
        return (int) Math.min(STEPS - 1, Math.floor((number - lowest) / (highest - lowest) * STEPS));
    }

    /** Where the steps begin, and where the last one ends. */
    double[] bounds() {
        return DoubleStream.iterate(0, step -> step + 1)
                .limit(STEPS + 1)
                .map(step -> lowest + (highest - lowest) * step / STEPS)
                .toArray();
    }
}

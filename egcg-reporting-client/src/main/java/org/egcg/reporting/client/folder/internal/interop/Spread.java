package org.egcg.reporting.client.folder.internal.interop;

import java.util.OptionalDouble;

/** Mean and standard deviation (of a sample) of numbers that come one by one; what is no number does not count. */
final class Spread {
    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        count++;
        double distance = value - mean;
        mean += distance / count;
        squares += distance * (value - mean);
    }

    OptionalDouble mean() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    OptionalDouble deviation() {
        return count < 2 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / (count - 1)));
    }
}

package org.egcg.reporting.control;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** A shape that the last few runs alone decide on. */
public sealed interface LastRuns extends Shape {

    /** How many runs it takes. */
    int length();

    /** @param last so many deviations, the newest last */
    boolean isIn(double[] last);

    @Override
    default boolean[] in(double[] deviations) {
        boolean[] found = new boolean[deviations.length];
        for (int at = length() - 1; at < found.length; at++) {
            found[at] = isIn(Arrays.copyOfRange(deviations, at + 1 - length(), at + 1));
        }
        return found;
    }

    private static long many(double[] last, DoublePredicate counts) {
        return Arrays.stream(last).filter(counts).count();
    }

    /** So many of the last runs, the newest among them, lie more than so far out on the same side. */
    record Beyond(int some, int length, double far) implements LastRuns {
        @Override
        public boolean isIn(double[] last) {
            double newest = last[length - 1];
            return (newest > far && many(last, each -> each > far) >= some)
                    || (newest < -far && many(last, each -> each < -far) >= some);
        }
    }

    /** The last two runs lie more than so far out on different sides. */
    record Apart(double far) implements LastRuns {
        @Override
        public int length() {
            return 2;
        }

        @Override
        public boolean isIn(double[] last) {
            return (last[0] > far && last[1] < -far) || (last[0] < -far && last[1] > far);
        }
    }

    /** Each of the last runs is greater than the one before, or each is less. */
    record Trend(int length) implements LastRuns {
        @Override
        public boolean isIn(double[] last) {
            return steps(last).allMatch(step -> step > 0) || steps(last).allMatch(step -> step < 0);
        }
    }

    /** The last runs go up and down by turns. */
    record Alternating(int length) implements LastRuns {
        @Override
        public boolean isIn(double[] last) {
            double[] steps = steps(last).toArray();
            return IntStream.range(1, steps.length).allMatch(at -> steps[at] * steps[at - 1] < 0);
        }
    }

    /** None of the last runs lies further out than so far. */
    record Near(int length, double far) implements LastRuns {
        @Override
        public boolean isIn(double[] last) {
            return many(last, each -> Math.abs(each) < far) == length;
        }
    }

    /** All of the last runs lie further out than so far, on whichever side. */
    record Far(int length, double far) implements LastRuns {
        @Override
        public boolean isIn(double[] last) {
            return many(last, each -> Math.abs(each) > far) == length;
        }
    }

    private static java.util.stream.DoubleStream steps(double[] last) {
        return IntStream.range(1, last.length).mapToDouble(at -> last[at] - last[at - 1]);
    }
}

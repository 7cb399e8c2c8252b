package org.egcg.reporting.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.hipparchus.special.Erf;

/**
 * How many runs it takes until a rule is broken, by Markov chains and not by simulation: those of Brook and Evans
 * (Biometrika 59:539, 1972) for CUSUM, of Lucas and Saccucci (Technometrics 32:1, 1990) for EWMA, and of Champ and Woodall
 * (Technometrics 29:393, 1987) for rules that look at the last runs.
 */
final class Theory {

    private static final int CELLS = 121;
    private static final int LONGEST = 40_000;

    /** What is left after that dies away at a constant rate, if it has done so before; else it is followed to the end. */
    private static final double TAIL = 0.02;

    private static final double END = 1e-6;
    private static final double CONSTANT = 1e-9;

    /** A rate holds for good if it has held for longer than any rule looks back. */
    private static final int LOOKED_BACK = 10;

    private final double[] survival;

    /** What runs are like at a moment: normal with this mean and standard deviation, in units of the spread. */
    record Normal(double mean, double deviation) {
        double below(double value) {
            return 0.5 * Erf.erfc(-(value - mean) / (deviation * Math.sqrt(2)));
        }

        double between(double low, double high) {
            return below(high) - below(low);
        }
    }

    private Theory(double[] survival) {
        this.survival = survival;
    }

    private interface Step {
        double[] next(double[] at, Normal now);
    }

    /** @param runs what each run is like, from 0 on */
    private static Theory of(double[] start, Step step, IntFunction<Normal> runs) {
        List<Double> survival = new ArrayList<>();
        double[] at = start;
        double left = 1;
        double rate = 0;
        int held = 0;
        for (int run = 0; run < LONGEST && !(left <= END || (left <= TAIL && held > LOOKED_BACK)); run++) {
            survival.add(left);
            double before = left;
            at = step.next(at, runs.apply(run));
            left = 0;
            for (double each : at) {
                left += each;
            }
            held = Math.abs(left / before - rate) < CONSTANT ? held + 1 : 0;
            rate = left / before;
        }
        survival.add(left);
        return new Theory(survival.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The sum of what lies above alone. */
    static Theory cusum(double slack, double limit, IntFunction<Normal> runs) {
        double width = 2 * limit / (2 * CELLS - 1);
        double[] start = new double[CELLS];
        start[0] = 1;
        Matrices matrices = new Matrices(now -> {
            double[][] matrix = new double[CELLS][CELLS];
            for (int from = 0; from < CELLS; from++) {
                double shifted = slack - from * width;
                matrix[from][0] = now.below(width / 2 + shifted);
                for (int to = 1; to < CELLS; to++) {
                    matrix[from][to] = now.between((to - 0.5) * width + shifted, (to + 0.5) * width + shifted);
                }
            }
            return matrix;
        });
        return of(start, matrices, runs);
    }

    static Theory ewma(double weight, double limit, IntFunction<Normal> runs) {
        double end = limit * Math.sqrt(weight / (2 - weight));
        double width = 2 * end / CELLS;
        double[] start = new double[CELLS];
        start[CELLS / 2] = 1;
        Matrices matrices = new Matrices(now -> {
            double[][] matrix = new double[CELLS][CELLS];
            for (int from = 0; from < CELLS; from++) {
                double kept = (1 - weight) * (-end + (from + 0.5) * width);
                for (int to = 0; to < CELLS; to++) {
                    double low = (-end + to * width - kept) / weight;
                    matrix[from][to] = now.between(low, low + width / weight);
                }
            }
            return matrix;
        });
        return of(start, matrices, runs);
    }

    private static final class Matrices implements Step {
        private final java.util.function.Function<Normal, double[][]> made;
        private Normal last = new Normal(Double.NaN, Double.NaN);
        private double[][] matrix = new double[0][];

        private Matrices(java.util.function.Function<Normal, double[][]> made) {
            this.made = made;
        }

        @Override
        public double[] next(double[] at, Normal now) {
            if (!now.equals(last)) {
                last = now;
                matrix = made.apply(now);
            }
            double[] next = new double[at.length];
            for (int from = 0; from < at.length; from++) {
                for (int to = 0; to < at.length; to++) {
                    next[to] += at[from] * matrix[from][to];
                }
            }
            return next;
        }
    }

    /** What the rules 2-2s, R-4s, 4-1s, 8-x and 10-x remember: on which side, and how many runs in a row since. */
    private record Memory(int side, int sameSide, int beyond1, boolean beyond2) {}

    /** Of these Westgard rules, those that are named; 1-3s among them breaks at once. */
    static Theory westgard(java.util.Set<String> rules, IntFunction<Normal> runs) {
        List<Memory> states = new ArrayList<>(List.of(new Memory(1, 0, 0, false)));
        List<int[]> leads = new ArrayList<>();
        Deque<Memory> open = new ArrayDeque<>(states);
        while (!open.isEmpty()) {
            Memory state = open.remove();
            int[] next = new int[8];
            for (int zone = 0; zone < 8; zone++) {
                Memory after = after(rules, state, zone < 4 ? -1 : 1, zone < 4 ? 3 - zone : zone - 4);
                if (after != null && !states.contains(after)) {
                    states.add(after);
                    open.add(after);
                }
                next[zone] = after == null ? -1 : states.indexOf(after);
            }
            leads.add(next);
        }
        double[] start = new double[states.size()];
        start[0] = 1;
        return of(start, (at, now) -> step(at, now, leads), runs);
    }

    /** @return null if a rule is broken */
    private static Memory after(java.util.Set<String> rules, Memory before, int side, int far) {
        boolean same = side == before.side();
        int sameSide = same ? before.sameSide() + 1 : 1;
        int beyond1 = far < 1 ? 0 : same ? before.beyond1() + 1 : 1;
        boolean broken = (rules.contains("1-3s") && far == 3)
                || (rules.contains("2-2s") && far >= 2 && same && before.beyond2())
                || (rules.contains("R-4s") && far >= 2 && !same && before.beyond2())
                || (rules.contains("4-1s") && beyond1 >= 4)
                || (rules.contains("8-x") && sameSide >= 8)
                || (rules.contains("10-x") && sameSide >= 10);
        return broken ? null : new Memory(side, Math.min(sameSide, 9), Math.min(beyond1, 3), far >= 2);
    }

    private static double[] step(double[] at, Normal now, List<int[]> leads) {
        double[] zones = new double[8];
        for (int zone = 0; zone < 8; zone++) {
            double low = zone == 0 ? -1e9 : zone - 4;
            zones[zone] = now.between(low, zone == 7 ? 1e9 : zone - 3);
        }
        double[] next = new double[at.length];
        for (int from = 0; from < at.length; from++) {
            for (int zone = 0; zone < 8; zone++) {
                if (leads.get(from)[zone] >= 0) {
                    next[leads.get(from)[zone]] += at[from] * zones[zone];
                }
            }
        }
        return next;
    }

    /** The average number of runs up to and with the one that breaks a rule. */
    double average() {
        double sum = 0;
        for (double each : survival) {
            sum += each;
        }
        double last = survival[survival.length - 1];
        double ratio = last / survival[survival.length - 2];
        return sum + last * ratio / (1 - ratio);
    }

    /** So many runs are enough in so much of all cases, such as 0.95. */
    int enoughFor(double part) {
        int runs = 0;
        while (runs < survival.length && survival[runs] > 1 - part) {
            runs++;
        }
        return runs;
    }
}

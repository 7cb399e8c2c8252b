package org.egcg.reporting.web.chart;

/** How many decimals values are written with, by how far they lie apart. */
public final class Decimals {

    private static final double[] SPANS = {0.1, 1, 10, 100};

    private Decimals() {}

    /** 0 for whole numbers; else from 4 for a span below 0.1 down to 0 for one of 100 and more. */
    public static int of(double... values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
            whole &= value == Math.rint(value);
        }
        return whole ? 0 : ofSpan(most - least);
    }

    private static int ofSpan(double span) {
        for (int i = 0; i < SPANS.length; i++) {
            if (span < SPANS[i]) {
                return SPANS.length - i;
            }
        }
        return 0;
    }
}

package org.egcg.reporting.json;

import org.egcg.reporting.error.ReportingException.TooLarge;

/** Counts the values of one text, and the memory that they take, ahead of both. */
final class ValueCount {

    /** An object with its first field, the largest of all values, rounded down; most take half of it. */
    private static final int BYTES_OF_A_VALUE = 120;

    /** Beside its characters. */
    private static final int BYTES_OF_A_TEXT = 40;

    private static final long BLOCK = 64 * 1024;

    private final JsonLimits limits;
    private int values;
    private long announced;
    private long needed;

    ValueCount(JsonLimits limits) {
        this.limits = limits;
    }

    void one() {
        if (++values > limits.values()) {
            throw new TooLarge("The JSON has more than " + limits.values() + " values.");
        }
        need(BYTES_OF_A_VALUE);
    }

    void text(int length) {
        need(BYTES_OF_A_TEXT + length);
    }

    private void need(long bytes) {
        needed += bytes;
        if (needed > announced) {
            long more = Math.max(BLOCK, needed - announced);
            limits.memory().accept(more);
            announced += more;
        }
    }
}

package org.egcg.reporting.review;

import java.util.Locale;

/** What a limit says of a value. */
public enum Standing {
    /** On the good side, or on the limit. */
    PASS,
    /** Beyond what warns, and not beyond what fails. */
    WARN,
    /** Beyond what fails. */
    FAIL,
    /** The limit holds, and there is no number to compare. */
    NO_VALUE,
    /** Nothing is to be compared: the limit is taken away here, the run has no such read, or nothing was ordered. */
    DOES_NOT_APPLY;

    /** Such as {@code no value}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

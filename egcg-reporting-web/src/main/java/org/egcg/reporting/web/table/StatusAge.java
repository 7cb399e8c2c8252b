package org.egcg.reporting.web.table;

import java.util.Locale;

/** How long nothing has come into a status; the colour steps of the status tables are over 7, 14 and 28 days. */
enum StatusAge {
    NONE,
    WEEK,
    FORTNIGHT,
    MONTH;

    private static final int YEAR = 365;
    private static final double DAYS_OF_A_YEAR = 365.25;

    static StatusAge of(long days) {
        return days > 28 ? MONTH : days > 14 ? FORTNIGHT : days > 7 ? WEEK : NONE;
    }

    /** Such as {@code 45 d} and {@code 1.5 y}. */
    static String brief(long days) {
        return days < YEAR ? days + " d" : String.format(Locale.ROOT, "%.1f y", days / DAYS_OF_A_YEAR);
    }

    /** What stands before the days, so that what is late can be told without its colour. */
    String sign() {
        return this == MONTH ? "▲ " : this == FORTNIGHT ? "△ " : "";
    }
}

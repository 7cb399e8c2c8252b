package org.egcg.reporting.web.table;

/** How long nothing has come into a status; the colour steps of the status tables are over 7, 14 and 28 days. */
enum StatusAge {
    NONE,
    WEEK,
    FORTNIGHT,
    MONTH;

    static StatusAge of(long days) {
        return days > 28 ? MONTH : days > 14 ? FORTNIGHT : days > 7 ? WEEK : NONE;
    }

    /** Such as {@code 45 d} and {@code 1.5 y}. */
    static String brief(long days) {
        return days < Quantity.YEAR ? days + "\u00a0d" : Quantity.years(days) + "\u00a0y";
    }

    /** What stands before the days, so that what is late can be told without its colour. */
    String sign() {
        return this == MONTH ? "▲\u00a0" : this == FORTNIGHT ? "△\u00a0" : "";
    }
}

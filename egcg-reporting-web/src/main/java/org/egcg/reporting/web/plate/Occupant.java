package org.egcg.reporting.web.plate;

/**
 * A sample in a well.
 *
 * @param sample its name; empty text if the LIMS does not say
 * @param brief what is written in the well
 * @param value the value of the metric as the table shows it; empty text for none
 * @param style how the well is painted: {@code seq-0} to {@code seq-5}, {@code cat-1 pat-0} and so on, {@code none} for
 *     no value, {@code used} if no metric is chosen
 * @param side {@code low} or {@code high} if the value is outside its limit, {@code bad} if the well has failed; else empty
 *     text
 * @param tip everything about it, a line each
 * @param details all its metrics, a line each, with a tab between name and value
 */
record Occupant(String sample, String brief, String value, String style, String side, String tip, String details) {}

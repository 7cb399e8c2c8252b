package org.egcg.reporting.web.compare;

/**
 * A value of one of the things that are compared.
 *
 * @param text with its unit; a dash if there is none
 * @param style how it keeps to its limit: {@code bad}, {@code warned} or empty text
 * @param sign the side on which it misses its limit, told without colours
 * @param why what limit it misses; else empty text
 * @param apart whether it differs from the value of the first thing
 * @param difference by how much a number does, with its sign; empty text for others
 * @param place where it stands among all others, from 0 to 160; less than 0 if it does not
 */
public record Compared(
        String text, String style, String sign, String why, boolean apart, String difference, double place) {

    /** In the place of a value that there is not. */
    static final String NONE = "–";

    /** Whether it has a place among all others. */
    public boolean placed() {
        return place >= 0;
    }
}

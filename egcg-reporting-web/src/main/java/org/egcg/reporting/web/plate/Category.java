package org.egcg.reporting.web.plate;

/**
 * A word that a metric says of some wells. Each has a number, which is written in its wells, and a colour; once the
 * colours are used up they come again with a pattern.
 *
 * @param place its place in the order in which the wells name it, read line by line, from 0
 * @param wells how many samples it is said of
 */
public record Category(String value, int place, int wells) {

    private static final int COLOURS = 8;
    private static final int PATTERNS = 4;

    public String number() {
        return String.valueOf(place + 1);
    }

    public String style() {
        return "cat-" + (place % COLOURS + 1) + " pat-" + place / COLOURS % PATTERNS;
    }
}

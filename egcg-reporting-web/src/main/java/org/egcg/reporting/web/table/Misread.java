package org.egcg.reporting.web.table;

/**
 * Something that an address says and that nobody understands.
 *
 * @param said as the address has it, cut where it is long
 * @param instead what it is not, and what is shown instead: the rest of a sentence that begins with what is said
 */
public record Misread(String said, String instead) {

    private static final int LONGEST = 60;

    static Misread of(String name, String value, String instead) {
        return of(name + "=" + value, instead);
    }

    /** @param said of any length */
    public static Misread of(String said, String instead) {
        return new Misread(quoted(said), instead);
    }

    /** What somebody has entered, as sentences have it: in one line, and cut where it is long. */
    public static String quoted(String entered) {
        String line = entered.replaceAll("\\p{Cntrl}", " ");
        boolean isLong = line.codePointCount(0, line.length()) > LONGEST;
        return isLong ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…" : line;
    }
}

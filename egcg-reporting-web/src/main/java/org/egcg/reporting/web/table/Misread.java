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
        String said = (name + "=" + value).replaceAll("\\p{Cntrl}", " ");
        boolean isLong = said.codePointCount(0, said.length()) > LONGEST;
        return new Misread(isLong ? said.substring(0, said.offsetByCodePoints(0, LONGEST)) + "…" : said, instead);
    }
}

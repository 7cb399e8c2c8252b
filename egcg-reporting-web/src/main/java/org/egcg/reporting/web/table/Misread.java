package org.egcg.reporting.web.table;

import java.util.List;

/**
 * Something that an address says and that nobody understands.
 *
 * @param said as the address has it, cut where it is long
 * @param instead what it is not, and what is shown instead: the rest of a sentence that begins with what is said
 * @param near what may have been meant
 * @param lost whether it was to name columns, and of some nothing says which
 */
public record Misread(String said, String instead, List<Key> near, boolean lost) {

    private static final int LONGEST = 60;

    /** How an address calls a column, and what stands in its heading. */
    public record Key(String key, String heading) {
        static Key of(Column column) {
            return new Key(column.id(), column.name());
        }
    }

    public Misread {
        near = List.copyOf(near);
    }

    static Misread of(String name, String value, String instead) {
        return of(name + "=" + value, instead);
    }

    /** @param said of any length */
    public static Misread of(String said, String instead) {
        return new Misread(quoted(said), instead, List.of(), false);
    }

    /** The same of what was to name columns. */
    Misread amongColumns(List<Key> meant, boolean unlike) {
        return new Misread(said, instead, meant, unlike);
    }

    /** What somebody has entered, as sentences have it: in one line, and cut where it is long. */
    public static String quoted(String entered) {
        String line = entered.replaceAll("\\p{Cntrl}", " ");
        boolean isLong = line.codePointCount(0, line.length()) > LONGEST;
        return isLong ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…" : line;
    }
}

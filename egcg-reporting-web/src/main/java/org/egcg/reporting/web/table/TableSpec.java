package org.egcg.reporting.web.table;

/**
 * A table of a page, before its rows are read.
 *
 * @param key names the table within its page
 * @param title the heading
 * @param main whether its parameters stand in the address without a prefix
 * @param sort the first order, spelled as in an address
 * @param length how many rows a page has at first
 * @param minimal without search, filters and choice of length
 * @param folded whether it is closed, and its rows are not read, until a user opens it
 * @param sums whether it has a foot with sums
 * @param review the kind of review that can be started from it, or none
 * @param noun what a row is, in the plural
 * @param children the table into which a row unfolds; empty text for none
 */
public record TableSpec(
        String key,
        String title,
        TableDefinition definition,
        boolean main,
        String sort,
        int length,
        boolean minimal,
        boolean folded,
        boolean sums,
        Review review,
        String noun,
        String children) {

    /** What can be reviewed from a table. */
    public enum Review {
        NONE,
        RUN,
        SAMPLE;

        /** The action that starts it in the LIMS. */
        public String action() {
            return this == RUN ? "run_review" : "sample_review";
        }
    }

    /** How many rows the plain tables of reports show before they page. */
    private static final int MINIMAL_LENGTH = 100;

    private static final int LENGTH = 50;
    private static final int BRIEF = 10;

    /** A table with everything. */
    public static TableSpec full(String key, String title, TableDefinition definition, String sort, String noun) {
        return new TableSpec(key, title, definition, false, sort, LENGTH, false, false, false, Review.NONE, noun, "");
    }

    /** A table of a report: search and paging only come up if it is long. */
    public static TableSpec minimal(String key, String title, TableDefinition definition, String sort, String noun) {
        return new TableSpec(
                key, title, definition, false, sort, MINIMAL_LENGTH, true, false, false, Review.NONE, noun, "");
    }

    public TableSpec asMain() {
        return new TableSpec(key, title, definition, true, sort, length, minimal, folded, sums, review, noun, children);
    }

    public TableSpec asFolded() {
        return new TableSpec(key, title, definition, main, sort, length, minimal, true, sums, review, noun, children);
    }

    public TableSpec withSums() {
        return new TableSpec(key, title, definition, main, sort, length, minimal, folded, true, review, noun, children);
    }

    public TableSpec ofLength(int rows) {
        return new TableSpec(key, title, definition, main, sort, rows, minimal, folded, sums, review, noun, children);
    }

    public TableSpec reviewing(Review kind) {
        return new TableSpec(key, title, definition, main, sort, length, minimal, folded, sums, kind, noun, children);
    }

    public TableSpec unfoldingTo(String table) {
        return new TableSpec(key, title, definition, main, sort, length, minimal, folded, sums, review, noun, table);
    }

    /** What so many rows are called. */
    public String things(int count) {
        return count == 1 && !noun.equals("species") ? noun.substring(0, noun.length() - 1) : noun;
    }

    /** Whether a table of so many rows does without search and filters. */
    public boolean brief(int total) {
        return minimal && total <= BRIEF;
    }

    public String prefix() {
        return main ? "" : key + ".";
    }

    /** The state in which it is first shown. */
    public TableState first() {
        return TableState.first(definition, sort, length);
    }
}

package org.egcg.reporting.web.table;

import java.util.regex.Pattern;
import org.egcg.reporting.web.table.CellValue.InStatus;
import org.egcg.reporting.web.table.CellValue.Labelled;
import org.egcg.reporting.web.table.CellValue.Moment;
import org.egcg.reporting.web.table.CellValue.Numeric;
import org.egcg.reporting.web.table.CellValue.Several;

/**
 * Where a cell stands in {@link Order}, worked out once for a sort that compares it many times.
 *
 * @param rank numbers 0, dates 1, wells of plates 2, other text 3, empty cells 4
 * @param number the number, the seconds of a date, or a well's row and column
 * @param text what decides between equal numbers, whatever its case
 */
record Place(int rank, double number, String text) {

    private static final int DATE = 1;
    private static final int WELL = 2;
    private static final int TEXT = 3;
    private static final int EMPTY = 4;
    private static final Place LAST = new Place(EMPTY, 0, "");

    private static final Pattern WELLS = Pattern.compile("[A-Z]{1,2}:[0-9]{1,3}");
    private static final int LONGEST_WELL = 6;
    private static final int COLUMNS = 1000;
    private static final int LETTERS = 26;
    private static final long NANOS = 1_000_000_000L;

    static Place of(CellValue value) {
        if (value.isEmpty()) {
            return LAST;
        }
        CellValue ordering = value instanceof Labelled labelled ? labelled.order() : value;
        if (ordering instanceof Numeric || ordering instanceof InStatus) {
            return new Place(0, ordering.measure().orElse(0), "");
        }
        return ordering instanceof Moment moment ? date(moment) : words(text(ordering));
    }

    boolean isEmpty() {
        return rank == EMPTY;
    }

    int compareTo(Place other) {
        int ranks = Integer.compare(rank, other.rank);
        int numbers = ranks != 0 ? ranks : Double.compare(number, other.number);
        return numbers != 0 ? numbers : String.CASE_INSENSITIVE_ORDER.compare(text, other.text);
    }

    private static Place date(Moment moment) {
        int nano = moment.date().getNano();
        return new Place(DATE, moment.measure().orElse(0), nano == 0 ? "" : Long.toString(NANOS + nano));
    }

    private static Place words(String text) {
        boolean well = text.length() <= LONGEST_WELL && WELLS.matcher(text).matches();
        return well ? new Place(WELL, well(text), "") : new Place(TEXT, 0, text);
    }

    /** Wells of plates by row, then by column: A:2 before A:10, Z:1 before AA:1. */
    private static int well(String text) {
        int colon = text.indexOf(':');
        int row = text.chars().limit(colon).reduce(0, (sum, letter) -> sum * LETTERS + letter - 'A' + 1);
        return row * COLUMNS + Integer.parseInt(text, colon + 1, text.length(), 10);
    }

    private static String text(CellValue value) {
        return value instanceof Several several
                ? String.join(",", several.items().stream().map(CellValue::text).toList())
                : value.text();
    }
}

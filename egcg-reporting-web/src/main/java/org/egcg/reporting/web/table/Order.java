package org.egcg.reporting.web.table;

import java.util.Comparator;
import java.util.regex.Pattern;
import org.egcg.reporting.web.table.CellValue.InStatus;
import org.egcg.reporting.web.table.CellValue.Labelled;
import org.egcg.reporting.web.table.CellValue.Moment;
import org.egcg.reporting.web.table.CellValue.Numeric;
import org.egcg.reporting.web.table.CellValue.Several;

/**
 * The order of cells: numbers before dates before wells of plates before other text; wells by their place, text ignoring
 * case; what lists things by how many it lists in a column that counts, else by the joined text. Empty cells come last
 * whatever the direction.
 */
final class Order implements Comparator<CellValue> {

    static final Order ASCENDING = new Order(1);
    static final Order DESCENDING = new Order(-1);

    private static final Pattern WELL = Pattern.compile("[A-Z]{1,2}:[0-9]{1,3}");
    private static final int LONGEST_WELL = 6;

    private final int direction;

    private Order(int direction) {
        this.direction = direction;
    }

    @Override
    public int compare(CellValue a, CellValue b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        return direction * present(ordering(a), ordering(b));
    }

    private static CellValue ordering(CellValue value) {
        return value instanceof Labelled labelled ? labelled.order() : value;
    }

    private static int present(CellValue a, CellValue b) {
        int ranks = Integer.compare(rank(a), rank(b));
        if (ranks != 0) {
            return ranks;
        }
        if (a instanceof Moment first && b instanceof Moment second) {
            return first.date().compareTo(second.date());
        }
        if (rank(a) == 0) {
            return Double.compare(a.measure().orElse(0), b.measure().orElse(0));
        }
        return rank(a) == 2 ? wells(text(a), text(b)) : String.CASE_INSENSITIVE_ORDER.compare(text(a), text(b));
    }

    private static boolean isWell(CellValue value) {
        return value instanceof Several several
                ? several.items().size() == 1 && isWell(several.items().get(0))
                : value.text().length() <= LONGEST_WELL
                        && WELL.matcher(value.text()).matches();
    }

    /** Wells of plates by row, then by column: A:2 before A:10, Z:1 before AA:1. */
    private static int wells(String a, String b) {
        int rows = Integer.compare(a.indexOf(':'), b.indexOf(':'));
        int letters = rows != 0 ? rows : a.substring(0, a.indexOf(':')).compareTo(b.substring(0, b.indexOf(':')));
        return letters != 0 ? letters : Integer.compare(column(a), column(b));
    }

    private static int column(String well) {
        return Integer.parseInt(well, well.indexOf(':') + 1, well.length(), 10);
    }

    private static int rank(CellValue value) {
        if (value instanceof Numeric || value instanceof InStatus) {
            return 0;
        }
        return value instanceof Moment ? 1 : isWell(value) ? 2 : 3;
    }

    private static String text(CellValue value) {
        return String.join(",", value.items().stream().map(CellValue::text).toList());
    }
}

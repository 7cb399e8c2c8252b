package org.egcg.reporting.web.table;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The order of cells: numbers before dates before wells of plates before other text; wells by their place, text ignoring
 * case; what lists things by how many it lists in a column that counts, else by the joined text. Empty cells come last
 * whatever the direction.
 */
final class Order implements Comparator<Object> {

    static final Order ASCENDING = new Order(1);
    static final Order DESCENDING = new Order(-1);

    private static final Pattern WELL = Pattern.compile("[A-Z]{1,2}:[0-9]{1,3}");
    private static final int LONGEST_WELL = 6;

    private final int direction;

    private Order(int direction) {
        this.direction = direction;
    }

    @Override
    public int compare(Object a, Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        return direction * present(Shown.unwrapped(a), Shown.unwrapped(b));
    }

    private static int present(Object a, Object b) {
        int ranks = Integer.compare(rank(a), rank(b));
        if (ranks != 0) {
            return ranks;
        }
        if (a instanceof LocalDateTime first && b instanceof LocalDateTime second) {
            return first.compareTo(second);
        }
        if (rank(a) == 0) {
            return Double.compare(measure(a), measure(b));
        }
        return rank(a) == 2 ? wells(text(a), text(b)) : String.CASE_INSENSITIVE_ORDER.compare(text(a), text(b));
    }

    private static boolean isWell(Object value) {
        return value instanceof List<?> list
                ? list.size() == 1 && isWell(list.get(0))
                : value.toString().length() <= LONGEST_WELL
                        && WELL.matcher(value.toString()).matches();
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

    private static int rank(Object value) {
        if (value instanceof Number || value instanceof Samples) {
            return 0;
        }
        return value instanceof LocalDateTime ? 1 : isWell(value) ? 2 : 3;
    }

    private static double measure(Object value) {
        return Measure.of(value).orElse(0.0);
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(Object::toString).toList())
                : value.toString();
    }
}

package org.egcg.reporting.web.table;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * The order of cells: numbers before dates before text; text ignoring case; what lists things by how many it lists in
 * a column that counts, else by the joined text. Empty cells come last whatever the direction.
 */
final class Order implements Comparator<Object> {

    static final Order ASCENDING = new Order(1);
    static final Order DESCENDING = new Order(-1);

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
        return String.CASE_INSENSITIVE_ORDER.compare(text(a), text(b));
    }

    private static int rank(Object value) {
        return value instanceof Number || value instanceof Samples ? 0 : value instanceof LocalDateTime ? 1 : 2;
    }

    private static double measure(Object value) {
        return Plain.measure(value).orElse(0.0);
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(Object::toString).toList())
                : value.toString();
    }
}

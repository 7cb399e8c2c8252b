package org.egcg.reporting.web.table;

import java.util.Comparator;

/**
 * The order of cells: numbers before dates before wells of plates before other text; wells by their place, text ignoring
 * case; what lists things by how many it lists in a column that counts, else by the joined text. Empty cells come last
 * whatever the direction.
 */
final class Order implements Comparator<CellValue> {

    static final Order ASCENDING = new Order(1);
    static final Order DESCENDING = new Order(-1);

    private final int direction;

    private Order(int direction) {
        this.direction = direction;
    }

    static Order of(SortKey key) {
        return key.descending() ? DESCENDING : ASCENDING;
    }

    @Override
    public int compare(CellValue a, CellValue b) {
        return compare(Place.of(a), Place.of(b));
    }

    int compare(Place a, Place b) {
        return a.isEmpty() || b.isEmpty() ? Boolean.compare(a.isEmpty(), b.isEmpty()) : direction * a.compareTo(b);
    }
}

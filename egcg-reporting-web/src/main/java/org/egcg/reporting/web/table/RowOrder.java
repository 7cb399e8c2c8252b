package org.egcg.reporting.web.table;

import java.util.ArrayList;
import java.util.List;

/** Rows sorted by some columns; each cell's place is worked out once. */
final class RowOrder {

    private final List<SortKey> keys;
    private final Layout layout;

    RowOrder(List<SortKey> keys, Layout layout) {
        this.keys = keys;
        this.layout = layout;
    }

    private record Placed(Row row, List<Place> places) {}

    /** The rows in order; those that are equal stay in theirs. */
    List<Row> sorted(List<Row> rows) {
        List<Placed> placed = new ArrayList<>(rows.stream()
                .map(row -> new Placed(
                        row, keys.stream().map(key -> place(row, key)).toList()))
                .toList());
        placed.sort(this::compare);
        return placed.stream().map(Placed::row).toList();
    }

    private int compare(Placed a, Placed b) {
        for (int key = 0; key < keys.size(); key++) {
            int order = Order.of(keys.get(key))
                    .compare(a.places().get(key), b.places().get(key));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private Place place(Row row, SortKey key) {
        int column = layout.index(key.column());
        CellValue value = row.value(column);
        return layout.columns().get(column).format().count() ? counted(value) : Place.of(value);
    }

    private static Place counted(CellValue value) {
        return value.measure().isPresent()
                ? Place.of(new CellValue.Decimal(value.measure().getAsDouble()))
                : Place.of(CellValue.Empty.EMPTY);
    }
}

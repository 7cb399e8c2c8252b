package org.egcg.reporting.web.table;

import java.util.List;

/** What an export writes: columns and rows. */
record Sheet(String title, List<Column> columns, TableView view) {

    List<Row> rows() {
        return view.matching();
    }

    /** What a row has in the column at a place. */
    CellValue value(Row row, int[] indexes, int place) {
        return view.value(row, indexes[place], columns.get(place));
    }

    int[] indexes() {
        return columns.stream()
                .mapToInt(column -> view.rows().layout().index(column.id()))
                .toArray();
    }

    /** A cell as shown; lists as their members, what is counted as its number. */
    static String shown(CellValue value, Column column) {
        return counted(value, column)
                ? String.valueOf(value.items().size())
                : column.format().kind().joined(value);
    }

    /** A cell as it is stored: unrounded, without signs. */
    static String raw(CellValue value, Column column) {
        if (value instanceof CellValue.Numeric numeric) {
            return Kind.exact(numeric.number());
        }
        return column.format().kind().numeric() && value instanceof CellValue.Several
                ? Kind.TEXT.joined(value)
                : shown(value, column);
    }

    static boolean counted(CellValue value, Column column) {
        return !value.isEmpty() && (column.format().count() || value instanceof CellValue.InStatus);
    }
}

package org.egcg.reporting.web.table;

import java.util.List;

/** What an export writes: columns and rows. */
record Sheet(String title, List<Column> columns, Layout layout, List<Row> rows) {

    int[] indexes() {
        return columns.stream().mapToInt(column -> layout.index(column.id())).toArray();
    }

    /** A cell as shown; lists as their members, what is counted as its number. */
    static String shown(Object value, Column column) {
        if (value == null) {
            return "";
        }
        if (counted(value, column)) {
            return String.valueOf(Plain.items(value).size());
        }
        Kind kind = column.format().kind();
        return String.join(", ", Plain.items(value).stream().map(kind::text).toList());
    }

    /** A cell as it is stored: unrounded, without signs. */
    static String raw(Object value, Column column) {
        if (value instanceof Number number) {
            return Kind.TEXT.text(number);
        }
        return column.format().kind().numeric() && value instanceof List<?> list
                ? String.join(", ", list.stream().map(Kind.TEXT::text).toList())
                : shown(value, column);
    }

    static boolean counted(Object value, Column column) {
        return column.format().count() || value instanceof Samples;
    }
}

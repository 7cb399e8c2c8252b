package org.egcg.reporting.web.table;

import java.util.Arrays;
import java.util.List;

/** A column that rows are sorted by; spelled with a minus if the largest comes first. */
public record SortKey(String column, boolean descending) {

    static List<SortKey> parse(String spelled) {
        return Arrays.stream(spelled.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty() && !key.equals("-"))
                .map(key -> key.startsWith("-") ? new SortKey(key.substring(1), true) : new SortKey(key, false))
                .toList();
    }

    static String spelled(List<SortKey> keys) {
        return String.join(",", keys.stream().map(SortKey::spelled).toList());
    }

    private String spelled() {
        return descending ? "-" + column : column;
    }

    SortKey turned() {
        return new SortKey(column, !descending);
    }
}

package org.egcg.reporting.store;

import java.util.List;

/** An index that a collection should have, over the fields in this order, all ascending. */
public record Index(String collection, List<String> fields, boolean unique) {

    public Index {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException(collection + ": an index needs a field");
        }
    }

    public static Index on(String collection, String... fields) {
        return new Index(collection, List.of(fields), false);
    }

    public static Index unique(String collection, String... fields) {
        return new Index(collection, List.of(fields), true);
    }
}

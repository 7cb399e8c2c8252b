package org.egcg.reporting.query;

import java.util.Objects;

/** A field to order by, dotted where it leads into objects. */
public record SortedField(String field, boolean descending) {
    public SortedField {
        Objects.requireNonNull(field);
    }
}

package org.egcg.reporting.schema;

import java.util.Objects;

/**
 * A value that names a document of another resource.
 *
 * @param resource the other resource, such as {@code run_elements}
 * @param field the field there that holds the value, such as {@code run_element_id}
 * @param embeddable whether a reader may ask for the documents in place of their names
 */
public record DataRelation(String resource, String field, boolean embeddable) {
    public DataRelation {
        Objects.requireNonNull(resource);
        Objects.requireNonNull(field);
    }
}

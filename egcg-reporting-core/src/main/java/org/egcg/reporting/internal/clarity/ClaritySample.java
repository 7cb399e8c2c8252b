package org.egcg.reporting.internal.clarity;

import java.util.Map;
import java.util.Optional;

/**
 * A submitted sample.
 *
 * @param id its LIMS id, such as {@code SMP1}
 * @param artifact the link of its own artifact; empty text if it has none
 * @param fields what users defined for it, as text
 */
public record ClaritySample(String id, String name, String artifact, Map<String, String> fields) {

    public ClaritySample {
        fields = Map.copyOf(fields);
    }

    /** A user-defined field. */
    public Optional<String> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }
}

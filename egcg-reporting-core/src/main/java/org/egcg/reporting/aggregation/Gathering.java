package org.egcg.reporting.aggregation;

import java.util.Objects;

/**
 * A list of children that a relation gathers for each of its documents.
 *
 * @param name the name under which expressions find it
 * @param resource whose documents the children are
 * @param join which of them belong to a parent
 */
public record Gathering(String name, String resource, Join join) {

    public Gathering {
        Objects.requireNonNull(name);
        Objects.requireNonNull(resource);
        Objects.requireNonNull(join);
    }

    /** Gatherings of the same children differ only in which of them they leave out, and are read in one go. */
    boolean isOfSameChildren(Gathering other) {
        return resource.equals(other.resource) && join.unconditional().equals(other.join.unconditional());
    }
}

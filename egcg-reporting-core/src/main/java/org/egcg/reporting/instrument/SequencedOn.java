package org.egcg.reporting.instrument;

import java.util.Objects;
import java.util.Optional;

/**
 * What a run was sequenced on.
 *
 * @param model such as {@code MiSeq}; empty if no model of the table has such ids
 * @param flowCell the type of the flow cell, such as {@code MiSeq Nano}; empty if no type of the table has such ids
 */
public record SequencedOn(Optional<String> model, Optional<String> flowCell) {

    /** Nothing is known of it. */
    public static final SequencedOn UNKNOWN = new SequencedOn(Optional.empty(), Optional.empty());

    public SequencedOn {
        Objects.requireNonNull(model);
        Objects.requireNonNull(flowCell);
    }
}

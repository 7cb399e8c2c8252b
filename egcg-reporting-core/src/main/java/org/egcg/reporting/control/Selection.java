package org.egcg.reporting.control;

import java.util.Objects;
import java.util.Optional;

/**
 * Which runs of an instrument are looked at.
 *
 * @param side those whose flow cell was on it; empty for all
 * @param pooled those with several libraries in a lane, or those without; empty for all
 */
public record Selection(Optional<String> side, Optional<Boolean> pooled) {

    /** All of them. */
    public static final Selection ALL = new Selection(Optional.empty(), Optional.empty());

    public Selection {
        Objects.requireNonNull(side);
        Objects.requireNonNull(pooled);
    }

    boolean has(RunValue run) {
        return (side.isEmpty() || side.equals(run.side()))
                && pooled.filter(only -> only != run.pooled()).isEmpty();
    }
}

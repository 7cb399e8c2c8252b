package org.egcg.reporting.control;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a metric was in a run: the median of its lanes, so that one poor library does not count as the instrument's.
 *
 * @param day on which the run was started
 * @param side of the instrument that the flow cell was on; empty where there are none
 * @param pooled whether any lane held several libraries
 */
public record RunValue(String run, LocalDate day, Optional<String> side, boolean pooled, double value) {

    public RunValue {
        Objects.requireNonNull(day);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(run + ": " + value + " cannot be drawn");
        }
    }
}

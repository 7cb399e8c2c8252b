package org.egcg.reporting.control;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A run that breaks a rule.
 *
 * @param run by which it was broken: the last of those that it looks at
 * @param value of the metric in the run
 * @param first whether the run before kept the rule, so that this one is news
 */
public record Violation(
        String instrument,
        ControlMetric metric,
        String run,
        LocalDate day,
        double value,
        ControlRule rule,
        boolean first) {

    public Violation {
        Objects.requireNonNull(day);
        Objects.requireNonNull(rule);
    }

    /** The same for each telling of the same violation, and for no other. */
    public String key() {
        return String.join("/", instrument, metric.key(), run, rule.name());
    }
}

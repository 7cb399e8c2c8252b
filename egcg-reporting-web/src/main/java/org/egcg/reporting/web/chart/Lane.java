package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.util.Optional;
import org.egcg.reporting.review.Finding;

/**
 * A lane in a chart.
 *
 * @param run the run that it belongs to
 * @param day when the run was started
 * @param group the series that it is drawn in
 * @param value what is drawn
 * @param judged what the limits say of it; empty if they say nothing
 */
public record Lane(String id, String run, LocalDate day, String group, double value, Optional<Finding> judged) {

    /** A lane of whose value the limits say nothing. */
    public Lane(String id, String run, LocalDate day, String group, double value) {
        this(id, run, day, group, value, Optional.empty());
    }
}

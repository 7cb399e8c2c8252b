package org.egcg.reporting.control;

import java.util.List;
import java.util.Optional;

/**
 * How control charts are made.
 *
 * @param window which runs make the baseline
 * @param least how many runs a baseline needs
 * @param recent so many runs without a broken rule make an instrument to be in control again
 * @param days how far back runs are looked at
 * @param rules those that are on
 * @param ewma as it is drawn, whether or not it is a rule
 * @param cusum the same
 */
public record ControlSettings(
        BaselineWindow window,
        int least,
        int recent,
        int days,
        List<ControlRule> rules,
        Ewma ewma,
        Cusum cusum,
        List<ControlMetric> metrics) {

    public ControlSettings {
        rules = List.copyOf(rules);
        metrics = List.copyOf(metrics);
        if (least < 2 || recent < 1 || days < 1) {
            throw new IllegalArgumentException("a baseline needs 2 runs, and a state 1 of 1 day");
        }
    }

    /** The metric of a key. */
    public Optional<ControlMetric> metric(String key) {
        return metrics.stream().filter(metric -> metric.key().equals(key)).findFirst();
    }
}

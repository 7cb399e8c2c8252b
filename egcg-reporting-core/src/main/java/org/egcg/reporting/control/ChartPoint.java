package org.egcg.reporting.control;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A run on a control chart.
 *
 * @param baseline what it is held against; empty as long as there are too few runs for one, or they do not vary
 * @param inBaseline whether it is one of the runs that the baseline is made of
 * @param lines where the moving average and the sums are at this run; empty without a baseline
 * @param broken the rules that are broken by this run
 */
public record ChartPoint(
        RunValue run, Optional<Baseline> baseline, boolean inBaseline, Optional<Lines> lines, List<Violation> broken) {

    /**
     * What is drawn of slow changes, as deviations.
     *
     * @param ewma the moving average
     * @param ewmaLimit how far out it may lie
     * @param above the sum of what lies above
     * @param below the sum of what lies below, not negative
     */
    public record Lines(double ewma, double ewmaLimit, double above, double below) {}

    public ChartPoint {
        Objects.requireNonNull(baseline);
        Objects.requireNonNull(lines);
        broken = List.copyOf(broken);
    }

    /** The greatest grade among the broken rules; empty if none is. */
    public Optional<Grade> grade() {
        return broken.stream().map(violation -> violation.rule().grade()).max(Grade::compareTo);
    }
}

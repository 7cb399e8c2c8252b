package org.egcg.reporting.control;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The runs of an instrument by one metric, the earliest first, and what is to be said of them.
 *
 * @param state that of the last few runs
 */
public record ControlChart(String instrument, ControlMetric metric, List<ChartPoint> points, ChartState state) {

    public ControlChart {
        points = List.copyOf(points);
    }

    /** Each time that a run breaks a rule, the earliest first. */
    public List<Violation> violations() {
        return points.stream().flatMap(point -> point.broken().stream()).toList();
    }

    /** The newest run; empty if there is none. */
    public Optional<ChartPoint> newest() {
        return points.stream().reduce((earlier, later) -> later);
    }

    /** What the last few runs break, the newest first. */
    public List<Violation> recent(int runs) {
        List<ChartPoint> last = points.subList(Math.max(0, points.size() - runs), points.size());
        return Stream.iterate(last.size() - 1, at -> at >= 0, at -> at - 1)
                .flatMap(at -> last.get(at).broken().stream())
                .toList();
    }
}

package org.egcg.reporting.control;

import java.util.Comparator;
import java.util.List;

/**
 * How an instrument is.
 *
 * @param charts one of each metric that any of its runs has, in the order of the configuration
 */
public record InstrumentState(String instrument, List<ControlChart> charts) {

    /** The worst first; of equal ones, that with more such charts, then by name. */
    static final Comparator<InstrumentState> WORST_FIRST = Comparator.comparing(InstrumentState::state)
            .thenComparing(Comparator.comparingLong((InstrumentState each) -> each.many(each.state()))
                    .reversed())
            .thenComparing(InstrumentState::instrument);

    public InstrumentState {
        charts = List.copyOf(charts);
    }

    /** That of its worst chart. */
    public ChartState state() {
        return charts.stream()
                .map(ControlChart::state)
                .min(Comparator.naturalOrder())
                .orElse(ChartState.NO_LIMITS);
    }

    /** How many of its charts are in a state. */
    public long many(ChartState state) {
        return charts.stream().filter(chart -> chart.state() == state).count();
    }

    /** The charts, the worst first. */
    public List<ControlChart> worstFirst() {
        return charts.stream().sorted(Comparator.comparing(ControlChart::state)).toList();
    }
}

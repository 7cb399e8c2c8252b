package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Days of lanes are gathered in weeks, and weeks in months, where boxes would be too many to be told apart. */
final class Bins {

    private static final int MOST = 60;

    private Bins() {}

    /** The span in which lanes are gathered; empty if days will do. */
    static Optional<CalendarInterval> of(List<Lane> lanes) {
        if (lanes.stream().map(Lane::day).distinct().count() <= MOST) {
            return Optional.empty();
        }
        boolean weeks = count(lanes, CalendarInterval.WEEK) <= MOST;
        return Optional.of(weeks ? CalendarInterval.WEEK : CalendarInterval.MONTH);
    }

    private static long count(List<Lane> lanes, CalendarInterval span) {
        return lanes.stream().map(lane -> span.start(lane.day())).distinct().count();
    }

    /** The lanes, each on the first day of its span. */
    static List<Lane> binned(List<Lane> lanes, CalendarInterval span) {
        return lanes.stream()
                .map(lane -> {
                    LocalDate start = span.start(lane.day());
                    return new Lane(lane.id(), lane.run(), start, lane.group(), lane.value());
                })
                .toList();
    }
}

package org.egcg.reporting.web.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.egcg.reporting.web.date.Dates;

/** The time from the beginning to the end of a timeline, which is never empty. */
record TimeRange(Instant from, Instant until) {

    /** A mark on the axis. */
    record Mark(double at, String label) {}

    /** Distances between marks, in seconds: round on a clock. */
    private static final List<Long> STEPS = List.of(
            10L,
            30L,
            60L,
            120L,
            300L,
            600L,
            900L,
            1800L,
            3600L,
            7200L,
            10_800L,
            21_600L,
            43_200L,
            86_400L,
            172_800L,
            604_800L,
            1_209_600L,
            2_592_000L);

    private static final long DAY = 86_400;
    private static final long MONTH = 2_592_000;
    private static final long MOST_MARKS = 9;

    TimeRange {
        if (!until.isAfter(from)) {
            until = from.plusSeconds(1);
        }
    }

    double percent(Instant moment) {
        double share = (double) Duration.between(from, moment).toMillis()
                / Duration.between(from, until).toMillis();
        return Math.max(0, Math.min(100, 100 * share));
    }

    /** Marks at round times of the zone's clocks. */
    List<Mark> marks(ZoneId zone) {
        long step = step();
        List<Mark> marks = new ArrayList<>();
        LocalDateTime midnight =
                LocalDateTime.ofInstant(from, zone).toLocalDate().atStartOfDay();
        for (LocalDateTime at = midnight; ; at = at.plusSeconds(step)) {
            Instant moment = at.atZone(zone).toInstant();
            if (moment.isAfter(until)) {
                return marks;
            }
            if (!moment.isBefore(from)) {
                long shown = at.toLocalTime().toSecondOfDay() == 0 ? Math.max(DAY, step) : step;
                marks.add(new Mark(percent(moment), label(at, shown)));
            }
        }
    }

    private long step() {
        long seconds = Duration.between(from, until).toSeconds();
        return STEPS.stream()
                .filter(step -> seconds / step < MOST_MARKS)
                .findFirst()
                .orElseGet(() -> (seconds / MOST_MARKS / DAY + 1) * DAY);
    }

    private static String label(LocalDateTime at, long step) {
        if (step >= DAY) {
            return step >= MONTH ? Dates.month(at.toLocalDate()) : Dates.dayOfYear(at.toLocalDate());
        }
        return step >= 60 ? Dates.clock(at) : Dates.clockSecond(at);
    }
}

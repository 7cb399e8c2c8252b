package org.egcg.reporting.web.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** How many things were going on at some time of each day. */
public final class DailyActivity {

    private DailyActivity() {}

    /** From the first day to the last, both in full. */
    public record Stretch(LocalDate first, LocalDate last) {

        public boolean touches(LocalDate from, LocalDate to) {
            return !first.isAfter(to) && !last.isBefore(from);
        }
    }

    /** A number for each day of a range, its ends included. */
    public static int[] count(List<Stretch> stretches, LocalDate from, LocalDate to) {
        int days = (int) ChronoUnit.DAYS.between(from, to) + 1;
        int[] changes = new int[days + 1];
        for (Stretch stretch : stretches) {
            if (stretch.touches(from, to)) {
                changes[Math.max(0, day(from, stretch.first()))]++;
                changes[Math.min(days - 1, day(from, stretch.last())) + 1]--;
            }
        }
        return summed(changes, days);
    }

    private static int day(LocalDate from, LocalDate day) {
        return (int) ChronoUnit.DAYS.between(from, day);
    }

    private static int[] summed(int[] changes, int days) {
        int[] counts = new int[days];
        int running = 0;
        for (int i = 0; i < days; i++) {
            running += changes[i];
            counts[i] = running;
        }
        return counts;
    }
}

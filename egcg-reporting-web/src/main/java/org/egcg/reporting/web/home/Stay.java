package org.egcg.reporting.web.home;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.lims.SampleCourse;

/**
 * A sample's time in one status of the LIMS. The last one is counted as the pages of projects count it: in whole days since
 * the step was done that led there. The others are counted from day to day, since something first happened in them.
 *
 * @param lasts until it left, or, for the last one, until now
 * @param isLast whether no other status has followed yet
 */
record Stay(String sample, String project, String status, Duration lasts, boolean isLast) {

    /**
     * The stays of a sample, oldest first; those without a date are left out. A status in which nothing has happened yet
     * is none of those that the LIMS lists: the sample is in it since it left the last of them.
     */
    static List<Stay> of(SampleCourse sample, LocalDateTime now) {
        List<Stay> stays = new ArrayList<>();
        List<SampleCourse.Stay> known = sample.stays();
        boolean listed =
                !known.isEmpty() && known.get(known.size() - 1).status().equals(sample.status());
        Optional<LocalDateTime> since = sample.since()
                .or(() -> listed ? known.get(known.size() - 1).since().map(LocalDate::atStartOfDay) : Optional.of(now));
        for (int i = 0; i < (listed ? known.size() - 1 : known.size()); i++) {
            Optional<LocalDate> until =
                    i + 1 < known.size() ? known.get(i + 1).since() : since.map(LocalDateTime::toLocalDate);
            past(sample, known.get(i), until).ifPresent(stays::add);
        }
        since.filter(from -> !from.isAfter(now))
                .map(from -> Duration.ofDays(ChronoUnit.DAYS.between(from, now)))
                .ifPresent(lasts -> stays.add(stay(sample, sample.status(), lasts, true)));
        return stays;
    }

    private static Optional<Stay> past(SampleCourse sample, SampleCourse.Stay stay, Optional<LocalDate> until) {
        return stay.since()
                .flatMap(from -> until.filter(to -> !to.isBefore(from))
                        .map(to -> Duration.ofDays(ChronoUnit.DAYS.between(from, to))))
                .map(lasts -> stay(sample, stay.status(), lasts, false));
    }

    private static Stay stay(SampleCourse sample, String status, Duration lasts, boolean isLast) {
        return new Stay(sample.sample(), sample.project().orElse(""), status, lasts, isLast);
    }

    long days() {
        return lasts.toDays();
    }
}

package org.egcg.reporting.web.home;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.lims.SampleCourse;

/**
 * A sample's time in one status of the LIMS.
 *
 * @param lasts until it left, or, for the last one, until now
 * @param isLast whether no other status has followed yet
 */
record Stay(String sample, String project, String status, LocalDate since, Duration lasts, boolean isLast) {

    /**
     * The stays of a sample, oldest first; those without a date are left out. A status in which nothing has happened yet
     * is none of those that the LIMS lists: the sample is in it since it left the last of them.
     */
    static List<Stay> of(SampleCourse sample, LocalDateTime now) {
        List<Stay> stays = new ArrayList<>();
        List<SampleCourse.Stay> known = new ArrayList<>(sample.stays());
        if (known.isEmpty() || !known.get(known.size() - 1).status().equals(sample.status())) {
            known.add(new SampleCourse.Stay(
                    sample.status(), sample.since().or(() -> Optional.of(now.toLocalDate()))));
        }
        for (int i = 0; i < known.size(); i++) {
            Optional<LocalDate> until =
                    i + 1 < known.size() ? known.get(i + 1).since() : Optional.of(now.toLocalDate());
            stay(sample, known.get(i), until, i + 1 == known.size()).ifPresent(stays::add);
        }
        return stays;
    }

    private static Optional<Stay> stay(
            SampleCourse sample, SampleCourse.Stay stay, Optional<LocalDate> until, boolean isLast) {
        if (stay.since().isEmpty() || until.isEmpty() || until.get().isBefore(stay.since().get())) {
            return Optional.empty();
        }
        LocalDate from = stay.since().get();
        Duration lasts = Duration.between(from.atStartOfDay(), until.get().atStartOfDay());
        return Optional.of(
                new Stay(sample.sample(), sample.project().orElse(""), stay.status(), from, lasts, isLast));
    }

    long days() {
        return lasts.toDays();
    }
}

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

    /** The stays of a sample, oldest first; those without a date are left out. */
    static List<Stay> of(SampleCourse sample, LocalDateTime now) {
        List<Stay> stays = new ArrayList<>();
        List<SampleCourse.Stay> known = sample.stays();
        for (int i = 0; i < known.size(); i++) {
            Optional<LocalDate> from = known.get(i).since();
            Optional<LocalDate> until =
                    i + 1 < known.size() ? known.get(i + 1).since() : Optional.of(now.toLocalDate());
            if (from.isPresent() && until.isPresent() && !until.get().isBefore(from.get())) {
                stays.add(new Stay(
                        sample.sample(),
                        sample.project().orElse(""),
                        known.get(i).status(),
                        from.get(),
                        Duration.between(from.get().atStartOfDay(), until.get().atStartOfDay()),
                        i + 1 == known.size()));
            }
        }
        return stays;
    }

    long days() {
        return lasts.toDays();
    }
}

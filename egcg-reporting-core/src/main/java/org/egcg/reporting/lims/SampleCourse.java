package org.egcg.reporting.lims;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A sample's way through the laboratory.
 *
 * @param status the one that it is in
 * @param stays oldest first
 * @param started when work on it started
 * @param finished when it was finished for the first time
 */
public record SampleCourse(
        String sample,
        Optional<String> project,
        String status,
        List<Stay> stays,
        Optional<LocalDateTime> started,
        Optional<LocalDateTime> finished) {

    /**
     * A time in one status.
     *
     * @param since empty if the LIMS does not say
     */
    public record Stay(String status, Optional<LocalDate> since) {}

    public SampleCourse {
        stays = List.copyOf(stays);
    }
}

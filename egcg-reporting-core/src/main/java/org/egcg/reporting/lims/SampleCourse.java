package org.egcg.reporting.lims;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A sample's way through the laboratory.
 *
 * @param status the one that it is in
 * @param since since when it is in it, which is when the step was done that led there; empty if the LIMS does not say
 * @param stays oldest first; a status in which nothing has happened yet is none of them
 * @param started when work on it started
 * @param finished when it was finished for the first time
 */
public record SampleCourse(
        String sample,
        Optional<String> project,
        String status,
        Optional<LocalDateTime> since,
        List<Stay> stays,
        Optional<LocalDateTime> started,
        Optional<LocalDateTime> finished) {

    /**
     * A time in one status.
     *
     * @param since the day on which something first happened in it; empty if the LIMS does not say
     */
    public record Stay(String status, Optional<LocalDate> since) {}

    public SampleCourse {
        stays = List.copyOf(stays);
    }
}

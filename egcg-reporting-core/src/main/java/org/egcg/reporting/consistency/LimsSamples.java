package org.egcg.reporting.consistency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.egcg.reporting.lims.SampleCourse;

/**
 * The samples that the LIMS knows.
 *
 * @param all their names
 * @param sequenced those of which the pipelines should have reported something
 */
public record LimsSamples(Set<String> all, Set<String> sequenced) {

    private static final Set<String> AFTER_SEQUENCING = Set.of("bioinformatics", "delivery", "finished");
    private static final int DAYS_FOR_PIPELINES = 7;

    public LimsSamples {
        all = Set.copyOf(all);
        sequenced = Set.copyOf(sequenced);
    }

    /** Samples by their ways through the laboratory; pipelines have a week to report what was sequenced. */
    public static LimsSamples of(Collection<SampleCourse> samples, LocalDate today) {
        LocalDate late = today.minusDays(DAYS_FOR_PIPELINES);
        return new LimsSamples(
                samples.stream().map(SampleCourse::sample).collect(Collectors.toSet()),
                samples.stream()
                        .filter(sample -> AFTER_SEQUENCING.contains(sample.status()))
                        .filter(sample -> sample.since()
                                .filter(since -> since.toLocalDate().isBefore(late))
                                .isPresent())
                        .map(SampleCourse::sample)
                        .collect(Collectors.toSet()));
    }
}

package org.egcg.reporting.lims.request;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the newest run of a step found in the wells of plates. Empty lists leave nothing out.
 *
 * @param containers names of plates
 * @param completedAfter only steps completed after that moment
 * @param completedBefore only steps completed before that moment
 * @param singly whether an item of the answer is a well; else it is a plate
 * @param complete as in {@link Scope}
 */
public record WellRequest(
        Report kind,
        List<String> containers,
        List<String> projects,
        List<String> samples,
        Optional<LocalDateTime> completedAfter,
        Optional<LocalDateTime> completedBefore,
        boolean singly,
        boolean complete)
        implements LimsRequest {

    /** The step. */
    public enum Report {
        LIBRARY_INFO,
        SAMPLE_QC_INFO,
        GENOTYPING_INFO
    }

    public WellRequest {
        Objects.requireNonNull(kind);
        containers = List.copyOf(containers);
        projects = List.copyOf(projects);
        samples = List.copyOf(samples);
        Objects.requireNonNull(completedAfter);
        Objects.requireNonNull(completedBefore);
    }

    /** All plates of a step, completely. */
    public static WellRequest of(Report kind) {
        return new WellRequest(kind, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), false, true);
    }

    public WellRequest ofContainer(String name) {
        return new WellRequest(
                kind, List.of(name), projects, samples, completedAfter, completedBefore, singly, complete);
    }

    public WellRequest ofProject(String id) {
        return new WellRequest(
                kind, containers, List.of(id), samples, completedAfter, completedBefore, singly, complete);
    }

    public WellRequest ofSample(String id) {
        return new WellRequest(
                kind, containers, projects, List.of(id), completedAfter, completedBefore, singly, complete);
    }

    /** Those completed on a day or later. */
    public WellRequest completedSince(LocalDate day) {
        return new WellRequest(
                kind,
                containers,
                projects,
                samples,
                Optional.of(day.atStartOfDay()),
                completedBefore,
                singly,
                complete);
    }

    /** One item per well. */
    public WellRequest wellByWell() {
        return new WellRequest(kind, containers, projects, samples, completedAfter, completedBefore, true, complete);
    }

    @Override
    public String report() {
        return LimsRequest.spelled(kind);
    }
}

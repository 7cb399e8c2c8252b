package org.egcg.reporting.lims.internal.sql;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which samples, and the projects that they belong to, are asked for. Empty lists leave nothing out.
 *
 * @param projects names of projects
 * @param samples names of samples
 * @param alike whether a sample is found by the form in which it is shown as well: with underscores for everything
 *     that is no letter, digit or underscore
 * @param state of the projects
 * @param receivedFrom only samples received then or later
 */
public record SampleScope(
        List<String> projects,
        List<String> samples,
        boolean alike,
        ProjectState state,
        Optional<LocalDateTime> receivedFrom) {

    /** Condition on a {@code Project j} alone. */
    static final String PROJECT = """
            (:anyProject = TRUE OR j.name IN :projects)
            AND (:state = 'all' OR (:state = 'open' AND j.closed IS NULL)
                OR (:state = 'closed' AND j.closed IS NOT NULL))""";

    /** Condition on a {@code Sample s} and its {@code Project j}. */
    static final String SAMPLE = """
            j.id = s.projectId AND (:anySample = TRUE OR s.name IN :samples OR (:alike = TRUE
                AND FUNCTION('regexp_replace', s.name, '[^[:alnum:]_]', '_', 'g') IN :samples))
            AND (:anyDate = TRUE OR s.received >= :receivedFrom) AND %s""".formatted(PROJECT);

    public SampleScope {
        projects = List.copyOf(projects);
        samples = List.copyOf(samples);
    }

    /** Whether a project has been closed. */
    public enum ProjectState {
        OPEN,
        CLOSED,
        ALL
    }

    Map<String, Object> projectArguments() {
        Map<String, Object> arguments = new HashMap<>();
        QueryArguments.names(arguments, "anyProject", "projects", projects);
        arguments.put("state", state.name().toLowerCase(Locale.ROOT));
        return arguments;
    }

    Map<String, Object> sampleArguments() {
        Map<String, Object> arguments = projectArguments();
        QueryArguments.names(arguments, "anySample", "samples", samples);
        arguments.put("alike", alike && !samples.isEmpty());
        QueryArguments.moment(arguments, "anyDate", "receivedFrom", receivedFrom);
        return arguments;
    }
}

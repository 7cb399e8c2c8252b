package org.egcg.reporting.lims.internal.sql;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.egcg.reporting.lims.request.Scope;

/** The conditions of a {@link Scope}. */
final class SampleScope {

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

    private SampleScope() {}

    static Map<String, Object> projectArguments(Scope scope) {
        Map<String, Object> arguments = new HashMap<>();
        QueryArguments.names(arguments, "anyProject", "projects", scope.projects());
        arguments.put("state", scope.state().name().toLowerCase(Locale.ROOT));
        return arguments;
    }

    static Map<String, Object> sampleArguments(Scope scope) {
        Map<String, Object> arguments = projectArguments(scope);
        QueryArguments.names(arguments, "anySample", "samples", scope.samples());
        arguments.put("alike", scope.complete() && !scope.samples().isEmpty());
        QueryArguments.moment(arguments, "anyDate", "receivedFrom", scope.receivedFrom());
        return arguments;
    }
}

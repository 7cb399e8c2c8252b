package org.egcg.reporting.lims.internal.sql;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.lims.request.WellRequest;

/** What is asked of one step of the laboratory, well by well. */
public final class StepQueries {

    /**
     * Wells of a step.
     *
     * @param step the step's name as Clarity displays it
     */
    public record Wells(String step, WellRequest asked) {

        private Map<String, Object> arguments() {
            Map<String, Object> arguments = new HashMap<>();
            arguments.put("step", step);
            QueryArguments.names(arguments, "anyContainer", "containers", asked.containers());
            QueryArguments.names(arguments, "anyProject", "projects", asked.projects());
            QueryArguments.names(arguments, "anySample", "samples", asked.samples());
            arguments.put("alike", asked.complete() && !asked.samples().isEmpty());
            QueryArguments.moment(arguments, "anyStart", "after", asked.completedAfter());
            QueryArguments.moment(arguments, "anyEnd", "before", asked.completedBefore());
            return arguments;
        }
    }

    /** A sample in a well; the date is null while the step is open, columns and rows count from 0. */
    public record WellRow(
            long processId,
            LocalDateTime run,
            String protocol,
            long artifactId,
            String container,
            Integer column,
            Integer row,
            long sampleId,
            String sample,
            String project) {}

    /** What quality control once said of an artifact. */
    public record StateRow(long artifactId, long id, int flag, LocalDateTime modified) {}

    /** A field of what was in a well, or of what a process made of it. */
    public record WellFieldRow(long processId, long artifactId, String name, String value) {}

    private static final String FROM = """
            LimsProcess p, ProcessType t, ProtocolStep q, LabProtocol b, Tracker k, Placement l, Container c,
                ArtifactSample m, Sample s, Project j""";

    private static final String WELL = """
            t.id = p.typeId AND t.name = :step AND q.id = p.stepId AND b.id = q.protocolId
            AND k.processId = p.id AND l.artifactId = k.inputId AND c.id = l.containerId
            AND m.artifactId = k.inputId AND s.processId = m.sampleProcessId AND j.id = s.projectId
            AND (:anyContainer = TRUE OR c.name IN :containers) AND (:anyProject = TRUE OR j.name IN :projects)
            AND (:anySample = TRUE OR s.name IN :samples OR (:alike = TRUE
                AND FUNCTION('regexp_replace', s.name, '[^[:alnum:]_]', '_', 'g') IN :samples))
            AND (:anyStart = TRUE OR p.run > :after) AND (:anyEnd = TRUE OR p.run < :before)""";

    private StepQueries() {}

    public static List<WellRow> wells(LimsSession session, Wells wells) {
        return session.rows(WellRow.class, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.StepQueries.WellRow(p.id, p.run, b.name, k.inputId,
                    c.name, l.column, l.row, s.id, s.name, j.name)
                FROM %s WHERE %s""".formatted(FROM, WELL), wells.arguments());
    }

    public static List<StateRow> states(LimsSession session, Wells wells) {
        return session.rows(StateRow.class, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.StepQueries.StateRow(
                    z.artifactId, z.id, z.qcFlag, z.modified)
                FROM %s, ArtifactState z WHERE z.artifactId = k.inputId AND %s""".formatted(FROM, WELL), wells.arguments());
    }

    /** Fields with a value of the artifacts that went into the step. */
    public static List<WellFieldRow> inputFields(LimsSession session, Wells wells, List<String> names) {
        return fields(session, wells, names, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.StepQueries.WellFieldRow(
                    p.id, k.inputId, u.name, u.value)
                FROM %s, ArtifactField u WHERE u.artifactId = k.inputId AND u.name IN :names
                    AND u.value IS NOT NULL AND %s ORDER BY p.id, k.inputId, u.name, u.value""");
    }

    /** Fields with a value of what the step made, for the artifact that it was made of. */
    public static List<WellFieldRow> outputFields(LimsSession session, Wells wells, List<String> names) {
        return fields(session, wells, names, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.StepQueries.WellFieldRow(
                    p.id, k.inputId, u.name, u.value)
                FROM %s, Output o, ArtifactField u WHERE o.trackerId = k.id AND u.artifactId = o.artifactId
                    AND u.name IN :names AND u.value IS NOT NULL AND %s
                ORDER BY p.id, k.inputId, u.name, u.value""");
    }

    private static List<WellFieldRow> fields(LimsSession session, Wells wells, List<String> names, String query) {
        Map<String, Object> arguments = wells.arguments();
        arguments.put("names", names);
        return session.rows(WellFieldRow.class, query.formatted(FROM, WELL), arguments);
    }

    /** Fields with a value of the samples; the owner is the sample's id. */
    public static List<FieldRow> sampleFields(LimsSession session, Wells wells, List<String> names) {
        Map<String, Object> arguments = wells.arguments();
        arguments.put("names", names);
        return session.rows(FieldRow.class, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.FieldRow(s.id, u.name, u.value)
                FROM %s, SampleField u WHERE u.sampleId = s.id AND u.name IN :names AND u.value IS NOT NULL AND %s
                ORDER BY s.id, u.name, u.value""".formatted(FROM, WELL), arguments);
    }
}

package org.egcg.reporting.lims.internal.sql;

import java.time.LocalDateTime;
import java.util.List;
import org.egcg.reporting.lims.request.Scope;

/** What is asked of samples. Samples are told apart by the id of their process row. */
public final class SampleQueries {

    /** A sample of a project; the date is null if the LIMS does not say when it was received. */
    public record SampleRow(
            long processId, long sampleId, String name, LocalDateTime received, long projectId, String project) {}

    /** A plate on which a sample was submitted. */
    public record PlateRow(long processId, String container) {}

    /**
     * The custom fields that reports of status show.
     *
     * @param known how many rows there are for any of the four; 0 if the sample has other fields only
     */
    public record StatusFields(
            long sampleId, long known, String prepWorkflow, String species, String requiredYield, String coverage) {}

    private SampleQueries() {}

    /** All samples, placed or not, by name. */
    public static List<SampleRow> samples(LimsSession session, Scope scope) {
        return session.rows(SampleRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.SampleQueries.SampleRow(
                    s.processId, s.id, s.name, s.received, j.id, j.name)
                FROM Sample s, Project j
                WHERE %s
                ORDER BY s.name, s.id""".formatted(SampleScope.SAMPLE), SampleScope.sampleArguments(scope));
    }

    /** Where the original artifacts of samples stand; samples without a place have no row. */
    public static List<PlateRow> plates(LimsSession session, Scope scope) {
        return session.rows(PlateRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.SampleQueries.PlateRow(s.processId, c.name)
                FROM Sample s, Project j, ArtifactSample m, Artifact a, Placement l, Container c
                WHERE m.sampleProcessId = s.processId AND a.id = m.artifactId AND a.original = TRUE
                    AND l.artifactId = a.id AND c.id = l.containerId AND %s
                ORDER BY s.processId, l.id""".formatted(SampleScope.SAMPLE), SampleScope.sampleArguments(scope));
    }

    /** One row for each sample that has any custom field. */
    public static List<StatusFields> statusFields(LimsSession session, Scope scope) {
        return session.rows(StatusFields.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.SampleQueries.StatusFields(s.id,
                    SUM(CASE WHEN u.name IN ('Prep Workflow', 'Species', 'Required Yield (Gb)', 'Coverage (X)')
                        THEN 1 ELSE 0 END),
                    MAX(CASE WHEN u.name = 'Prep Workflow' THEN u.value ELSE NULL END),
                    MAX(CASE WHEN u.name = 'Species' THEN u.value ELSE NULL END),
                    MAX(CASE WHEN u.name = 'Required Yield (Gb)' THEN u.value ELSE NULL END),
                    MAX(CASE WHEN u.name = 'Coverage (X)' THEN u.value ELSE NULL END))
                FROM Sample s, Project j, SampleField u
                WHERE u.sampleId = s.id AND %s
                GROUP BY s.id""".formatted(SampleScope.SAMPLE), SampleScope.sampleArguments(scope));
    }

    /** All custom fields that have a value; the owner is the sample's id. */
    public static List<FieldRow> fields(LimsSession session, Scope scope) {
        return session.rows(FieldRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.FieldRow(s.id, u.name, u.value)
                FROM Sample s, Project j, SampleField u
                WHERE u.sampleId = s.id AND u.value IS NOT NULL AND %s
                ORDER BY s.id, u.name, u.value""".formatted(SampleScope.SAMPLE), SampleScope.sampleArguments(scope));
    }
}

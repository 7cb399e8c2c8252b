package org.egcg.reporting.lims.internal.sql;

import java.time.LocalDateTime;
import java.util.List;
import org.egcg.reporting.lims.request.Scope;

/** What is asked of projects. */
public final class ProjectQueries {

    /** Components are null where the LIMS has no value. */
    public record ProjectRow(
            long id, String name, LocalDateTime opened, LocalDateTime closed, String firstName, String lastName) {}

    private ProjectQueries() {}

    public static List<ProjectRow> projects(LimsSession session, Scope scope) {
        return session.rows(ProjectRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.ProjectQueries.ProjectRow(
                    j.id, j.name, j.opened, j.closed, r.firstName, r.lastName)
                FROM Project j LEFT JOIN Researcher r ON r.id = j.researcherId
                WHERE %s
                ORDER BY j.name, j.id""".formatted(SampleScope.PROJECT), SampleScope.projectArguments(scope));
    }

    /** All custom fields of the projects, also those without a value. */
    public static List<FieldRow> fields(LimsSession session, Scope scope) {
        return session.rows(FieldRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.FieldRow(j.id, u.name, u.value)
                FROM Project j, EntityField u
                WHERE u.ownerId = j.id AND u.ownerClass = 83 AND %s
                ORDER BY j.id, u.name, u.value""".formatted(SampleScope.PROJECT), SampleScope.projectArguments(scope));
    }
}

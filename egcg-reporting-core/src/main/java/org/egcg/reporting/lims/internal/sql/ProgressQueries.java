package org.egcg.reporting.lims.internal.sql;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.lims.request.Scope;

/** What is asked of the steps that samples have completed, wait for, or are inside of. */
public final class ProgressQueries {

    /** The name of a type of step. */
    public record TypeRow(long id, String name) {}

    /** A step that a sample has completed; the date is null if the LIMS does not say when it was opened. */
    public record CompletedRow(long sampleProcessId, long processId, long typeId, LocalDateTime opened) {}

    /** An artifact of a sample that waits in a stage. */
    public record WaitingRow(long sampleProcessId, long artifactId, long stageId, LocalDateTime since) {}

    /** A queue; for a whole protocol of quality control the step is null. */
    public record StageRow(long id, Long stepId, long protocolId) {}

    /** A step of a protocol. */
    public record StepRow(long id, long protocolId, long typeId) {}

    /** An open step that an artifact has gone into. */
    public record OpenRow(long artifactId, long processId, long typeId, LocalDateTime modified) {}

    private ProgressQueries() {}

    /** All types of steps that have a name. */
    public static List<TypeRow> types(LimsSession session) {
        return session.rows(TypeRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.ProgressQueries.TypeRow(t.id, t.name)
                FROM ProcessType t WHERE t.name IS NOT NULL""", Map.of());
    }

    /**
     * Completed steps.
     *
     * @param types only steps of these types; empty for all
     * @param limit only steps that were opened on that day or before
     */
    public static List<CompletedRow> completed(
            LimsSession session, Scope scope, Optional<Collection<Long>> types, Optional<LocalDateTime> limit) {
        Map<String, Object> arguments = limited(scope, limit);
        arguments.put("anyType", types.isEmpty());
        arguments.put("types", types.filter(some -> !some.isEmpty()).orElse(List.of(-1L)));
        return session.rows(CompletedRow.class, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.ProgressQueries.CompletedRow(
                    s.processId, p.id, p.typeId, p.opened)
                FROM Sample s, Project j, ArtifactSample m, Tracker k, LimsProcess p
                WHERE m.sampleProcessId = s.processId AND k.inputId = m.artifactId AND p.id = k.processId
                    AND p.workStatus = 'COMPLETE' AND p.typeId IS NOT NULL
                    AND (:anyType = TRUE OR p.typeId IN :types)
                    AND (:anyLimit = TRUE OR p.opened < :dayAfter) AND %s""".formatted(SampleScope.SAMPLE), arguments);
    }

    /** What waits; with a limit, only what was put into its queue up to that moment. */
    public static List<WaitingRow> waiting(LimsSession session, Scope scope, Optional<LocalDateTime> limit) {
        Map<String, Object> arguments = SampleScope.sampleArguments(scope);
        QueryArguments.moment(arguments, "anyLimit", "limit", limit);
        return session.rows(WaitingRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.ProgressQueries.WaitingRow(
                    s.processId, x.artifactId, x.stageId, x.created)
                FROM Sample s, Project j, ArtifactSample m, StageTransition x
                WHERE m.sampleProcessId = s.processId AND x.artifactId = m.artifactId
                    AND x.workflowRun > 0 AND x.completedBy IS NULL
                    AND (:anyLimit = TRUE OR x.created <= :limit) AND %s""".formatted(SampleScope.SAMPLE), arguments);
    }

    /** All queues. */
    public static List<StageRow> stages(LimsSession session) {
        return session.rows(StageRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.ProgressQueries.StageRow(g.id, g.stepId, c.protocolId)
                FROM Stage g, WorkflowSection c, LabWorkflow w
                WHERE c.id = g.sectionId AND w.id = c.workflowId""", Map.of());
    }

    /** All steps of all protocols, in the order of their ids. */
    public static List<StepRow> steps(LimsSession session) {
        return session.rows(StepRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.ProgressQueries.StepRow(s.id, s.protocolId, s.typeId)
                FROM ProtocolStep s WHERE s.typeId IS NOT NULL ORDER BY s.id""", Map.of());
    }

    /** Steps that are not completed; with a limit, only those that were opened on that day or before. */
    public static List<OpenRow> open(LimsSession session, Scope scope, Optional<LocalDateTime> limit) {
        return session.rows(OpenRow.class, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.ProgressQueries.OpenRow(
                    k.inputId, p.id, p.typeId, p.modified)
                FROM Sample s, Project j, ArtifactSample m, Tracker k, LimsProcess p
                WHERE m.sampleProcessId = s.processId AND k.inputId = m.artifactId AND p.id = k.processId
                    AND p.workStatus <> 'COMPLETE' AND p.typeId IS NOT NULL
                    AND (:anyLimit = TRUE OR p.opened < :dayAfter) AND %s""".formatted(SampleScope.SAMPLE), limited(scope, limit));
    }

    private static Map<String, Object> limited(Scope scope, Optional<LocalDateTime> limit) {
        Map<String, Object> arguments = SampleScope.sampleArguments(scope);
        QueryArguments.moment(arguments, "anyLimit", "dayAfter", limit.map(moment -> moment.toLocalDate()
                .plusDays(1)
                .atStartOfDay()));
        return arguments;
    }
}

package org.egcg.reporting.lims.internal.sql;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.lims.request.RunRequest;
import org.egcg.reporting.lims.request.RunRequest.State;

/** What is asked of sequencing runs: processes of the step {@code AUTOMATED - Sequence}. */
public final class RunQueries {

    private static Map<String, Object> arguments(RunRequest asked) {
        Map<String, Object> arguments = new HashMap<>();
        QueryArguments.names(arguments, "anyRun", "runs", asked.ids());
        QueryArguments.moment(arguments, "anyDate", "openedFrom", asked.openedFrom());
        arguments.put("current", asked.state() == State.CURRENT);
        arguments.put("recent", asked.state() == State.RECENT);
        return arguments;
    }

    /** A run with its custom fields; components are null where the LIMS has no value. */
    public record RunRow(
            long processId,
            LocalDateTime opened,
            String runId,
            String status,
            String instrument,
            String cycles,
            String reads) {}

    /** A sample in a lane; the row counts from 0 and is null if the LIMS does not say. */
    public record LaneRow(long processId, long artifactId, Integer row, String sample, String project) {}

    /** An ancestor of a lane that holds one sample under one index: what a lane's content is known by. */
    public record BarcodeRow(long laneId, long ancestorId, String luid, String label, String sample) {}

    /** A process two steps before a run, and when it was completed. */
    public record ClusterRow(long runProcessId, long processId, LocalDateTime run) {}

    private static final String RUN = """
            t.id = p.typeId AND t.name = 'AUTOMATED - Sequence'
            AND (:anyDate = TRUE OR p.opened >= :openedFrom)
            AND (:anyRun = TRUE OR EXISTS (SELECT f.value FROM ProcessField f
                WHERE f.processId = p.id AND f.name = 'RunID' AND f.value IN :runs))
            AND (:current = FALSE OR EXISTS (SELECT f.value FROM ProcessField f
                WHERE f.processId = p.id AND f.name = 'Run Status' AND f.value = 'RunStarted'))
            AND (:recent = FALSE OR NOT EXISTS (SELECT f.value FROM ProcessField f
                WHERE f.processId = p.id AND f.name = 'Run Status' AND f.value = 'RunStarted'))""";

    private RunQueries() {}

    /** Runs that have any of the fields, oldest first. */
    public static List<RunRow> runs(LimsSession session, RunRequest asked) {
        return session.rows(RunRow.class, """
                SELECT NEW org.egcg.reporting.lims.internal.sql.RunQueries.RunRow(p.id, p.opened,
                    MAX(CASE WHEN u.name = 'RunID' THEN u.value ELSE NULL END),
                    MAX(CASE WHEN u.name = 'Run Status' THEN u.value ELSE NULL END),
                    MAX(CASE WHEN u.name = 'InstrumentID' THEN u.value ELSE NULL END),
                    MAX(CASE WHEN u.name = 'Cycle' THEN u.value ELSE NULL END),
                    MAX(CASE WHEN u.name = 'Read' THEN u.value ELSE NULL END))
                FROM LimsProcess p, ProcessType t, ProcessField u
                WHERE u.processId = p.id AND u.name IN ('RunID', 'Run Status', 'InstrumentID', 'Cycle', 'Read') AND %s
                GROUP BY p.id, p.opened
                ORDER BY p.opened NULLS FIRST, p.id""".formatted(RUN), arguments(asked));
    }

    /** The samples of all lanes that are placed, lane by lane. */
    public static List<LaneRow> lanes(LimsSession session, RunRequest asked) {
        return session.rows(LaneRow.class, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.RunQueries.LaneRow(
                    p.id, k.inputId, l.row, s.name, j.name)
                FROM LimsProcess p, ProcessType t, Tracker k, Placement l, Container c, ArtifactSample m, Sample s,
                    Project j
                WHERE k.processId = p.id AND l.artifactId = k.inputId AND c.id = l.containerId
                    AND m.artifactId = k.inputId AND s.processId = m.sampleProcessId AND j.id = s.projectId AND %s""".formatted(RUN), arguments(asked));
    }

    /** Pools, and artifacts of several indexes, do not say which sample carries which index, and have no row. */
    public static List<BarcodeRow> barcodes(LimsSession session, RunRequest asked) {
        return session.rows(BarcodeRow.class, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.RunQueries.BarcodeRow(
                    k.inputId, a.id, a.luid, r.name, s.name)
                FROM LimsProcess p, ProcessType t, Tracker k, ArtifactAncestor n, Artifact a, ArtifactLabel b,
                    ReagentLabel r, ArtifactSample m, Sample s
                WHERE k.processId = p.id AND n.artifactId = k.inputId AND a.id = n.ancestorId
                    AND b.artifactId = a.id AND r.id = b.labelId AND m.artifactId = a.id
                    AND s.processId = m.sampleProcessId AND %s
                    AND NOT EXISTS (SELECT other.labelId FROM ArtifactLabel other
                        WHERE other.artifactId = a.id AND other.labelId <> b.labelId)
                    AND NOT EXISTS (SELECT other.sampleProcessId FROM ArtifactSample other
                        WHERE other.artifactId = a.id AND other.sampleProcessId <> m.sampleProcessId)""".formatted(RUN), arguments(asked));
    }

    /** The processes two steps before each run, whatever their type. */
    public static List<ClusterRow> clusters(LimsSession session, RunRequest asked) {
        return session.rows(ClusterRow.class, """
                SELECT DISTINCT NEW org.egcg.reporting.lims.internal.sql.RunQueries.ClusterRow(p.id, g.id, g.run)
                FROM LimsProcess p, ProcessType t, Tracker k, Output o, Tracker k1, Output o1, Tracker k2, LimsProcess g
                WHERE k.processId = p.id AND o.artifactId = k.inputId AND k1.id = o.trackerId
                    AND o1.artifactId = k1.inputId AND k2.id = o1.trackerId AND g.id = k2.processId AND %s""".formatted(RUN), arguments(asked));
    }
}

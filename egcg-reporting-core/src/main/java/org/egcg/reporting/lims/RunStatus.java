package org.egcg.reporting.lims;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.egcg.reporting.lims.internal.sql.LimsDatabase;
import org.egcg.reporting.lims.internal.sql.LimsSession;
import org.egcg.reporting.lims.internal.sql.RunQueries;
import org.egcg.reporting.lims.internal.sql.RunQueries.BarcodeRow;
import org.egcg.reporting.lims.internal.sql.RunQueries.ClusterRow;
import org.egcg.reporting.lims.internal.sql.RunQueries.LaneRow;
import org.egcg.reporting.lims.internal.sql.RunQueries.RunRow;
import org.egcg.reporting.lims.request.RunRequest;

/** {@code run_status}: sequencing runs with what is in their lanes, oldest first. */
record RunStatus(LimsDatabase database) implements LimsReport<RunRequest> {

    private static final Comparator<BarcodeRow> BY_SAMPLE =
            Comparator.comparing(BarcodeRow::sample).thenComparing(BarcodeRow::ancestorId);

    private record Run(RunRow row, List<LaneRow> lanes, Optional<LocalDateTime> clustered) {

        /** The project of each sample; null for a control. */
        Map<String, String> projects() {
            Map<String, String> projects = new TreeMap<>();
            lanes.forEach(lane -> projects.put(lane.sample(), lane.project()));
            return projects;
        }
    }

    @Override
    public LimsAnswer answer(RunRequest asked) {
        Map<Long, List<BarcodeRow>> barcodes = new HashMap<>();
        List<Run> runs = database.read(session -> {
            barcodes.clear();
            RunQueries.barcodes(session, asked)
                    .forEach(row -> barcodes.computeIfAbsent(row.laneId(), lane -> new ArrayList<>())
                            .add(row));
            return runs(session, asked);
        });
        barcodes.values().forEach(rows -> rows.sort(BY_SAMPLE));
        if (asked.complete()) {
            barcodes.replaceAll((lane, rows) -> once(rows));
        }
        return LimsAnswer.of(runs, run -> item(run, barcodes));
    }

    private static List<Run> runs(LimsSession session, RunRequest asked) {
        Map<Long, List<LaneRow>> lanes = new HashMap<>();
        RunQueries.lanes(session, asked).forEach(row -> lanes.computeIfAbsent(row.processId(), run -> new ArrayList<>())
                .add(row));
        Map<Long, ClusterRow> clusters = new HashMap<>();
        RunQueries.clusters(session, asked).forEach(row -> clusters.merge(row.runProcessId(), row, RunStatus::later));
        return RunQueries.runs(session, asked).stream()
                .filter(row -> lanes.containsKey(row.processId()))
                .map(row -> new Run(
                        row,
                        lanes.get(row.processId()),
                        Optional.ofNullable(clusters.get(row.processId())).map(ClusterRow::run)))
                .toList();
    }

    /** Of several processes upstream, the one with the highest number counts. */
    private static ClusterRow later(ClusterRow one, ClusterRow other) {
        return one.processId() > other.processId() ? one : other;
    }

    /** The first artifact of each sample under each index. */
    private static List<BarcodeRow> once(List<BarcodeRow> rows) {
        record Content(String sample, String label) {}
        Map<Content, BarcodeRow> first = new LinkedHashMap<>();
        rows.forEach(row -> first.putIfAbsent(new Content(row.sample(), row.label()), row));
        return new ArrayList<>(first.values());
    }

    private static BsonDocument item(Run run, Map<Long, List<BarcodeRow>> barcodes) {
        RunRow row = run.row();
        Map<String, String> projects = run.projects();
        return new BsonDocument("created_date", LimsTime.json(Optional.ofNullable(row.opened())))
                .append("cst_date", LimsTime.json(run.clustered()))
                .append("run_id", Json.text(row.runId()))
                .append("run_status", Json.text(row.status()))
                .append("sample_ids", Json.texts(projects.keySet()))
                .append("project_ids", Json.texts(new TreeSet<>(projects.values())))
                .append("lanes", lanes(run, barcodes, projects))
                .append("instrument_id", Json.text(row.instrument()))
                .append("nb_reads", Json.text(row.reads()))
                .append("nb_cycles", Json.text(row.cycles()));
    }

    private static BsonArray lanes(Run run, Map<Long, List<BarcodeRow>> barcodes, Map<String, String> projects) {
        record Lane(Integer row, long artifactId) {}
        return new BsonArray(run.lanes().stream()
                .map(lane -> new Lane(lane.row(), lane.artifactId()))
                .distinct()
                .sorted(Comparator.comparing(Lane::row, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Lane::artifactId))
                .map(lane -> new BsonDocument("lane", number(lane.row()))
                        .append("samples", contents(barcodes.getOrDefault(lane.artifactId(), List.of()), projects)))
                .toList());
    }

    private static BsonValue number(Integer row) {
        return row == null ? BsonNull.VALUE : new BsonInt32(row + 1);
    }

    private static BsonArray contents(List<BarcodeRow> rows, Map<String, String> projects) {
        return new BsonArray(rows.stream()
                .map(row -> new BsonDocument("project_id", Json.text(projects.get(row.sample())))
                        .append("sample_id", Json.text(row.sample()))
                        .append("barcode", Json.text(row.label()))
                        .append("artifact_id", Json.text(row.luid())))
                .toList());
    }
}

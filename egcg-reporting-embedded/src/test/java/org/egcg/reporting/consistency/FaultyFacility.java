package org.egcg.reporting.consistency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.consistency.Inconsistency.Named;
import org.egcg.reporting.resource.Written;

/** Fifty runs of two lanes with three samples each, in order until faults are planted: forty of all kinds. */
final class FaultyFacility {

    /** A fault by its kind and the documents concerned. */
    record Fault(InconsistencyKind kind, Set<Named> documents) {
        static Fault of(Inconsistency found) {
            return new Fault(found.kind(), Set.copyOf(found.documents()));
        }
    }

    private static final int RUNS = 50;
    private static final List<String> BARCODES = List.of("ACGTACGT", "TTGACCAA", "GGCATTAC");

    private final Map<String, Map<String, BsonDocument>> documents = new LinkedHashMap<>();
    private final Set<String> lims = new TreeSet<>();
    private final Set<String> sequenced = new TreeSet<>();
    private final List<Fault> faults = new ArrayList<>();

    FaultyFacility() {
        for (String resource : List.of(
                "analysis_driver_procs", "run_elements", "unexpected_barcodes", "runs", "lanes", "samples", "projects")) {
            documents.put(resource, new LinkedHashMap<>());
        }
        for (int i = 0; i < RUNS; i++) {
            run(run(i), i);
        }
        put("samples", "NTC-1", "{sample_id: 'NTC-1', project_id: 'controls'}");
        put("run_elements", "u1", element("u1", run(3), 1, "unknown", "Undetermined", "default"));
    }

    String run(int i) {
        return "2611%02d_A0%04d_%04d_AH%05dDSX5".formatted(i % 28 + 1, 1000 + i % 5, i + 1, i);
    }

    private void run(String run, int i) {
        put("runs", run, "{run_id: '%s', number_of_lanes: 2}".formatted(run));
        put("analysis_driver_procs", "p" + i, process("p" + i, run, "finished", "2026-11-02"));
        put("projects", "P" + i % 7, "{project_id: 'P%d'}".formatted(i % 7));
        for (int lane = 1; lane <= 2; lane++) {
            put("lanes", run + "_" + lane, lane(run + "_" + lane, run, lane));
            put("unexpected_barcodes", run + lane, """
                    {run_element_id: '%s', run_id: '%s', lane: %d, barcode: 'CCCC'}""".formatted(run + lane, run, lane));
            for (String barcode : BARCODES) {
                String sample = "P%dS%02d%s".formatted(i % 7, i, barcode.charAt(0));
                String id = "%s_%d_%s".formatted(run, lane, barcode);
                put("samples", sample, "{sample_id: '%s', project_id: 'P%d'}".formatted(sample, i % 7));
                put("run_elements", id, element(id, run, lane, barcode, sample, "P" + i % 7));
                lims.add(sample);
                sequenced.add(sample);
            }
        }
    }

    private static String lane(String id, String run, int lane) {
        return "{lane_id: '%s', run_id: '%s', lane_number: %d}".formatted(id, run, lane);
    }

    private static String element(String id, String run, int lane, String barcode, String sample, String project) {
        return """
                {run_element_id: '%s', run_id: '%s', lane: %d, barcode: '%s', sample_id: '%s', project_id: '%s',
                 library_id: 'L', total_reads: 900, passing_filter_reads: 800, bases_r1: 120000, q30_bases_r1: 110000}""".formatted(id, run, lane, barcode, sample, project);
    }

    private static String process(String id, String run, String status, String day) {
        return "{proc_id: '%s', dataset_type: 'run', dataset_name: '%s', status: '%s', start_date: {$date: '%sT08:00:00Z'}}"
                .formatted(id, run, status, day);
    }

    private void put(String resource, String id, String json) {
        documents.get(resource).put(id, whole(BsonDocument.parse(json)));
    }

    private static BsonDocument whole(BsonDocument document) {
        document.replaceAll((name, value) -> value.isInt32() ? new BsonInt64(value.asInt32().getValue()) : value);
        return document;
    }

    private void fault(InconsistencyKind kind, String resource, String... ids) {
        Set<Named> concerned = new HashSet<>();
        for (String id : ids) {
            concerned.add(new Named(resource, id));
        }
        faults.add(new Fault(kind, concerned));
    }

    private void fault(InconsistencyKind kind, String resource, List<String> ids) {
        fault(kind, resource, ids.toArray(String[]::new));
    }

    private List<String> idsOf(String resource, String field, String value) {
        return documents.get(resource).entrySet().stream()
                .filter(document -> new BsonString(value).equals(document.getValue().get(field)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private BsonDocument element(int run, int place) {
        return documents.get("run_elements").get(idsOf("run_elements", "run_id", run(run)).get(place));
    }

    private static String id(BsonDocument element) {
        return element.getString("run_element_id").getValue();
    }

    /** Plants forty faults in runs of their own. */
    void plant() {
        storedTwice();
        deletedRun();
        for (int i = 5; i < 8; i++) {
            laneGone(i);
        }
        for (int i = 8; i < 11; i++) {
            sampleGone(i);
        }
        lostProjects();
        impossible();
        unknownToOne();
        work();
    }

    private void storedTwice() {
        for (int i = 1; i < 4; i++) {
            put("lanes", run(i) + "_L2", lane(run(i) + "_L2", run(i), 2));
            fault(InconsistencyKind.LANE_TWICE, "lanes", run(i) + "_2", run(i) + "_L2");
        }
        for (int i = 1; i < 4; i++) {
            BsonDocument copy = element(i, 1).clone().append("run_element_id", new BsonString("again" + i));
            documents.get("run_elements").put("again" + i, copy);
            fault(InconsistencyKind.ELEMENT_TWICE, "run_elements", id(element(i, 1)), "again" + i);
        }
    }

    private void deletedRun() {
        for (int i = 11; i < 14; i++) {
            documents.get("runs").remove(run(i));
            fault(InconsistencyKind.LANE_WITHOUT_RUN, "lanes", idsOf("lanes", "run_id", run(i)));
            fault(InconsistencyKind.ELEMENT_WITHOUT_RUN, "run_elements", idsOf("run_elements", "run_id", run(i)));
            fault(
                    InconsistencyKind.BARCODE_WITHOUT_RUN,
                    "unexpected_barcodes",
                    idsOf("unexpected_barcodes", "run_id", run(i)));
        }
    }

    private void laneGone(int i) {
        documents.get("lanes").remove(run(i) + "_1");
        List<String> left = idsOf("run_elements", "run_id", run(i)).stream()
                .filter(element -> element.startsWith(run(i) + "_1_"))
                .toList();
        fault(InconsistencyKind.ELEMENT_WITHOUT_LANE, "run_elements", left);
    }

    private void sampleGone(int i) {
        String sample = element(i, 0).getString("sample_id").getValue();
        documents.get("samples").remove(sample);
        sequenced.remove(sample);
        fault(InconsistencyKind.ELEMENT_WITHOUT_SAMPLE, "run_elements", idsOf("run_elements", "sample_id", sample));
    }

    private void lostProjects() {
        for (int i = 14; i < 17; i++) {
            element(i, 2).append("project_id", new BsonString("lost" + i));
            fault(InconsistencyKind.ELEMENT_WITHOUT_PROJECT, "run_elements", id(element(i, 2)));
        }
        for (int i = 17; i < 20; i++) {
            String sample = element(i, 0).getString("sample_id").getValue();
            documents.get("samples").get(sample).append("project_id", new BsonString("gone" + i));
            fault(InconsistencyKind.SAMPLE_WITHOUT_PROJECT, "samples", sample);
        }
    }

    private void impossible() {
        Map<String, Long> numbers =
                Map.of("passing_filter_reads", 1_700L, "q30_bases_r1", 130_000L, "total_reads", -1L, "phix_reads", 801L);
        int i = 20;
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            element(i, 4).append(number.getKey(), new BsonInt64(number.getValue()));
            fault(InconsistencyKind.IMPOSSIBLE_NUMBER, "run_elements", id(element(i, 4)));
            i++;
        }
    }

    private void unknownToOne() {
        for (int i = 24; i < 27; i++) {
            String sample = element(i, 0).getString("sample_id").getValue();
            lims.remove(sample);
            fault(InconsistencyKind.SAMPLE_UNKNOWN_TO_LIMS, "samples", sample);
            lims.add("elsewhere" + i);
            sequenced.add("elsewhere" + i);
            fault(InconsistencyKind.SAMPLE_UNKNOWN_TO_PIPELINES, "samples", "elsewhere" + i);
        }
        lims.add("not sequenced yet");
        lims.add("NTC-7");
        sequenced.add("NTC-7");
    }

    private void work() {
        put("analysis_driver_procs", "old", process("old", run(30), "processing", "2026-09-01"));
        fault(InconsistencyKind.PROCESS_NEVER_ENDED, "analysis_driver_procs", "old");
        put("analysis_driver_procs", "first", process("first", run(31), "processing", "2026-11-20"));
        put("analysis_driver_procs", "second", process("second", run(31), "finished", "2026-11-21"));
        fault(InconsistencyKind.PROCESS_NEVER_ENDED, "analysis_driver_procs", "first");
        put("analysis_driver_procs", "now", process("now", run(32), "processing", "2026-11-27"));
        put("analysis_driver_procs", "older", process("older", run(33), "processing", "2025-11-27"));
        fault(InconsistencyKind.PROCESS_NEVER_ENDED, "analysis_driver_procs", "older");
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    LimsSamples known() {
        return new LimsSamples(lims, sequenced);
    }

    /** Puts everything into the store. */
    void post(Reporting reporting) {
        documents.forEach((resource, all) -> {
            List<BsonValue> list = new ArrayList<>(all.values());
            if (!(reporting.writer().insert(reporting.schema(resource), new BsonArray(list))
                    instanceof Written.Inserted)) {
                throw new AssertionError(resource + " were refused");
            }
        });
    }
}

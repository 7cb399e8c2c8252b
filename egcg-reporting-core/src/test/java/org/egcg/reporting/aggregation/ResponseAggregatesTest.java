package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;

class ResponseAggregatesTest {

    private static final String RUN_ELEMENTS = """
            [{"run_id": "R1", "barcode": "AAAA", "project_id": "P1", "reviewed": "pass", "bases_r1": 1500,
              "bases_r2": 1400, "q30_bases_r1": 1400, "q30_bases_r2": 1300, "clean_bases_r1": 1300,
              "clean_bases_r2": 1200, "clean_q30_bases_r1": 1200, "clean_q30_bases_r2": 1100,
              "passing_filter_reads": 10, "total_reads": 20},
             {"run_id": "R1", "barcode": "CCCC", "project_id": "P1", "passing_filter_reads": 30, "total_reads": 30},
             {"run_id": "R1", "barcode": "unknown", "project_id": "P1", "passing_filter_reads": 1000}]""";

    @Test
    void aLaneAddsUpItsEmbeddedRunElements() {
        BsonDocument lane = added("lanes", "{\"lane_id\": \"L\", \"run_elements\": " + RUN_ELEMENTS + "}");

        assertThat(lane).containsAllEntriesOf(json("""
                {"lane_id": "L", "bases_r1": 1500, "total_reads": 50, "run_ids": ["R1"], "pc_q30": 93.10344827586206,
                 "yield_in_gb": 2.9e-06, "cv": 0.7071067811865476, "passing_filter_reads": 1040,
                 "pc_pass_filter": 2080.0}"""));
        assertThat(lane).doesNotContainKey("phix_reads");
    }

    @Test
    void aRunHasFourYieldsStatusesAndItsLatestProc() {
        BsonDocument run = added(
                "runs", "{\"run_elements\": " + RUN_ELEMENTS + ", \"analysis_driver_procs\": [{\"proc_id\": \"p\"}]}");

        assertThat(run).containsAllEntriesOf(json("""
                {"project_ids": ["P1"], "review_statuses": ["pass"], "useable_statuses": [],
                 "yield_q30_in_gb": 2.7e-06, "clean_yield_in_gb": 2.5e-06, "clean_yield_q30_in_gb": 2.3e-06,
                 "analysis_driver_proc": {"proc_id": "p"}}"""));
        assertThat(added("runs", "{\"run_id\": \"R\"}")
                        .get("analysis_driver_proc")
                        .isNull())
                .isTrue();
    }

    @Test
    void aSampleGivesItsRunElementsAwayForTheirSums() {
        BsonDocument sample = added(
                "samples", "{\"mapped_reads\": 1, \"bam_file_reads\": 4, \"run_elements\": " + RUN_ELEMENTS + "}");

        assertThat(sample).containsAllEntriesOf(json("""
                {"clean_pc_q30": 92.0, "clean_yield_q30": 2.3e-06, "pc_mapped_reads": 25.0}"""));
        assertThat(sample).doesNotContainKey("run_elements");
    }

    @Test
    void aProjectCountsItsSamples() {
        assertThat(added("projects", "{\"samples\": [\"a\", \"b\", \"a\"]}")
                        .getNumber("nb_samples")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void aPageIsOrderedByANumberThatWasAdded() {
        List<BsonDocument> page = List.of(
                json("{\"n\": 1, \"bases_r1\": 4, \"q30_bases_r1\": 1}"),
                json("{\"n\": 2}"),
                json("{\"n\": 3, \"bases_r1\": 4, \"q30_bases_r1\": 3}"));
        ResponseAggregates numbers = ResponseAggregates.of("run_elements").orElseThrow();

        assertThat(numbers.added(page, "-pc_q30_r1"))
                .extracting(element -> element.getNumber("n").intValue())
                .containsExactly(3, 1, 2);
        assertThat(numbers.added(page, "pc_q30_r1"))
                .extracting(element -> element.getNumber("n").intValue())
                .containsExactly(2, 1, 3);
        assertThat(numbers.added(page, "n"))
                .extracting(element -> element.getNumber("n").intValue())
                .containsExactly(1, 2, 3);
    }

    @Test
    void otherResourcesHaveNoSuchNumbers() {
        assertThat(ResponseAggregates.of("genomes")).isEmpty();
    }

    private static BsonDocument added(String resource, String document) {
        return ResponseAggregates.of(resource)
                .orElseThrow()
                .added(List.of(json(document)), "")
                .get(0);
    }

    private static BsonDocument json(String text) {
        return JsonReader.read(text).asDocument();
    }
}

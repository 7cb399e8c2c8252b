package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is called by a new name is so everywhere. */
class RenamingTest {

    private final TestStore store = new TestStore();
    private Reporting reporting;
    private Records records;

    @BeforeEach
    void open() {
        reporting = store.reporting();
        records = new Records(reporting);
        records.post("projects", "{\"project_id\": \"Q7\"}");
        records.post("samples", "{\"sample_id\": \"Q7S1\", \"project_id\": \"Q7\"}");
        records.post("runs", "{\"run_id\": \"r77\"}");
        records.post("lanes", "{\"lane_id\": \"r77_3\", \"run_id\": \"r77\", \"lane_number\": 3}");
        records.post("run_elements", """
                {"run_element_id": "e9", "run_id": "r77", "lane": 3, "project_id": "Q7", "library_id": "l1",
                 "sample_id": "Q7S1", "useable": "yes", "bases_r1": 310000000, "bases_r2": 265000000}""");
        records.post("unexpected_barcodes", """
                {"run_element_id": "u9", "run_id": "r77", "lane": 3, "barcode": "ACGT"}""");
        records.post("analysis_driver_procs", """
                [{"proc_id": "a1", "dataset_type": "sample", "dataset_name": "Q7S1"},
                 {"proc_id": "a2", "dataset_type": "run", "dataset_name": "Q7S1"}]""");
        records.post("analysis_driver_stages", """
                {"stage_id": "a1_align", "analysis_driver_proc": "a1", "stage_name": "align",
                 "date_started": "01_06_2026_10:00:00"}""");
        records.patch("samples", "Q7S1", "{\"run_elements\": [\"e9\"], \"analysis_driver_procs\": [\"a1\"]}");
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    private String text(String resource, String id, String field) {
        return records.one(resource, id).getString(field).getValue();
    }

    @Test
    void aSampleKeepsItsYield() {
        assertThat(records.aggregated("samples", "Q7S1").get("yield_in_gb")).isEqualTo(new BsonDouble(0.575));
        records.patch("samples", "Q7S1", "{\"sample_id\": \"Q7S1b\"}");
        assertThat(records.aggregated("samples", "Q7S1b").get("yield_in_gb")).isEqualTo(new BsonDouble(0.575));
    }

    @Test
    void aSampleTakesItsElementsAlong() {
        records.patch("samples", "Q7S1", "{\"sample_id\": \"Q7S1b\"}");
        assertThat(text("run_elements", "e9", "sample_id")).isEqualTo("Q7S1b");
        assertThat(records.aggregated("lanes", "r77_3").getArray("sample_ids"))
                .containsExactly(new BsonString("Q7S1b"));
        assertThat(text("analysis_driver_procs", "a1", "dataset_name")).isEqualTo("Q7S1b");
        assertThat(text("analysis_driver_procs", "a2", "dataset_name")).isEqualTo("Q7S1");
    }

    @Test
    void aRunTakesItsLanesElementsAndBarcodesAlong() {
        BsonDocument before = records.aggregated("lanes", "r77_3");
        records.put("runs", "r77", "{\"run_id\": \"r78\"}");
        assertThat(text("lanes", "r77_3", "run_id")).isEqualTo("r78");
        assertThat(text("run_elements", "e9", "run_id")).isEqualTo("r78");
        assertThat(text("unexpected_barcodes", "u9", "run_id")).isEqualTo("r78");
        assertThat(records.aggregated("lanes", "r77_3")).isEqualTo(before);
        assertThat(records.aggregated("runs", "r78").get("yield_in_gb")).isEqualTo(new BsonDouble(0.575));
    }

    @Test
    void aProjectTakesItsSamplesAndElementsAlong() {
        records.patch("projects", "Q7", "{\"project_id\": \"Q8\"}");
        assertThat(text("samples", "Q7S1", "project_id")).isEqualTo("Q8");
        assertThat(text("run_elements", "e9", "project_id")).isEqualTo("Q8");
        assertThat(records.aggregated("projects", "Q8").get("samples")).isEqualTo(JsonReader.read("[\"Q7S1\"]"));
    }

    @Test
    void listsOfNamesAreKeptUpToo() {
        records.patch("run_elements", "e9", "{\"run_element_id\": \"e10\"}");
        assertThat(records.one("samples", "Q7S1").get("run_elements")).isEqualTo(JsonReader.read("[\"e10\"]"));
        records.patch("analysis_driver_procs", "a1", "{\"proc_id\": \"a3\"}");
        assertThat(records.one("samples", "Q7S1").get("analysis_driver_procs")).isEqualTo(JsonReader.read("[\"a3\"]"));
        assertThat(text("analysis_driver_stages", "a1_align", "analysis_driver_proc"))
                .isEqualTo("a3");
    }

    @Test
    void aChangeOfAnythingElseTouchesNobody() {
        String etag = text("run_elements", "e9", "_etag");
        records.patch("samples", "Q7S1", "{\"species_name\": \"Apis mellifera\", \"sample_id\": \"Q7S1\"}");
        assertThat(text("run_elements", "e9", "_etag")).isEqualTo(etag);
        assertThat(records.one("samples", "Q7S1").getOrDefault("user_sample_id", BsonNull.VALUE))
                .isEqualTo(BsonNull.VALUE);
    }
}

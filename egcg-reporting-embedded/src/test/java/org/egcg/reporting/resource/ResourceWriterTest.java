package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.error.ReportingException.EtagRequired;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourceWriterTest {

    private final TestStore store = new TestStore();
    private Reporting reporting;
    private Records records;

    @BeforeEach
    void open() {
        reporting = store.reporting();
        records = new Records(reporting);
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    @Test
    void aNewDocumentHasDefaultsEtagAndEqualTimes() {
        records.post("samples", "{\"sample_id\": \"s1\", \"project_id\": \"p1\"}");

        BsonDocument sample = records.one("samples", "s1");
        assertThat(sample.getString("reviewed").getValue()).isEqualTo("not reviewed");
        assertThat(sample.getString("_etag").getValue()).matches("[0-9a-f]{40}");
        assertThat(sample.get("_created")).isEqualTo(sample.get("_updated"));
        assertThat(sample).doesNotContainKey("_revision");
    }

    @Test
    void ofABatchWithOneBadDocumentNothingIsStored() {
        Written refused =
                records.post("samples", "[{\"sample_id\": \"s1\", \"project_id\": \"p1\"}, {\"sample_id\": \"s2\"}]");

        assertThat(refused).isInstanceOf(Written.InsertRefused.class);
        assertThat(records.matching("samples", "s1")).isEmpty();
    }

    @Test
    void aPatchMergesObjectsAndChangesTheEtag() {
        records.post("samples", "{\"sample_id\": \"s1\", \"project_id\": \"p1\", \"coverage.mean\": 3}");
        Receipt before = records.receipt("samples", "s1");

        records.patch("samples", "s1", "{\"coverage\": {\"bases_at_coverage\": {\"bases_at_30X\": 3}}}");

        Receipt after = records.receipt("samples", "s1");
        assertThat(after.document().get("coverage"))
                .isEqualTo(JsonReader.read("{\"mean\": 3.0, \"bases_at_coverage\": {\"bases_at_30X\": 3}}"));
        assertThat(after.etag()).isNotEqualTo(before.etag());
    }

    @Test
    void reaggregationLeavesEtagAndUpdatedAlone() {
        records.post("runs", "{\"run_id\": \"r1\"}");
        Receipt before = records.receipt("runs", "r1");

        records.post("run_elements", element("e1", "r1", 1));

        Receipt after = records.receipt("runs", "r1");
        assertThat(after.etag()).isEqualTo(before.etag());
        assertThat(after.document().get("_updated")).isEqualTo(before.document().get("_updated"));
        assertThat(records.aggregated("runs", "r1").get("total_reads")).isEqualTo(new BsonInt64(100));
    }

    @Test
    void whoReadAnOlderVersionMayNotWrite() {
        records.post("runs", "{\"run_id\": \"r1\"}");
        Receipt read = records.receipt("runs", "r1");
        records.patch(read, "{}");

        assertThatThrownBy(() -> records.patch(read, "{}")).isInstanceOf(EtagMismatch.class);
        assertThatThrownBy(
                        () -> reporting.writer().patch(read.schema(), read.id(), Optional.empty(), new BsonDocument()))
                .isInstanceOf(EtagRequired.class);
        assertThatThrownBy(() ->
                        reporting.writer().patch(read.schema(), new ObjectId(), Optional.empty(), new BsonDocument()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aReplacedDocumentKeepsItsIdentityAndItsNumbers() {
        records.post("runs", "{\"run_id\": \"r1\", \"number_of_lanes\": 8}");
        records.post("run_elements", element("e1", "r1", 1));
        BsonDocument before = records.one("runs", "r1");

        records.put("runs", "r1", "{\"run_id\": \"r1\"}");

        BsonDocument after = records.one("runs", "r1");
        assertThat(after).doesNotContainKey("number_of_lanes");
        assertThat(after.get("_id")).isEqualTo(before.get("_id"));
        assertThat(after.get("aggregated")).isEqualTo(before.get("aggregated"));
    }

    @Test
    void aMovedElementLeavesItsOldParentAndEntersItsNew() {
        records.post("runs", "[{\"run_id\": \"r1\"}, {\"run_id\": \"r2\"}]");
        records.post("run_elements", "[" + element("e1", "r1", 1) + "," + element("e2", "r1", 1) + "]");

        records.patch("run_elements", "e1", "{\"run_id\": \"r2\"}");

        assertThat(records.aggregated("runs", "r1").get("total_reads")).isEqualTo(new BsonInt64(100));
        assertThat(records.aggregated("runs", "r2").get("total_reads")).isEqualTo(new BsonInt64(100));
    }

    @Test
    void aDeletedElementIsNoLongerCounted() {
        records.post("runs", "{\"run_id\": \"r1\"}");
        records.post("run_elements", "[" + element("e1", "r1", 1) + "," + element("e2", "r1", 1) + "]");

        records.delete("run_elements", "e1");
        assertThat(records.aggregated("runs", "r1").get("total_reads")).isEqualTo(new BsonInt64(100));

        records.deleteAll("run_elements");
        assertThat(records.aggregated("runs", "r1").get("total_reads")).isEqualTo(BsonNull.VALUE);
        assertThatThrownBy(() -> records.deleteAll("run_elements")).isInstanceOf(NotFound.class);
    }

    @Test
    void aSampleThatArrivesLateCountsWhatIsThere() {
        records.post("run_elements", element("e1", "r1", 1));

        records.post("samples", "{\"sample_id\": \"s1\", \"project_id\": \"p1\"}");
        records.post("projects", "{\"project_id\": \"p1\"}");

        assertThat(records.aggregated("samples", "s1").getDocument("from_all_run_elements"))
                .containsKey("bam_file_reads");
        assertThat(records.aggregated("projects", "p1").get("samples"))
                .isEqualTo(new BsonArray(java.util.List.of(new BsonString("s1"))));
    }

    @Test
    void anIdentifierOfOnesOwnMayBeChosenOnce() {
        records.post("runs", "{\"run_id\": \"r1\", \"_id\": \"0123456789abcdef01234567\"}");

        assertThatThrownBy(() -> records.post("runs", "{\"run_id\": \"r2\", \"_id\": \"0123456789abcdef01234567\"}"))
                .isInstanceOf(Conflict.class);
        assertThat(records.matching("runs", "r2")).isEmpty();
    }

    @Test
    void aBodyWithoutADocumentIsNoInsertion() {
        for (String body : new String[] {"[]", "null", "false", "0", "\"\"", "5", "true"}) {
            assertThatThrownBy(() -> records.post("runs", body)).isInstanceOf(Malformed.class);
        }
        assertThat(records.post("runs", "\"ab\""))
                .isInstanceOfSatisfying(Written.InsertRefused.class, refused -> assertThat(refused.issues())
                        .hasSize(2));
    }

    private static String element(String id, String run, int lane) {
        return """
               {"run_element_id": "%s", "run_id": "%s", "lane": %d, "project_id": "p1", "library_id": "l1",
                "sample_id": "s1", "total_reads": 100, "useable": "yes"}""".formatted(id, run, lane);
    }
}

package org.egcg.reporting.aggregation.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LegacyReportsTest {

    private final TestStore store = new TestStore();
    private Reporting reporting;

    @BeforeEach
    void fill() {
        reporting = store.reporting();
        insert("projects", "[{\"project_id\": \"P1\"}, {\"project_id\": \"P2\"}]");
        insert("runs", "[{\"run_id\": \"R2\"}, {\"run_id\": \"R1\"}]");
        insert("samples", """
                [{"sample_id": "S1", "project_id": "P1", "library_id": "L2", "reviewed": "pass", "delivered": "yes",
                  "required_yield": 120000000000, "bam_file_reads": 200, "mapped_reads": 100,
                  "genotype_validation": {"no_call_chip": 1, "no_call_seq": 2, "mismatching_snps": 5},
                  "sex_validation": {"called": "female", "provided": "male"}},
                 {"sample_id": "S2", "project_id": "P1", "library_id": "L1", "reviewed": "genotype missing"}]""");
        insert("run_elements", """
                [{"run_element_id": "R1_1_AAAA", "run_id": "R1", "lane": 1, "project_id": "P1", "library_id": "L1",
                  "sample_id": "S1", "barcode": "AAAA", "useable": "yes", "reviewed": "pass",
                  "review_date": "02_03_2020_04:05:06",
                  "bases_r1": 1500, "bases_r2": 1400, "q30_bases_r1": 1400, "q30_bases_r2": 1300,
                  "clean_bases_r1": 1300, "clean_bases_r2": 1200, "clean_q30_bases_r1": 1200, "clean_q30_bases_r2": 1100,
                  "total_reads": 9190, "passing_filter_reads": 8451,
                  "adaptor_bases_removed_r1": 30, "adaptor_bases_removed_r2": 28,
                  "lane_pc_optical_dups": 0.1, "trim_r1": 149},
                 {"run_element_id": "R1_1_unknown", "run_id": "R1", "lane": 1, "project_id": "P1", "library_id": "L1",
                  "sample_id": "Undetermined", "barcode": "unknown",
                  "bases_r1": 100, "q30_bases_r1": 50, "total_reads": 500, "passing_filter_reads": 400},
                 {"run_element_id": "R1_1_CCCC", "run_id": "R1", "lane": 1, "project_id": "P1", "library_id": "L1",
                  "sample_id": "S1", "barcode": "CCCC", "useable": "no", "reviewed": "fail",
                  "bases_r1": 1600, "bases_r2": 1500, "q30_bases_r1": 1440, "q30_bases_r2": 1350,
                  "clean_bases_r1": 1400, "clean_bases_r2": 1300, "clean_q30_bases_r1": 1260, "clean_q30_bases_r2": 1170,
                  "total_reads": 9180, "passing_filter_reads": 8461,
                  "adaptor_bases_removed_r1": 32, "adaptor_bases_removed_r2": 34,
                  "lane_pc_optical_dups": 0.2, "trim_r1": 145}]""");
        insert("analysis_driver_procs", """
                [{"proc_id": "p1", "dataset_type": "run", "dataset_name": "R1", "status": "finished"},
                 {"proc_id": "p2", "dataset_type": "sample", "dataset_name": "S1", "status": "processing"}]""");
        touch("analysis_driver_procs");
    }

    /** A change gives every proc an internal revision, which nobody may see. */
    private void touch(String resource) {
        Schema schema = reporting.schema(resource);
        reporting.reader().find(schema, new BsonDocument()).forEach(document -> reporting
                .writer()
                .patch(
                        schema,
                        document.getObjectId("_id").getValue(),
                        Optional.of(document.getString("_etag").getValue()),
                        new BsonDocument("genome_used", new BsonString("hg38"))));
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    @Test
    void aLaneIsAGroupOfRunElementsUnknownBarcodesIncluded() {
        BsonDocument lane = only("run_elements_by_lane", Map.of());

        assertThat(lane.getDocument("_id")).isEqualTo(json("{\"run_id\": \"R1\", \"lane\": 1}"));
        assertThat(number(lane, "cv")).isCloseTo(0.6580932902911572, within(1e-12));
        assertThat(number(lane, "pc_q30")).isCloseTo(90.81967213114754, within(1e-10));
        assertThat(number(lane, "pc_adapter")).isCloseTo(2.0327868852459017, within(1e-10));
        assertThat(number(lane, "pc_pass_filter")).isCloseTo(91.74350821409645, within(1e-10));
        assertThat(number(lane, "yield_in_gb")).isCloseTo(6.1e-06, within(1e-15));
        assertThat(number(lane, "passing_filter_reads")).isEqualTo(17312);
        assertThat(number(lane, "avg_pf")).isCloseTo(17312 / 3.0, within(1e-9));
        assertThat(number(lane, "lane_pc_optical_dups")).isEqualTo(0.1);
        assertThat(lane.getArray("sample_ids")).containsExactlyInAnyOrder(text("S1"), text("Undetermined"));
        assertThat(lane.getArray("trim_r1")).hasSize(2);
        assertThat(lane.get("trim_r2")).isEqualTo(new BsonArray());
        assertThat(lane.keySet())
                .containsExactlyInAnyOrder(
                        "_id",
                        "run_id",
                        "lane_number",
                        "sample_ids",
                        "useable_statuses",
                        "review_statuses",
                        "tiles_filtered",
                        "trim_r1",
                        "trim_r2",
                        "passing_filter_reads",
                        "pc_pass_filter",
                        "yield_in_gb",
                        "yield_q30_in_gb",
                        "clean_yield_in_gb",
                        "clean_yield_q30_in_gb",
                        "pc_q30",
                        "clean_pc_q30",
                        "pc_q30_r1",
                        "pc_q30_r2",
                        "clean_pc_q30_r1",
                        "clean_pc_q30_r2",
                        "pc_adapter",
                        "stdev_pf",
                        "avg_pf",
                        "cv",
                        "lane_pc_optical_dups");
    }

    @Test
    void aRunElementHasNullWhereOneReadIsMissing() {
        BsonDocument unknown = only("run_elements", Map.of("match", "{\"barcode\": \"unknown\"}"));

        assertThat(number(unknown, "pc_q30_r1")).isEqualTo(50);
        assertThat(unknown.get("pc_q30")).isEqualTo(BsonNull.VALUE);
        assertThat(unknown.get("review_date")).isEqualTo(BsonNull.VALUE);
        assertThat(unknown.getDocument("_id").getString("$oid").getValue()).matches("[0-9a-f]{24}");
        assertThat(only("run_elements", Map.of("match", "{\"barcode\": \"AAAA\"}"))
                        .get("review_date"))
                .isEqualTo(text("02_03_2020_04:05:06"));
    }

    @Test
    void aRunSumsItsRunElementsAndHasZeroWhereThereAreNone() {
        List<BsonDocument> runs = answer("all_runs", Map.of());

        assertThat(runs).extracting(run -> run.get("_id")).containsExactly(text("R1"), text("R2"));
        BsonDocument run = runs.get(0);
        assertThat(number(run, "pc_q30")).isCloseTo(90.81967213114754, within(1e-10));
        assertThat(run.getArray("review_statuses"))
                .containsExactlyInAnyOrder(text("pass"), text("fail"), text("not reviewed"));
        assertThat(run.getArray("trim_r1")).hasSize(2);
        assertThat(run.get("proc_status")).isEqualTo(text("finished"));
        assertThat(run.getDocument("most_recent_proc"))
                .containsKeys("proc_id", "_created")
                .doesNotContainKey("_revision");
        assertThat(run.getDocument("most_recent_proc").getDocument("_created")).containsKey("$date");
        BsonDocument empty = runs.get(1);
        assertThat(number(empty, "pc_q30")).isZero();
        assertThat(number(empty, "yield_in_gb")).isZero();
        assertThat(empty.get("project_ids")).isEqualTo(new BsonArray());
        assertThat(empty.get("most_recent_proc")).isEqualTo(BsonNull.VALUE);
        assertThat(empty).doesNotContainKeys("proc_status", "pc_pass_filter", "bases_r1");
    }

    @Test
    void aSampleSumsItsUseableRunElements() {
        List<BsonDocument> samples = answer("samples", Map.of("sort", "sample_id"));

        BsonDocument sample = samples.get(0);
        assertThat(number(sample, "required_yield")).isEqualTo(120);
        assertThat(number(sample, "clean_pc_q30")).isCloseTo(92.0, within(1e-10));
        assertThat(number(sample, "clean_yield_q30")).isCloseTo(2.3e-06, within(1e-15));
        assertThat(sample.getArray("run_elements")).containsExactly(text("R1_1_AAAA"));
        assertThat(sample.getArray("all_run_ids")).containsExactly(text("R1"));
        assertThat(sample.get("genotype_match")).isEqualTo(text("Match"));
        assertThat(sample.get("gender_match")).isEqualTo(text("Mismatch"));
        assertThat(sample.get("proc_status")).isEqualTo(text("processing"));
        BsonDocument other = samples.get(1);
        assertThat(other.get("genotype_match")).isEqualTo(BsonNull.VALUE);
        assertThat(other.get("gender_match")).isEqualTo(BsonNull.VALUE);
        assertThat(other.getArray("run_elements")).isEmpty();
        assertThat(other).doesNotContainKey("proc_status");
    }

    @Test
    void aProjectCountsItsSamplesByWhatBecameOfThem() {
        List<BsonDocument> projects = answer("projects", Map.of());

        assertThat(projects.get(0).get("project_id")).isEqualTo(text("P1"));
        assertThat(number(projects.get(0), "nb_samples")).isEqualTo(2);
        assertThat(number(projects.get(0), "nb_samples_reviewed")).isEqualTo(1);
        assertThat(number(projects.get(0), "nb_samples_delivered")).isEqualTo(1);
        assertThat(projects.get(0).getString("_created").getValue())
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(ObjectId.isValid(
                        projects.get(0).getDocument("_id").getString("$oid").getValue()))
                .isTrue();
        assertThat(number(projects.get(1), "nb_samples")).isZero();
    }

    @Test
    void conditionsOnStoredAndOnComputedFieldsAreAskedInTheirPlaces() {
        assertThat(answer("all_runs", Map.of("match", "{\"pc_q30\": {\"$gt\": 50}}")))
                .hasSize(1);
        assertThat(answer("all_runs", Map.of("match", "{\"pc_q30\": {\"$gt\": 95}}")))
                .isEmpty();
        assertThat(answer("all_runs", Map.of("match", "{\"run_id\": \"R2\", \"proc_status\": null}")))
                .hasSize(1);
        assertThat(answer("all_runs", Map.of("match", "{\"proc_status\": \"finished\", \"no_such_field\": 3}")))
                .hasSize(1);
        assertThat(answer("run_elements_by_lane", Map.of("match", "{\"barcode\": {\"$ne\": \"unknown\"}}")))
                .singleElement()
                .satisfies(
                        lane -> assertThat(number(lane, "passing_filter_reads")).isEqualTo(16912));
        assertThat(answer(
                        "run_elements",
                        Map.of("match", "{\"$or\": [{\"pc_q30\": null}, {\"pc_q30_r1\": {\"$gt\": 93}}]}")))
                .hasSize(2);
        assertThat(answer("run_elements", Map.of("match", "{\"review_date\": {\"$gt\": \"01_01_2020_00:00:00\"}}")))
                .hasSize(1);
    }

    @Test
    void anOrderByAComputedFieldHolds() {
        assertThat(answer("run_elements", Map.of("sort", "-pc_q30_r1")))
                .extracting(element -> element.getString("barcode").getValue())
                .containsExactly("AAAA", "CCCC", "unknown");
        assertThat(answer("run_elements", Map.of("sort", "-barcode")))
                .extracting(element -> element.getString("barcode").getValue())
                .containsExactly("unknown", "CCCC", "AAAA");
    }

    @Test
    void aPartIsAskedForByPageAndSizeTogether() {
        try (LegacyDocuments page = reporting
                .databaseReports()
                .answer("run_elements", Map.of("page", "2", "max_results", "2"))
                .orElseThrow()) {
            assertThat(page.total()).isEqualTo(3);
            assertThat(page.page()).hasValue(2);
            assertThat(page.list()).hasSize(1);
        }
        assertThat(answer("run_elements", Map.of("page", "2"))).hasSize(3);
        assertThat(answer("run_elements", Map.of("page", "0", "max_results", "1")))
                .hasSize(3);
        try (LegacyDocuments page = reporting
                .databaseReports()
                .answer("all_runs", Map.of("page", "1", "max_results", "1", "match", "{\"pc_q30\": 0}"))
                .orElseThrow()) {
            assertThat(page.total()).isEqualTo(1);
            assertThat(page.next().get("run_id")).isEqualTo(text("R2"));
        }
    }

    @Test
    void whatCannotBeUnderstoodIsRefused() {
        for (Map<String, String> wrong : List.of(
                Map.of("match", "{"),
                Map.of("match", "[]"),
                Map.of("match", "{\"$or\": []}"),
                Map.of("match", "{\"run_id\": {\"$where\": \"1\"}}"),
                Map.of("match", "{\"run_id\": {\"$regex\": \"^(a+)+$\"}}"),
                Map.of("page", "x"),
                Map.of("page", "-1", "max_results", "3"))) {
            assertThatThrownBy(() -> answer("all_runs", wrong))
                    .as("%s", wrong)
                    .isInstanceOf(ReportingException.Malformed.class);
        }
        assertThat(reporting.databaseReports().answer("lanes", Map.of())).isEmpty();
    }

    private BsonDocument only(String report, Map<String, String> arguments) {
        List<BsonDocument> all = answer(report, arguments);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private List<BsonDocument> answer(String report, Map<String, String> arguments) {
        return reporting
                .databaseReports()
                .answer(report, arguments)
                .orElseThrow()
                .list();
    }

    private void insert(String resource, String body) {
        assertThat(reporting.writer().insert(reporting.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }

    private static double number(BsonDocument document, String field) {
        return document.getNumber(field).doubleValue();
    }

    private static BsonValue text(String text) {
        return new BsonString(text);
    }

    private static BsonDocument json(String text) {
        return JsonReader.read(text).asDocument();
    }
}

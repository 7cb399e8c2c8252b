package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.WhereText;
import org.egcg.reporting.resource.Receipt;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The numbers that the metrics' definitions promise, through a store and back. */
class WorkedExamplesTest {

    private static final String KNOWN = """
            [{"run_element_id": "R1_1_AAAA", "run_id": "R1", "lane": 1, "project_id": "P1", "library_id": "L1",
              "sample_id": "S1", "barcode": "AAAA", "useable": "yes", "reviewed": "pass",
              "bases_r1": 1500, "bases_r2": 1400, "q30_bases_r1": 1400, "q30_bases_r2": 1300,
              "clean_bases_r1": 1300, "clean_bases_r2": 1200, "clean_q30_bases_r1": 1200, "clean_q30_bases_r2": 1100,
              "total_reads": 9190, "passing_filter_reads": 8451, "clean_reads": 8000, "phix_reads": 13,
              "adaptor_bases_removed_r1": 30, "adaptor_bases_removed_r2": 28,
              "mapping_metrics": {"bam_file_reads": 8420, "mapped_reads": 8200, "duplicate_reads": 1000,
                "picard_dup_reads": 1010, "picard_opt_dup_reads": 500, "picard_est_lib_size": 10000,
                "mean_insert_size": 450.2},
              "coverage": {"mean": 2.6}, "gc_bias": {"slope": 0.01, "mean_deviation": 0.1},
              "lane_pc_optical_dups": 0.1, "trim_r1": 149},
             {"run_element_id": "R1_1_unknown", "run_id": "R1", "lane": 1, "project_id": "P1", "library_id": "L1",
              "sample_id": "Undetermined", "barcode": "unknown",
              "bases_r1": 100, "q30_bases_r1": 50, "total_reads": 500, "passing_filter_reads": 400},
             {"run_element_id": "R1_1_CCCC", "run_id": "R1", "lane": 1, "project_id": "P1", "library_id": "L1",
              "sample_id": "S1", "barcode": "CCCC", "useable": "no", "reviewed": "fail",
              "bases_r1": 1600, "bases_r2": 1500, "q30_bases_r1": 1440, "q30_bases_r2": 1350,
              "clean_bases_r1": 1400, "clean_bases_r2": 1300, "clean_q30_bases_r1": 1260, "clean_q30_bases_r2": 1170,
              "total_reads": 9180, "passing_filter_reads": 8461, "clean_reads": 8100, "phix_reads": 0,
              "adaptor_bases_removed_r1": 32, "adaptor_bases_removed_r2": 34,
              "mapping_metrics": {"bam_file_reads": 8620, "mapped_reads": 8300, "duplicate_reads": 1100,
                "picard_dup_reads": 1110, "picard_opt_dup_reads": 600, "picard_est_lib_size": 10001,
                "mean_insert_size": 300.5},
              "coverage": {"mean": 2.4}, "gc_bias": {"slope": 0.012, "mean_deviation": 0.12},
              "lane_pc_optical_dups": 0.2, "trim_r1": 145}]
            """;

    private final TestStore store = new TestStore();
    private Reporting reporting;

    @BeforeEach
    void open() {
        reporting = store.reporting();
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    @Test
    void aRunElementHasItsOwnPercentages() {
        insert("run_elements", KNOWN);

        assertThat(numbers("run_elements", "run_element_id", "R1_1_AAAA")).containsAllEntriesOf(json("""
                        {"pc_pass_filter": 91.95865070729053, "pc_phix": 0.1538279493551059,
                         "pc_q30_r1": 93.33333333333333, "pc_q30_r2": 92.85714285714286, "pc_q30": 93.10344827586206,
                         "yield_in_gb": 2.9e-06, "clean_pc_q30": 92.0, "pc_adaptor": 2.0,
                         "pc_mapped_reads": 97.38717339667458, "pc_duplicate_reads": 11.87648456057007,
                         "pc_opt_duplicate_reads": 5.938242280285035}"""));
    }

    @Test
    void aSingleReadCountsForItself() {
        insert("run_elements", KNOWN);

        BsonDocument numbers = numbers("run_elements", "run_element_id", "R1_1_unknown");
        BsonDocument expected = json("""
                {"pc_pass_filter": 80.0, "pc_q30_r1": 50.0, "pc_q30": 50.0, "yield_in_gb": 1e-07, "yield_q30_in_gb": 5e-08}""");
        assertThat(numbers).hasSize(18).containsAllEntriesOf(expected);
        numbers.keySet().removeAll(expected.keySet());
        assertThat(numbers.values()).containsOnly(BsonNull.VALUE);
    }

    @Test
    void aThirdReadCountsToo() {
        insert("lanes", "{\"lane_id\": \"R2_1\", \"run_id\": \"R2\", \"lane_number\": 1}");
        insert("run_elements", """
                {"run_element_id": "R2_1_A", "run_id": "R2", "lane": 1, "project_id": "P", "library_id": "L",
                 "sample_id": "S", "bases_r1": 100, "q30_bases_r1": 90, "bases_r2": 20, "q30_bases_r2": 20,
                 "bases_r3": 80, "q30_bases_r3": 40, "adaptor_bases_removed_r1": 1, "adaptor_bases_removed_r2": 1,
                 "adaptor_bases_removed_r3": 2}""");
        BsonDocument expected =
                json("{\"pc_q30\": 75.0, \"pc_q30_r3\": 50.0, \"yield_in_gb\": 2e-07, \"pc_adaptor\": 2.0}");
        assertThat(numbers("run_elements", "run_element_id", "R2_1_A")).containsAllEntriesOf(expected);
        assertThat(numbers("lanes", "lane_id", "R2_1")).containsAllEntriesOf(expected);
    }

    @Test
    void aReadWhoseQualityIsNotKnownLeavesTheWholeUnknown() {
        insert("run_elements", """
                {"run_element_id": "R2_1_A", "run_id": "R2", "lane": 1, "project_id": "P", "library_id": "L",
                 "sample_id": "S", "bases_r1": 100, "q30_bases_r1": 90, "bases_r2": 20}""");
        BsonDocument numbers = numbers("run_elements", "run_element_id", "R2_1_A");
        assertThat(numbers.get("pc_q30")).isEqualTo(BsonNull.VALUE);
        assertThat(numbers).containsAllEntriesOf(json("{\"yield_in_gb\": 1.2e-07}"));
    }

    @Test
    void readsOfNoSampleAreAShareOfAllThatPass() {
        insert("lanes", "{\"lane_id\": \"R1_1\", \"run_id\": \"R1\", \"lane_number\": 1}");
        insert("lanes", "{\"lane_id\": \"R1_2\", \"run_id\": \"R1\", \"lane_number\": 2}");
        insert("runs", "{\"run_id\": \"R1\"}");
        insert("run_elements", KNOWN);
        BsonDocument expected = json("{\"pc_undetermined\": 2.310536044362292}");
        assertThat(numbers("lanes", "lane_id", "R1_1")).containsAllEntriesOf(expected);
        assertThat(numbers("runs", "run_id", "R1")).containsAllEntriesOf(expected);
        assertThat(numbers("lanes", "lane_id", "R1_2").get("pc_undetermined")).isEqualTo(BsonNull.VALUE);
    }

    @Test
    void aLaneSumsAllReadsAndComparesOnlyKnownBarcodes() {
        insert("lanes", "{\"lane_id\": \"R1_1\", \"run_id\": \"R1\", \"lane_number\": 1}");
        insert("run_elements", KNOWN);

        assertThat(numbers("lanes", "lane_id", "R1_1")).containsAllEntriesOf(json("""
                        {"bases_r1": 3200, "bases_r2": 2900, "yield_in_gb": 6.1e-06, "pc_q30": 90.81967213114754,
                         "pc_pass_filter": 91.74350821409645, "pc_phix": 0.07509242144177448,
                         "pc_adaptor": 2.0327868852459017, "pc_duplicate_reads": 12.323943661971832,
                         "pc_opt_duplicate_reads": 6.455399061032864, "cv": 0.0008362189938346116,
                         "sample_ids": ["S1", "Undetermined"], "review_statuses": ["fail", "pass"],
                         "useable_statuses": ["no", "yes"], "trim_r1": [145, 149], "trim_r2": [],
                         "lane_pc_optical_dups": 0.1}"""));
    }

    @Test
    void aSampleCountsUseableElementsAndAllOfThemApart() {
        insert("run_elements", KNOWN);
        insert("samples", sample());

        assertThat(numbers("samples", "sample_id", "S1")).containsAllEntriesOf(json("""
                        {"yield_in_gb": 2.9e-06, "run_ids": ["R1"], "genotype_match": "Match",
                         "sex_match": "Mismatch", "pc_mapped_reads": 99.9252615844544,
                         "pc_properly_mapped_reads": 99.85052316890882, "pc_duplicate_reads": 7.473841554559043,
                         "matching_species": ["Gallus gallus", "Homo sapiens"],
                         "coverage_at_5X": 96.66666666666667, "coverage_at_15X": 66.66666666666666}"""));
        assertThat(numbers("samples", "sample_id", "S1").getDocument("from_run_elements"))
                .containsAllEntriesOf(json("""
                        {"useable_run_elements": ["R1_1_AAAA"], "mean_coverage": 2.6,
                         "pc_mapped_reads": 97.38717339667458}"""));
        assertThat(numbers("samples", "sample_id", "S1").getDocument("from_all_run_elements"))
                .containsAllEntriesOf(json("""
                        {"bam_file_reads": 17040, "duplicate_reads": 2100,
                         "gc_bias": {"mean_deviation": 0.11, "slope": 0.011}, "mean_insert_size": 375.35,
                         "picard_est_lib_size": 10000.5, "pc_adaptor": 2.0666666666666664,
                         "pc_duplicate_reads": 12.323943661971832, "pc_opt_duplicate_reads": 6.455399061032864}"""));
    }

    private static String sample() {
        return """
               {"sample_id": "S1", "project_id": "P1", "bam_file_reads": 1338, "mapped_reads": 1337,
                "properly_mapped_reads": 1336, "duplicate_reads": 100,
                "genotype_validation": {"no_call_chip": 1, "no_call_seq": 2, "mismatching_snps": 5},
                "sex_validation": {"called": "female", "provided": "male"},
                "species_contamination": {"contaminant_unique_mapped":
                  {"Homo sapiens": 501, "Bos taurus": 500, "Gallus gallus": 9000}},
                "coverage": {"genome_size": 3000, "bases_at_coverage": {"bases_at_5X": 2900, "bases_at_15X": 2000}}}""";
    }

    @Test
    void makingARunElementUseableMovesItsSampleLaneAndRun() {
        insert("runs", "{\"run_id\": \"R1\"}");
        insert("lanes", "{\"lane_id\": \"R1_1\", \"run_id\": \"R1\", \"lane_number\": 1}");
        insert("samples", sample());
        insert("run_elements", KNOWN);

        patch("run_elements", "run_element_id", "R1_1_CCCC", "{\"useable\": \"yes\"}");

        BsonDocument sample = numbers("samples", "sample_id", "S1");
        assertThat(sample).containsAllEntriesOf(json("{\"bases_r1\": 3100, \"yield_in_gb\": 6e-06}"));
        assertThat(sample.getDocument("from_run_elements")).containsAllEntriesOf(json("""
                        {"mean_coverage": 5.0, "bam_file_reads": 17040, "pc_mapped_reads": 96.83098591549296}"""));
        assertThat(numbers("lanes", "lane_id", "R1_1").get("useable_statuses")).isEqualTo(texts("yes"));
        assertThat(numbers("runs", "run_id", "R1").get("useable_statuses")).isEqualTo(texts("yes"));
    }

    @Test
    void aProjectListsItsSamplesByWhatBecameOfThem() {
        insert("projects", "{\"project_id\": \"P1\"}");
        insert("samples", """
                [{"sample_id": "S1", "project_id": "P1", "reviewed": "pass", "delivered": "no"},
                 {"sample_id": "S2", "project_id": "P1", "delivered": "yes"},
                 {"sample_id": "S10", "project_id": "P1", "reviewed": "fail", "delivered": "yes"}]""");

        BsonDocument expected = json("""
                {"samples": ["S1", "S10", "S2"], "samples_reviewed": ["S1", "S10"],
                 "samples_delivered": ["S10", "S2"]}""");
        expected.append("most_recent_proc", BsonNull.VALUE);
        assertThat(numbers("projects", "project_id", "P1")).isEqualTo(expected);
    }

    @Test
    void aProjectShowsItsOwnMostRecentProcNotThatOfASample() {
        insert("projects", "{\"project_id\": \"P1\"}");
        insert("samples", "{\"sample_id\": \"S1\", \"project_id\": \"P1\"}");
        insert("analysis_driver_procs", """
                [{"proc_id": "p1", "dataset_type": "project", "dataset_name": "P1"},
                 {"proc_id": "p0", "dataset_type": "project", "dataset_name": "P1"},
                 {"proc_id": "p2", "dataset_type": "sample", "dataset_name": "S1"}]""");
        created("p1", 2020);
        created("p0", 2019);
        created("p2", 2021);
        patch("projects", "project_id", "P1", "{}");

        assertThat(numbers("projects", "project_id", "P1").getDocument("most_recent_proc"))
                .isEqualTo(one("analysis_driver_procs", "proc_id", "p1"));
    }

    private void created(String proc, int year) {
        try (MongoClient store = MongoClients.create(this.store.uri())) {
            store.getDatabase(this.store.database())
                    .getCollection("analysis_driver_procs")
                    .updateOne(
                            Filters.eq("proc_id", proc),
                            Updates.set("_created", Date.from(Instant.parse(year + "-01-01T00:00:00Z"))));
        }
    }

    @Test
    void theMostRecentProcIsTheOneCreatedLastWhateverTheOrder() {
        BsonDocument entity = json("""
                {"procs": [{"proc_id": "p1"}, {"proc_id": "p0"}, {"proc_id": "p2"}]}""");
        List<Long> created = List.of(1577836800000L, 1546300800000L, 1577836800000L);
        for (int i = 0; i < created.size(); i++) {
            entity.getArray("procs").get(i).asDocument().append("_created", new org.bson.BsonDateTime(created.get(i)));
        }

        assertThat(Expressions.mostRecent("procs")
                        .of(entity)
                        .asDocument()
                        .getString("proc_id")
                        .getValue())
                .isEqualTo("p2");
    }

    @Test
    void aSpeciesKnowsTheYieldToAskFor() {
        Relations relations =
                Relations.packaged(new YieldTable(List.of(1, 2, 4, 5, 10, 20), Map.of(5, 4, 10, 8, 20, 16, 40, 32)));
        Relation species = relations.of("species").orElseThrow();

        assertThat(species.aggregate(json("{\"approximate_genome_size\": 2100.6}")))
                .isEqualTo(json("""
                        {"required_yield": {"1X": 5, "2X": 5, "4X": 10, "5X": 20, "10X": 40, "20X": null},
                         "required_yield_q30": {"1X": 4, "2X": 4, "4X": 8, "5X": 16, "10X": 32, "20X": null}}"""));
        assertThat(species.aggregate(json("{\"approximate_genome_size\": 0.0}"))
                        .getDocument("required_yield")
                        .values())
                .containsOnly(new org.bson.BsonInt64(5));
        assertThat(species.aggregate(new BsonDocument()))
                .isEqualTo(json("{\"required_yield\": null, \"required_yield_q30\": null}"));
    }

    @Test
    void anEmptyRunAndAnEmptyLaneHaveEveryFieldAndNoNumber() {
        insert("runs", "{\"run_id\": \"R1\"}");
        insert("lanes", "{\"lane_id\": \"R1_1\", \"run_id\": \"R1\", \"lane_number\": 1}");

        BsonDocument run = numbers("runs", "run_id", "R1");
        assertThat(run.keySet())
                .filteredOn(field -> run.isArray(field))
                .containsExactlyInAnyOrder(
                        "project_ids", "review_statuses", "useable_statuses", "tiles_filtered", "trim_r1", "trim_r2");
        assertThat(run.values()).allMatch(value -> value.isNull() || value.equals(new BsonArray()));
        assertThat(numbers("lanes", "lane_id", "R1_1")).containsAllEntriesOf(json("{\"cv\": 0, \"sample_ids\": []}"));
    }

    @Test
    void theVariationOfFewerThanTwoValuesIsZero() {
        assertThat(cv(10, 20, 30)).isEqualTo(json("{\"v\": 0.5}").get("v"));
        assertThat(cv(1, 3)).isEqualTo(json("{\"v\": 0.7071067811865476}").get("v"));
        assertThat(cv(7)).isEqualTo(json("{\"v\": 0}").get("v"));
        assertThat(cv()).isEqualTo(json("{\"v\": 0}").get("v"));
        assertThat(cv(0, 0)).isEqualTo(BsonNull.VALUE);
    }

    private static BsonValue cv(int... values) {
        BsonArray members = new BsonArray();
        for (int value : values) {
            members.add(json("{\"v\": " + value + "}"));
        }
        return Expressions.coefficientOfVariation(Each.each("m.v")).of(new BsonDocument("m", members));
    }

    @Test
    void aSetIsDistinctAndAscendsByCodePoint() {
        assertThat(Expressions.set("m.v").of(json("{\"m\": [{\"v\": 3}, {\"v\": null}, {\"v\": 1}, {\"v\": 3}]}")))
                .isEqualTo(json("{\"v\": [1, 3]}").get("v"));
        assertThat(Expressions.set("m.v").of(json("""
                                {"m": [{"v": "b"}, {"v": "a2"}, {"v": "Z"}, {"v": "a10"}, {"v": "A"}]}"""))).isEqualTo(texts("A", "Z", "a10", "a2", "b"));
    }

    @Test
    void textAmongNumbersLeavesASetEmptyAndASumNull() {
        BsonDocument entity = json("{\"m\": [{\"v\": 3}, {\"v\": \"x\"}]}");
        Relation relation = Relation.relation("things", "thing_id")
                .computes(List.of(
                        AggregatedField.field("set", Expressions.set("m.v")),
                        AggregatedField.field("sum", Expressions.total("m.v"))));

        assertThat(relation.aggregate(entity)).isEqualTo(json("{\"set\": [], \"sum\": null}"));
    }

    private void insert(String resource, String body) {
        assertThat(reporting.writer().insert(reporting.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }

    private void patch(String resource, String field, String value, String body) {
        Schema schema = reporting.schema(resource);
        Receipt stored = new Receipt(schema, one(resource, field, value));
        assertThat(reporting.writer().patch(schema, stored.id(), Optional.of(stored.etag()), JsonReader.read(body)))
                .isInstanceOf(Written.Changed.class);
    }

    private BsonDocument numbers(String resource, String field, String value) {
        BsonDocument numbers = new BsonDocument();
        numbers.putAll(one(resource, field, value).getDocument("aggregated"));
        return numbers;
    }

    private BsonDocument one(String resource, String field, String value) {
        ReadRequest request =
                ReadRequest.everything().matching(WhereText.parse("{\"" + field + "\": \"" + value + "\"}"));
        List<BsonDocument> found =
                reporting.reader().list(reporting.schema(resource), request).list();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static BsonDocument json(String text) {
        return JsonReader.read(text).asDocument();
    }

    private static BsonArray texts(String... values) {
        return Sorting.distinctText(List.of(values));
    }
}

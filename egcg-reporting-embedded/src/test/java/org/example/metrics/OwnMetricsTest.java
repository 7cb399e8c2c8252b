package org.example.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.egcg.reporting.aggregation.AggregatedField.field;
import static org.egcg.reporting.aggregation.Expressions.divide;
import static org.egcg.reporting.aggregation.Expressions.total;
import static org.egcg.reporting.aggregation.Expressions.value;
import static org.egcg.reporting.aggregation.Join.on;
import static org.egcg.reporting.aggregation.Relation.relation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.aggregation.Recomputation;
import org.egcg.reporting.aggregation.RecomputationProgress;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.WhereText;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An institute adds a field, a resource, a relation, metrics and a limit: some in files, some in Java. */
class OwnMetricsTest {

    private static final String SCHEMA = """
            resources:
              run_elements:
                fields:
                  spike_in_reads: integer
              flow_cells:
                item: flow_cell
                about: One flow cell, over all its runs.
                id field: flow_cell_id
                fields:
                  flow_cell_id: {type: string, required: true, unique: true}
                  supplier: string
              runs:
                fields:
                  flow_cell_id: string
            """;
    private static final String RELATIONS = """
            relations:
              run_elements:
                fields:
                  pc_spike_in: {formula: 'percentage(spike_in_reads, passing_filter_reads)', unit: '%', means: Mine.}
              lanes:
                fields:
                  spike_in_reads: {formula: sum(run_elements.spike_in_reads)}
                  pc_spike_in: {formula: 'percentage(aggregated.spike_in_reads, aggregated.passing_filter_reads)'}
              flow_cells:
                named by: flow_cell_id
                gathers:
                  runs: {by: {flow_cell_id: flow_cell_id}}
                fields:
                  yield_in_gb: {formula: sum(runs.aggregated.yield_in_gb)}
            """;
    private static final String LIMITS = """
            lane:
              aggregated.pc_spike_in: {name: Spike-in, value: 5, comparison: '<'}
            """;

    @TempDir
    private Path directory;

    private final TestStore store = new TestStore();
    private Reporting reporting;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(directory.resolve("schema.overlay.yaml"), SCHEMA);
        Files.writeString(directory.resolve("relations.overlay.yaml"), RELATIONS);
        Files.writeString(directory.resolve("review_thresholds.overlay.yaml"), LIMITS);
        reporting = opened();
    }

    private Reporting opened() {
        return Reporting.builder()
                .store(store.connect())
                .configuration(config())
                .relations(OwnMetricsTest::withReadLength)
                .open();
    }

    private ReportingConfig config() {
        return Configuration.load(
                Map.of("EGCG_DATA_DIR", directory.toString(), "EGCG_CONFIG_DIR", directory.toString()), directory);
    }

    private static Relations withReadLength(Relations relations) {
        return relations
                .with(relation("runs", "run_id")
                        .computes(
                                field(
                                        "mean_read_length",
                                        divide(value("aggregated.bases_r1"), total("run_elements.total_reads"))),
                                field("odd", entity -> entity.getDocument("aggregated")
                                        .get("mean_read_length"))))
                .with(relation("flow_cells", "flow_cell_id").gathers("used_in", "runs", on("flow_cell_id")));
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    @Test
    void itsMetricsAreStoredWithEachWrite() {
        insertRun();

        assertThat(aggregated("run_elements").get("pc_spike_in"))
                .isEqualTo(json("{\"v\": 10.0}").get("v"));
        assertThat(aggregated("lanes").get("pc_spike_in"))
                .isEqualTo(json("{\"v\": 10.0}").get("v"));
        assertThat(aggregated("runs").get("mean_read_length"))
                .isEqualTo(json("{\"v\": 30.0}").get("v"));
        assertThat(aggregated("runs").get("odd"))
                .isEqualTo(json("{\"v\": 30.0}").get("v"));
        assertThat(aggregated("flow_cells").get("yield_in_gb"))
                .isEqualTo(aggregated("runs").get("yield_in_gb"));
        assertThat(aggregated("runs").get("yield_in_gb").isDouble()).isTrue();
    }

    @Test
    void itsMetricsAreFilteredOn() {
        insertRun();

        assertThat(found("lanes", "{\"aggregated.pc_spike_in\": {\"$gt\": 9}}")).hasSize(1);
        assertThat(found("lanes", "{\"aggregated.pc_spike_in\": {\"$gt\": 10}}"))
                .isEmpty();
        assertThat(found("runs", "aggregated.mean_read_length == 30")).hasSize(1);
        assertThat(found("flow_cells", "aggregated.yield_in_gb > 0")).hasSize(1);
    }

    @Test
    void itsMetricsAreCheckedAndPutRight() {
        try (Reporting without = Reporting.builder()
                .store(store.connect())
                .configuration(config())
                .open()) {
            insertRun(without);
        }
        Recomputation recomputation = reporting.recomputation(1);

        assertThat(recomputation
                        .check(recomputation.everything(), RecomputationProgress.IGNORED, difference -> {})
                        .different())
                .isEqualTo(1);
        recomputation.repair(recomputation.everything(), RecomputationProgress.IGNORED);

        assertThat(aggregated("runs").get("mean_read_length"))
                .isEqualTo(json("{\"v\": 30.0}").get("v"));
    }

    @Test
    void itsLimitsDecideOnReviews() {
        insertRun();

        assertThat(reporting.actions().explain("lanes", "R_1").get(0).findings())
                .filteredOn(finding -> finding.threshold().name().equals("Spike-in"))
                .singleElement()
                .matches(finding -> !finding.passes(), "10 % of spike-in are more than 5 %");
    }

    @Test
    void itsResourceHasRelationsAndIndexes() {
        assertThat(reporting.relations().of("flow_cells")).isPresent();
        assertThat(Reporting.indexes(config()))
                .anyMatch(index ->
                        index.collection().equals("runs") && index.fields().equals(List.of("flow_cell_id")));
    }

    @Test
    void aMetricInJavaOnAFieldThatThereIsNotIsRefused() {
        Reporting.Builder builder = Reporting.builder()
                .store(store.connect())
                .configuration(config())
                .relations(relations ->
                        relations.with(relation("runs", "run_id").computes(field("mine", value("nowhere")))));

        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(builder::open)
                .withMessageContaining("relations.runs.fields.mine.formula: documents of runs have no field nowhere");
    }

    @Test
    void aLimitOnAMetricThatThereIsNotIsRefused() throws IOException {
        Files.writeString(
                directory.resolve("review_thresholds.overlay.yaml"),
                "lane: {aggregated.pc_spike_on: {value: 5, comparison: '<'}}");

        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(this::opened)
                .withMessageContaining("review_thresholds.overlay.yaml: lane.aggregated.pc_spike_on: nothing computes");
    }

    private void insertRun() {
        insertRun(reporting);
    }

    private static void insertRun(Reporting into) {
        insert(into, "flow_cells", "{\"flow_cell_id\": \"F1\", \"supplier\": \"S\"}");
        insert(into, "runs", "{\"run_id\": \"R\", \"flow_cell_id\": \"F1\"}");
        insert(into, "lanes", "{\"lane_id\": \"R_1\", \"run_id\": \"R\", \"lane_number\": 1}");
        insert(into, "run_elements", """
                {"run_element_id": "R_1_A", "run_id": "R", "lane": 1, "project_id": "P", "library_id": "L",
                 "sample_id": "S", "barcode": "A", "total_reads": 100, "passing_filter_reads": 50,
                 "spike_in_reads": 5, "bases_r1": 3000, "bases_r2": 3000}""");
    }

    private static void insert(Reporting into, String resource, String body) {
        assertThat(into.writer().insert(into.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }

    private BsonDocument aggregated(String resource) {
        return found(resource, "").get(0).getDocument("aggregated");
    }

    private List<BsonDocument> found(String resource, String where) {
        return reporting
                .reader()
                .list(reporting.schema(resource), ReadRequest.everything().matching(WhereText.parse(where)))
                .list();
    }

    private static BsonDocument json(String text) {
        return JsonReader.read(text).asDocument();
    }
}

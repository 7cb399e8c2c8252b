package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecomputationTest {

    private static final int RUN_ELEMENTS = 900;

    private final TestStore store = new TestStore();
    private final MongoClient client = MongoClients.create(store.uri());
    private final List<Difference> differences = new ArrayList<>();
    private Reporting reporting;
    private Recomputation recomputation;

    @BeforeEach
    void fill() {
        reporting = store.reporting();
        recomputation = reporting.recomputation(3);
        insert("runs", "{\"run_id\": \"R1\"}");
        insert("projects", "{\"project_id\": \"P1\"}");
        insert(
                "samples",
                "[{\"sample_id\": \"S1\", \"project_id\": \"P1\"}, {\"sample_id\": \"S2\", \"project_id\": \"P1\"}]");
        insert(
                "run_elements",
                IntStream.range(0, RUN_ELEMENTS)
                        .mapToObj(RecomputationTest::runElement)
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    private static String runElement(int number) {
        return """
               {"run_element_id": "R1_1_%d", "run_id": "R1", "lane": 1, "project_id": "P1", "library_id": "L1",
                "sample_id": "S%d", "barcode": "B%d", "useable": "yes", "bases_r1": %d, "bases_r2": 10}""".formatted(number, number % 2 + 1, number, number);
    }

    @AfterEach
    void close() {
        reporting.close();
        client.close();
        store.close();
    }

    @Test
    void aCheckOfRightNumbersReportsNothing() {
        RecomputationOutcome outcome = check(recomputation.everything());

        assertThat(outcome).isEqualTo(new RecomputationOutcome(RUN_ELEMENTS + 4, 0));
        assertThat(differences).isEmpty();
    }

    @Test
    void aCheckNamesTheCorruptedFieldAndChangesNothing() {
        corrupt(
                "samples",
                "{\"sample_id\": \"S2\"}",
                "{\"$set\": {\"aggregated.from_run_elements.mean_coverage\": 7}}");

        RecomputationOutcome outcome = check(recomputation.everything());
        check(recomputation.resource("samples"));
        check(recomputation.document("samples", "S2"));

        assertThat(outcome.different()).isEqualTo(1);
        assertThat(differences).hasSize(3).allSatisfy(difference -> {
            assertThat(difference.resource()).isEqualTo("samples");
            assertThat(difference.name()).isEqualTo("S2");
            assertThat(difference.field()).isEqualTo("from_run_elements.mean_coverage");
            assertThat(difference.stored().orElseThrow().asNumber().intValue()).isEqualTo(7);
            assertThat(difference.expected().orElseThrow().isNull()).isTrue();
        });
    }

    @Test
    void aMissingAndASurplusFieldAreReported() {
        corrupt("runs", "{}", "{\"$unset\": {\"aggregated.bases_r2\": 1}, \"$set\": {\"aggregated.pc_adapter\": 1}}");

        check(recomputation.resource("runs"));

        assertThat(differences).extracting(Difference::field).containsExactlyInAnyOrder("bases_r2", "pc_adapter");
        assertThat(differences)
                .filteredOn(difference -> difference.stored().isEmpty())
                .singleElement()
                .satisfies(missing -> assertThat(missing.expected()).contains(new BsonInt64(RUN_ELEMENTS * 10L)));
        assertThat(differences)
                .filteredOn(difference -> difference.expected().isEmpty())
                .hasSize(1);
    }

    @Test
    void aRepairPutsEverythingRightAndTellsHowMuchWasWrong() {
        corrupt("samples", "{\"sample_id\": \"S1\"}", "{\"$unset\": {\"aggregated\": 1}}");
        corrupt("run_elements", "{\"run_element_id\": \"R1_1_5\"}", "{\"$set\": {\"aggregated.yield_in_gb\": 3}}");

        RecomputationOutcome outcome = recomputation.repair(recomputation.everything(), RecomputationProgress.IGNORED);

        assertThat(outcome).isEqualTo(new RecomputationOutcome(RUN_ELEMENTS + 4, 2));
        assertThat(check(recomputation.everything()).different()).isZero();
    }

    @Test
    void aRepairLeavesEtagsAndTimesAlone() {
        BsonDocument before = document("samples", "S1");
        corrupt("samples", "{\"sample_id\": \"S1\"}", "{\"$set\": {\"aggregated.bases_r1\": 3}}");

        recomputation.repair(recomputation.document("samples", "S1"), RecomputationProgress.IGNORED);

        assertThat(document("samples", "S1")).isEqualTo(before);
    }

    @Test
    void anInterruptedRepairGoesOnWhereItWas() {
        corrupt("run_elements", "{\"run_element_id\": \"R1_1_1\"}", "{\"$set\": {\"aggregated.yield_in_gb\": 3}}");
        corrupt("run_elements", "{\"run_element_id\": \"R1_1_899\"}", "{\"$set\": {\"aggregated.yield_in_gb\": 3}}");
        assertThatThrownBy(() -> recomputation.repair(recomputation.everything(), (resource, done, total) -> {
                    if (done >= 400) {
                        throw new IllegalStateException("pulled the plug");
                    }
                }))
                .hasMessage("pulled the plug");
        List<Long> reached = new ArrayList<>();

        assertThat(recomputation.interrupted(recomputation.everything())).contains("run_elements, after 400");
        RecomputationOutcome rest = store.reporting()
                .recomputation(1)
                .repair(recomputation.everything(), (resource, done, total) -> reached.add(done));

        assertThat(rest.examined()).isEqualTo(500 + 4);
        assertThat(reached).startsWith(600L, 800L, 900L);
        assertThat(recomputation.interrupted(recomputation.everything())).isEmpty();
        assertThat(check(recomputation.everything()).different()).isZero();
    }

    @Test
    void anInterruptedRepairCanBeginAnew() {
        assertThatThrownBy(() -> recomputation.repair(recomputation.everything(), (resource, done, total) -> {
                    throw new IllegalStateException("pulled the plug");
                }))
                .hasMessage("pulled the plug");

        recomputation.restart(recomputation.everything());

        assertThat(recomputation.interrupted(recomputation.everything())).isEqualTo(Optional.empty());
        assertThat(recomputation
                        .repair(recomputation.everything(), RecomputationProgress.IGNORED)
                        .examined())
                .isEqualTo(RUN_ELEMENTS + 4);
    }

    @Test
    void whatAddsUpToNothingCannotBeRecomputed() {
        assertThatThrownBy(() -> recomputation.resource("actions")).isInstanceOf(ReportingException.NotFound.class);
    }

    private RecomputationOutcome check(RecomputationScope scope) {
        return recomputation.check(scope, RecomputationProgress.IGNORED, differences::add);
    }

    private void corrupt(String resource, String filter, String update) {
        assertThat(stored(resource)
                        .updateMany(BsonDocument.parse(filter), BsonDocument.parse(update))
                        .getModifiedCount())
                .isPositive();
    }

    private BsonDocument document(String resource, String sampleId) {
        BsonDocument found = stored(resource)
                .find(BsonDocument.parse("{\"sample_id\": \"" + sampleId + "\"}"))
                .first();
        found.remove("_revision");
        return found;
    }

    private MongoCollection<BsonDocument> stored(String resource) {
        return client.getDatabase(store.database()).getCollection(resource, BsonDocument.class);
    }

    private void insert(String resource, String body) {
        assertThat(reporting.writer().insert(reporting.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }
}

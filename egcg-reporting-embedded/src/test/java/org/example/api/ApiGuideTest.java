package org.example.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.egcg.reporting.aggregation.AggregatedField.field;
import static org.egcg.reporting.aggregation.Expressions.divide;
import static org.egcg.reporting.aggregation.Expressions.total;
import static org.egcg.reporting.aggregation.Expressions.value;
import static org.egcg.reporting.aggregation.Relation.relation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.aggregation.Recomputation;
import org.egcg.reporting.aggregation.RecomputationOutcome;
import org.egcg.reporting.aggregation.RecomputationProgress;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.query.Paging;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.query.Sort;
import org.egcg.reporting.query.WhereText;
import org.egcg.reporting.resource.Listing;
import org.egcg.reporting.resource.Receipt;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.review.Limit;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Threshold;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.security.ApiTokens;
import org.egcg.reporting.security.Authenticated;
import org.egcg.reporting.security.Authenticator;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Scopes;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/api.md} shows does what is said there; its examples are slices of this file. */
class ApiGuideTest {

    @TempDir
    private Path directory;

    private final TestStore stored = new TestStore();
    private final List<String> written = new ArrayList<>();
    private Reporting reporting;

    @BeforeEach
    void open() {
        ReportingConfig config = Configuration.load(Map.of("EGCG_DATA_DIR", directory.toString()), directory);
        reporting = opened(config, stored.connect());
        reporting.writer().whenWritten(news -> written.addAll(news.names()));
        insert("runs", "{\"run_id\": \"R\"}");
        insert("lanes", "{\"lane_id\": \"R_1\", \"run_id\": \"R\", \"lane_number\": 1}");
        insert("run_elements", """
                {"run_element_id": "R_1_A", "run_id": "R", "lane": 1, "project_id": "P", "library_id": "L",
                 "sample_id": "S", "barcode": "A", "total_reads": 100, "passing_filter_reads": 50,
                 "bases_r1": 3000, "bases_r2": 3000}""");
    }

    private static Reporting opened(ReportingConfig config, DocumentStore store) {
        return Reporting.builder()
                .configuration(config)
                .store(store)
                .relations(ApiGuideTest::withReadLength)
                .open();
    }

    private static Relations withReadLength(Relations relations) {
        return relations.with(relation("runs", "run_id")
                .computes(field(
                                "mean_read_length",
                                divide(value("aggregated.bases_r1"), total("run_elements.total_reads")))
                        .meaning("Bases of read 1 per read.")
                        .in("bases")));
    }

    private void insert(String resource, String body) {
        assertThat(reporting.writer().insert(reporting.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }

    @AfterEach
    void close() {
        reporting.close();
        stored.close();
    }

    @Test
    void whatIsReadIsAListWithATotal() {
        assertThat(lanesOf("R")).containsExactly("1 in all: R_1");
    }

    private List<String> lanesOf(String run) {
        List<String> lines = new ArrayList<>();
        ReadRequest request = ReadRequest.everything()
                .matching(WhereText.parse("run_id == \"" + run + "\""))
                .sorted(Sort.parse("-lane_number"))
                .page(new Paging(1, 100));
        try (Listing lanes = reporting.reader().list(reporting.schema("lanes"), request)) {
            lanes.forEachRemaining(lane -> lines.add(
                    lanes.total() + " in all: " + lane.getString("lane_id").getValue()));
        }
        return lines;
    }

    @Test
    void whatIsWrittenIsAReceiptOrIssues() {
        assertThat(outcome("{\"run_id\": \"R2\"}")).matches("stored as [0-9a-f]{24}");
        assertThat(outcome("{\"run_id\": \"R2\"}")).isEqualTo("refused: {\"run_id\": \"value 'R2' is not unique\"}");
    }

    private String outcome(String body) {
        Schema runs = reporting.schema("runs");
        Written outcome = reporting.writer().insert(runs, JsonReader.read(body));
        if (outcome instanceof Written.Inserted inserted) {
            return "stored as " + inserted.receipts().get(0).id();
        }
        if (outcome instanceof Written.InsertRefused refused) {
            return "refused: " + refused.issues().get(0).orElseThrow();
        }
        throw new IllegalStateException("an insertion has two outcomes");
    }

    @Test
    void aChangeNamesTheVersionThatWasRead() {
        Schema runs = reporting.schema("runs");
        BsonDocument run = reporting
                .reader()
                .find(runs, new BsonDocument("run_id", new org.bson.BsonString("R")))
                .get(0);
        ObjectId id = run.getObjectId("_id").getValue();
        Optional<String> etag = Optional.of(run.getString("_etag").getValue());

        BsonDocument change = BsonDocument.parse("{\"number_of_lanes\": 8}");
        Written changed = reporting.writer().patch(runs, id, etag, change);
        try {
            reporting.writer().patch(runs, id, etag, change);
        } catch (ReportingException.EtagMismatch older) {
            written.add("another write came first");
        }
        Receipt receipt = ((Written.Changed) changed).receipt();
        assertThat(receipt.document().getInt64("number_of_lanes").getValue()).isEqualTo(8);
        assertThat(written).containsExactly("R", "R_1", "R_1_A", "R", "another write came first");
    }

    @Test
    void whatIsComputedIsCheckedAndPutRight() {
        Recomputation recomputation = reporting.recomputation(2);
        RecomputationOutcome outcome = recomputation.check(
                recomputation.resource("runs"),
                RecomputationProgress.IGNORED,
                difference -> written.add(difference.name() + ": " + difference.field()));
        assertThat(outcome).isEqualTo(new RecomputationOutcome(1, 0));
        assertThat(reporting
                        .reader()
                        .list(reporting.schema("runs"), ReadRequest.everything())
                        .list()
                        .get(0)
                        .getDocument("aggregated")
                        .getDouble("mean_read_length")
                        .getValue())
                .isEqualTo(30);
    }

    @Test
    void aReviewExplainsItself() {
        assertThat(missed("R_1")).contains("Yield: 6e-06, and it should be > 120");
    }

    private List<String> missed(String lane) {
        List<String> missed = new ArrayList<>();
        for (Review review : reporting.actions().explain("lanes", lane)) {
            review.findings().stream().filter(finding -> !finding.passes()).forEach(finding -> {
                Threshold threshold = finding.threshold();
                missed.add(threshold.name() + ": " + JsonWriter.text(finding.value()) + ", and it should be "
                        + threshold.comparison().sign() + " " + limit(threshold.limit()));
            });
        }
        return missed;
    }

    private static String limit(Limit limit) {
        return limit instanceof Limit.Fixed fixed ? JsonWriter.text(fixed.number()) : "what was ordered";
    }

    @Test
    void whoAsksIsKnownByTheirCredentials() {
        Users users = reporting.users();
        users.add("ann", "correct horse battery", Role.EDITOR);
        User ann = users.named("ann").orElseThrow();
        ApiTokens.Made made = reporting.apiTokens().make(ann, "pipeline", Optional.of(Duration.ofDays(30)));

        Authenticator authenticator = new Authenticator(users, reporting.tokens(), reporting.apiTokens());
        Authenticated caller = authenticator.caller(Optional.of("Token " + made.token()), "10.0.0.1");
        caller.scopes().require("runs", true);

        assertThat(caller).isEqualTo(new Authenticated(ann, Scopes.ALL, "pipeline"));
    }
}

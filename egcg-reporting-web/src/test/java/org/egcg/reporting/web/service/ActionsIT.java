package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actions that may be sent twice, and reviews that are only asked about. */
class ActionsIT {

    private static final String ELEMENT = """
            {"run_element_id": "r1_1_A", "run_id": "r1", "lane": 1, "barcode": "A", "project_id": "p1", "library_id": "l1",
             "sample_id": "sample_1", "bases_r1": 65000000000, "bases_r2": 65000000000, "q30_bases_r1": 52000000000,
             "q30_bases_r2": 52000000000, "adaptor_bases_removed_r1": 0, "adaptor_bases_removed_r2": 0,
             "mapping_metrics": {"bam_file_reads": 100, "duplicate_reads": 0, "picard_opt_dup_reads": 0}}""";
    private static final String RUN_REVIEW = "{\"action_type\": \"automatic_run_review\", \"run_id\": \"r1\"}";
    private static final String LIMS_REVIEW = """
            {"action_type": "sample_review", "review_entities": ["sample_1"], "username": "labuser", "password": "labpass"}""";

    private final Service service = RunningService.get().service();

    @BeforeEach
    void prepare() {
        service.empty(Schemas.packaged().names());
        scene("{}");
        post("/lanes", "{\"lane_id\": \"r1_1\", \"run_id\": \"r1\", \"lane_number\": 1}");
        post("/run_elements", ELEMENT);
        post("/samples", """
                {"sample_id": "s1", "project_id": "p1", "required_yield": 1000000000, "required_coverage": 30,
                 "rapid_analysis": {"yield": 109, "pc_q30": 80}}""");
    }

    private void scene(String json) {
        HttpRequest.Builder reset = HttpRequest.newBuilder(service.clarity().resolve("/_control/reset"))
                .POST(HttpRequest.BodyPublishers.ofString(json));
        assertThat(service.answer(reset).statusCode()).isEqualTo(200);
    }

    private String changesInTheLims() {
        return service.answer(HttpRequest.newBuilder(service.clarity().resolve("/_control/log?mutations=1")))
                .body();
    }

    private HttpResponse<String> post(String path, String body) {
        return service.answer(service.request("POST", path, body));
    }

    private HttpResponse<String> perform(String action, String key) {
        return service.answer(service.request("POST", "/actions", action).header("Idempotency-Key", key));
    }

    private BsonDocument get(String path) {
        HttpResponse<String> answer = service.answer(service.request("GET", path, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonReader.read(answer.body()).asDocument();
    }

    private int stored() {
        return get("/actions").getDocument("_meta").getNumber("total").intValue();
    }

    /** Everything that is stored, with etags and dates. */
    private String everything() {
        StringBuilder documents = new StringBuilder();
        for (String resource : Schemas.packaged().names()) {
            documents.append(JsonWriter.text(get("/" + resource).get("data")));
        }
        return documents.toString();
    }

    private static String message(HttpResponse<String> answer) {
        BsonDocument body = JsonReader.read(answer.body()).asDocument();
        assertThat(body.getString("_status").getValue()).isEqualTo("ERR");
        assertThat(body.getDocument("_error").getNumber("code").intValue()).isEqualTo(answer.statusCode());
        return body.getDocument("_error").getString("message").getValue();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aRepeatedReviewIsPerformedOnceAndAnsweredAlike() {
        String key = key();
        HttpResponse<String> first = perform(RUN_REVIEW, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String reviewed = everything();
        HttpResponse<String> again = perform(RUN_REVIEW, key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(everything()).isEqualTo(reviewed);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aRepeatedReviewInTheLimsStartsOneStep() {
        String key = key();
        HttpResponse<String> first = perform(LIMS_REVIEW, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(perform(LIMS_REVIEW, key).body()).isEqualTo(first.body());
        assertThat(changesInTheLims()).containsOnlyOnce("create step");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whatFailedInTheLimsIsNotBegunAgainByARepetition() {
        scene("{\"faults\": [{\"path\": \"steps\", \"status\": 500, \"times\": 1}]}");
        String key = key();
        HttpResponse<String> first = perform(LIMS_REVIEW, key);
        assertThat(first.statusCode()).isEqualTo(502);
        assertThat(message(first)).contains("What was done before: asked the LIMS to queue [sample_1]");
        HttpResponse<String> again = perform(LIMS_REVIEW, key);
        assertThat(again.statusCode()).isEqualTo(502);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(changesInTheLims()).doesNotContain("create step");
        BsonDocument failed = get("/actions").getArray("data").get(0).asDocument();
        assertThat(failed.getDocument("action_info").getString("failure").getValue())
                .isEqualTo(message(first));
        assertThat(perform(LIMS_REVIEW, key()).statusCode()).isEqualTo(201);
    }

    @Test
    void aWrongPasswordDoesNotUseUpTheKey() {
        String key = key();
        String wrong = LIMS_REVIEW.replace("labpass", "labpas");
        assertThat(perform(wrong, key).statusCode()).isEqualTo(401);
        assertThat(perform(wrong, key).statusCode()).isEqualTo(401);
        HttpResponse<String> right = perform(LIMS_REVIEW, key);
        assertThat(right.statusCode()).as(right.body()).isEqualTo(201);
        assertThat(perform(wrong, key).body()).as("what was done is done").isEqualTo(right.body());
        assertThat(changesInTheLims()).containsOnlyOnce("create step");
    }

    @Test
    void aKeyServesOneAction() {
        String key = key();
        perform(RUN_REVIEW, key);
        HttpResponse<String> other = perform(LIMS_REVIEW, key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(message(other)).isEqualTo("This Idempotency-Key was used for another request.");
        assertThat(changesInTheLims()).doesNotContain("create step");
    }

    @Test
    void aRefusalIsRepeatedToo() {
        String key = key();
        String unknown = RUN_REVIEW.replace("r1", "r9");
        HttpResponse<String> first = perform(unknown, key);
        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(perform(unknown, key).body()).isEqualTo(first.body());
        assertThat(perform(RUN_REVIEW, "").statusCode()).isEqualTo(400);
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lanes          | r1_1 | pass | pass
            rapid_analysis | s1   | fail | Failed due to Yield < 110
            samples        | s1   | fail | Failed due to no data yet
            """)
    void aReviewIsExplainedAndNothingIsWritten(String resource, String id, String reviewed, String comments) {
        String before = everything();
        BsonDocument explanation = get("/actions/explain?resource=" + resource + "&id=" + id);
        assertThat(explanation.getString("resource").getValue()).isEqualTo(resource);
        assertThat(explanation.getString("id").getValue()).isEqualTo(id);
        assertThat(explanation.getString("reviewed").getValue()).isEqualTo(reviewed);
        assertThat(explanation.getString("review_comments").getValue()).isEqualTo(comments);
        assertThat(explanation.getString("thresholds").getValue()).matches("[0-9a-f]{64}");
        assertThat(explanation.getArray("metrics")).isNotEmpty().allSatisfy(metric -> assertThat(metric.asDocument())
                .containsKeys("metric", "name", "value", "comparison", "threshold", "verdict"));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aRunIsExplainedLaneByLaneAsItsReviewWillStoreIt() {
        BsonDocument explanation = get("/actions/explain?resource=runs&id=r1");
        BsonValue reviews = explanation.remove("reviews");
        assertThat(JsonWriter.text(explanation)).isEqualTo("{\"resource\": \"runs\", \"id\": \"r1\"}");
        assertThat(reviews.asArray()).containsExactly(get("/actions/explain?resource=lanes&id=r1_1"));
        perform(RUN_REVIEW, key());
        String shown = URLEncoder.encode("{\"action_info.reviews\": 1}", StandardCharsets.UTF_8);
        BsonDocument action =
                get("/actions?projection=" + shown).getArray("data").get(0).asDocument();
        assertThat(action.getDocument("action_info").get("reviews")).isEqualTo(reviews);
    }

    @Test
    void otherThresholdsShowWhatWouldBeAndChangeNothing() {
        String before = everything();
        HttpResponse<String> answer = post("/actions/explain?resource=lanes&id=r1_1", """
                {"lane": {"aggregated.yield_in_gb": {"value": 200}, "aggregated.pc_adaptor": null}}""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        BsonDocument otherwise = JsonReader.read(answer.body()).asDocument();
        BsonDocument now = get("/actions/explain?resource=lanes&id=r1_1");
        assertThat(otherwise.getString("review_comments").getValue()).isEqualTo("Failed due to Yield < 200");
        assertThat(otherwise.getArray("metrics")).hasSize(7);
        assertThat(otherwise.get("thresholds")).isNotEqualTo(now.get("thresholds"));
        assertThat(now.getString("reviewed").getValue()).isEqualTo("pass");
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"lane": {"x": {"value": 1}}}                                          | lane.x.comparison: is missing
            {"lane": {"aggregated.pc_q30": {"value": "much"}}}                     | lane.aggregated.pc_q30.value: must be a number
            {"lane": {"x": {"value": 1, "comparison": ">", "formula": "exec(1)"}}} | lane.x.formula: formula 'exec(1)', position 1: no function is called 'exec'
            {"lane": {"x": {"value": 1, "comparison": "!"}}}                       | must be '>' or '<', not '!'
            {"run": {}}                                                            | run: unknown key
            [1]                                                                    | must be an object
            """)
    void otherThresholdsThatAreNoneAreRefused(String thresholds, String reason) {
        HttpResponse<String> answer = post("/actions/explain?resource=lanes&id=r1_1", thresholds);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(message(answer)).startsWith("thresholds: ").contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?resource=lanes&id=r9_1        | 404 | No data found for lane id r9_1.
            ?resource=runs&id=r9           | 404 | No data found for run id r9.
            ?resource=samples&id=s9        | 404 | No data found for sample id s9.
            ?resource=rapid_analysis&id=s9 | 404 | No data found for sample id s9.
            ?resource=projects&id=p1       | 404 | There are reviews of lanes, runs, run_elements, samples and rapid_analysis, not of projects.
            ?resource=lanes                | 400 | id: is missing
            ?id=r1_1                       | 400 | resource: is missing
            """)
    void whatIsNotThereIsNotExplained(String query, int status, String message) {
        HttpResponse<String> answer = service.answer(service.request("GET", "/actions/explain" + query, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(message(answer)).isEqualTo(message);
    }

    @Test
    void nobodyElseIsToldAndNothingElseCanBeDone() {
        HttpRequest.Builder stranger =
                HttpRequest.newBuilder(java.net.URI.create(service.root() + "/actions/explain?resource=lanes&id=r1_1"));
        assertThat(service.answer(stranger).statusCode()).isEqualTo(401);
        for (String method : new String[] {"PUT", "PATCH", "DELETE"}) {
            HttpResponse<String> answer = service.answer(service.request(method, "/actions/explain", "{}"));
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(message(answer)).as(method).isEqualTo("The method is not allowed for the requested URL.");
        }
    }

    /** Clients that send a body where none is needed have always been served. */
    @Test
    void aBodyThatNobodyNeedsDoesNoHarm() {
        perform(RUN_REVIEW, key());
        assertThat(service.answer(service.request("GET", "/actions", "{}")).statusCode())
                .isEqualTo(200);
        assertThat(service.answer(service.request("DELETE", "/actions", "{}")).statusCode())
                .isEqualTo(204);
        assertThat(stored()).isZero();
    }

    @Test
    void withoutCredentialsNothingIsReviewed() {
        HttpRequest.Builder stranger = HttpRequest.newBuilder(java.net.URI.create(service.root() + "/actions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(RUN_REVIEW));
        HttpResponse<String> answer = service.answer(stranger);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
        assertThat(message(answer)).isEqualTo("Please provide proper credentials");
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"action_type": "other"}                                     | 422 | Unknown action type other
            {}                                                           | 422 | Unknown action type None
            {"action_type": "automatic_rapid_review"}                    | 400 | The browser (or proxy) sent a request that this server could not understand.
            {"action_type": "automatic_run_review", "run_id": "X"}       | 404 | No data found for run id X.
            {"action_type": "automatic_run_review"}                      | 404 | No data found for run id None.
            {"action_type": "automatic_sample_review", "sample_id": "X"} | 404 | No data found for sample id X.
            {"action_type": "automatic_rapid_review", "sample_id": "X"}  | 404 | No data found for sample id X.
            {"action_type": "run_review", "review_entities": "x"}        | 400 | review_entities: must be a list of sample ids
            """)
    void whatCannotBeDoneIsSaid(String action, int status, String message) {
        HttpResponse<String> answer = post("/actions", action);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(message(answer)).isEqualTo(message);
    }

    @Test
    void theDescriptionOfTheApiTellsHowToAsk() {
        BsonDocument paths = get("/openapi.json").getDocument("paths");
        assertThat(paths.getDocument("/actions/explain")).containsOnlyKeys("get", "post");
    }
}

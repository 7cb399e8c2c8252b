package org.egcg.reporting.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.egcg.reporting.config.ConfigDirectory;
import org.egcg.reporting.consistency.InconsistencyKind;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final Schemas SCHEMAS = Schemas.packaged();
    private static final String TEXT =
            JsonWriter.text(new OpenApi(SCHEMAS, List.of("project_info", "run_status"), List.of("all_runs"))
                    .document("1.0.0", "/api/0.1"));
    private static final SwaggerParseResult PARSED = new OpenAPIV3Parser().readContents(TEXT, null, null);
    private static final OpenAPI API = PARSED.getOpenAPI();

    @Test
    void anIndependentReaderFindsNothingWrong() {
        assertThat(PARSED.getMessages()).isNullOrEmpty();
        assertThat(API.getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void everyResourceHasItsPathsAndShapes() {
        SCHEMAS.all().forEach(schema -> {
            assertThat(API.getPaths()).containsKeys("/" + schema.resource(), "/" + schema.resource() + "/{_id}");
            assertThat(properties(schema.itemTitle()))
                    .containsOnlyKeys(schema.rules().keySet());
        });
        assertThat(API.getPaths()).containsKeys("/lims/project_info", "/lims/run_status");
        assertThat(API.getPaths().get("/aggregate/all_runs").getGet().getDeprecated())
                .isTrue();
    }

    @Test
    void aResourceOfAnInstitutesOwnIsDescribed() {
        String file = "schema.yaml";
        Schemas own = Schemas.read(file, ConfigDirectory.packaged().text(file) + """

                  flow_cells:
                    item: flow_cell
                    id field: flow_cell_id
                    fields:
                      flow_cell_id: {type: string, required: true, unique: true}
                """);
        BsonDocument described = new OpenApi(own, List.of(), List.of()).document("1", "/api/0.1");
        assertThat(described.getDocument("paths")).containsKeys("/flow_cells", "/flow_cells/{_id}");
        assertThat(described.getDocument("components").getDocument("schemas")).containsKey("flow_cell");
    }

    @Test
    void whatDoesNotFitIsDescribedWithEveryKindOfIt() {
        assertThat(API.getPaths().get("/inconsistencies").getGet().getOperationId())
                .isEqualTo("list_inconsistencies");
        List<?> kinds =
                API.getComponents().getSchemas().get("inconsistency_kind").getEnum();
        assertThat(kinds.stream().map(String::valueOf))
                .hasSize(InconsistencyKind.values().length)
                .contains("lane_twice", "element_without_lane", "impossible_number");
        assertThat(properties("inconsistency"))
                .containsOnlyKeys("kind", "title", "sentence", "distorts", "count", "documents");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        java.util.regex.Pattern.compile("#/components/(\\w+)/(\\w+)")
                .matcher(TEXT)
                .results()
                .forEach(reference -> assertThat(org.bson.BsonDocument.parse(TEXT)
                                .getDocument("components")
                                .getDocument(reference.group(1)))
                        .containsKey(reference.group(2)));
    }

    @Test
    void everyRequestNamesWhatItMayMeet() {
        API.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> assertThat(operation.getResponses())
                        .as(operation.getOperationId())
                        .containsKeys("400", "401", "429", "503"));
        SCHEMAS.all().forEach(schema -> {
            var list = API.getPaths().get("/" + schema.resource());
            var item = API.getPaths().get("/" + schema.resource() + "/{_id}");
            assertThat(List.of(list.getPost(), item.getPatch(), item.getPut()))
                    .allSatisfy(write -> assertThat(write.getResponses()).containsKeys("413", "422"));
        });
    }

    @Test
    void anActionIsAskedForByItsTypeAndNotAsADocument() {
        assertThat(properties("action_request").get("action_type").getEnum()).hasSize(8);
        assertThat(API.getPaths().get("/actions").getPost().getRequestBody().getContent())
                .containsKeys("application/json", "application/x-www-form-urlencoded");
    }

    @Test
    void aReviewCanBeAskedForInAdvance() {
        var explain = API.getPaths().get("/actions/explain");
        assertThat(explain.getGet().getParameters())
                .extracting(parameter -> parameter.getName())
                .containsExactly("resource", "id");
        assertThat(explain.getPost().getRequestBody().getContent()).containsKeys("application/json");
        assertThat(properties("review_explanation")).containsKeys("reviewed", "thresholds", "metrics");
    }

    @Test
    void answersToConditionsAndTheirHeadersAreDescribed() {
        var list = API.getPaths().get("/runs");
        var item = API.getPaths().get("/runs/{_id}");
        assertThat(item.getGet().getResponses()).containsKeys("304", "403");
        assertThat(item.getGet().getResponses().get("200").getHeaders()).containsKeys("ETag", "Last-Modified");
        assertThat(item.getPut().getResponses()).containsKeys("201", "412", "415");
        assertThat(list.getGet().getResponses().get("200").getHeaders()).containsKey("X-Total-Count");
        assertThat(list.getPost().getResponses().get("201").getHeaders()).containsKeys("Location", "Idempotency-Key");
        assertThat(TEXT).contains("#/components/parameters/idempotencyKey");
    }

    @Test
    void anActionAnswersAnObjectOrSaysWhatIsNotThere() {
        var post = API.getPaths().get("/actions").getPost();
        assertThat(post.getResponses()).containsKeys("404", "409", "502");
        assertThat(BsonDocument.parse(TEXT)
                        .getDocument("components")
                        .getDocument("schemas")
                        .getDocument("action_receipt")
                        .toJson())
                .contains("\"data\": {\"type\": \"object\"");
    }

    @Test
    void theMatchOfAnOldReportNamesStoredAndComputedFields() {
        BsonDocument shape = BsonDocument.parse(TEXT)
                .getDocument("paths")
                .getDocument("/aggregate/all_runs")
                .getDocument("get")
                .getArray("parameters")
                .get(3)
                .asDocument()
                .getDocument("content")
                .getDocument("application/json")
                .getDocument("schema");
        assertThat(shape.getString("type").getValue()).isEqualTo("object");
        assertThat(shape.getDocument("properties").keySet()).contains("run_id", "_created", "pc_q30", "project_ids");
    }

    @Test
    void theKeysOfAMatchAreThoseOfItsReport() {
        BsonDocument match = BsonDocument.parse(TEXT)
                .getDocument("paths")
                .getDocument("/lims/run_status")
                .getDocument("get")
                .getArray("parameters")
                .get(0)
                .asDocument();
        BsonDocument shape =
                match.getDocument("content").getDocument("application/json").getDocument("schema");
        assertThat(shape.getDocument("properties")).containsOnlyKeys("run_id", "run_ids");
        assertThat(shape.getBoolean("additionalProperties").getValue()).isFalse();
    }

    @Test
    void whatTheSchemaSaysOfAFieldIsSaid() {
        Schema<?> lane = API.getComponents().getSchemas().get("lane");
        assertThat(lane.getRequired()).containsExactly("lane_id");
        Schema<?> number = properties("lane").get("lane_number");
        assertThat(number.getMinimum()).hasToString("1");
        assertThat(number.getMaximum()).hasToString("8");
        assertThat(properties("run_element").get("reviewed").getEnum()).hasToString("[not reviewed, pass, fail]");
        assertThat(properties("run_element").get("trim_r1").getTypes()).containsExactlyInAnyOrder("integer", "null");
    }

    private static Map<String, Schema<?>> properties(String shape) {
        Map<String, Schema<?>> properties = new HashMap<>();
        Map<?, ?> raw = API.getComponents().getSchemas().get(shape).getProperties();
        raw.forEach((name, property) -> properties.put((String) name, (Schema<?>) property));
        return properties;
    }
}

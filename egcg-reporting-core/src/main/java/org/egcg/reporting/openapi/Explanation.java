package org.egcg.reporting.openapi;

import static org.egcg.reporting.openapi.Tree.list;
import static org.egcg.reporting.openapi.Tree.object;
import static org.egcg.reporting.openapi.Tree.reference;

import org.bson.BsonArray;
import org.bson.BsonDocument;

/** How one asks in advance for the outcome of a review. */
final class Explanation {

    private static final String PATH = "/actions/explain";

    private Explanation() {}

    static void addTo(BsonDocument paths, BsonDocument shapes) {
        BsonDocument get = operation("explain_review", "How a review would come out now. Nothing is written.");
        BsonDocument post = operation("explain_review_otherwise", "How it would come out with other thresholds.");
        post.append(
                "requestBody",
                object(
                        "description",
                        "A merge patch (RFC 7396) of the thresholds file, as in"
                                + " {\"lane\": {\"aggregated.pc_q30\": {\"value\": 80}}}.",
                        "required",
                        true,
                        "content",
                        object("application/json", object("schema", object("type", "object")))));
        paths.put(PATH, object("get", get, "post", post));
        shapes.put("review_explanation", review());
        shapes.put("run_explanation", run());
    }

    private static BsonDocument operation(String id, String summary) {
        BsonArray shapes = list(reference("schemas", "review_explanation"), reference("schemas", "run_explanation"));
        return object(
                "operationId",
                id,
                "summary",
                summary,
                "tags",
                list("actions"),
                "parameters",
                list(
                        parameter(
                                "resource",
                                "What is reviewed; of a run, all its lanes.",
                                object("type", "string", "enum", list("lanes", "runs", "samples", "rapid_analysis"))),
                        parameter("id", "Its lane, run or sample id.", object("type", "string"))),
                "responses",
                Answers.of(200, Answers.content("The review.", object("oneOf", shapes)), 400, 404));
    }

    private static BsonDocument parameter(String name, String description, BsonDocument shape) {
        return object("name", name, "in", "query", "required", true, "description", description, "schema", shape);
    }

    private static BsonDocument run() {
        BsonDocument text = object("type", "string");
        BsonDocument reviews = object("type", "array", "items", reference("schemas", "review_explanation"));
        return object(
                "type",
                "object",
                "required",
                list("resource", "id", "reviews"),
                "properties",
                object("resource", text, "id", text, "reviews", reviews));
    }

    private static BsonDocument review() {
        BsonDocument text = object("type", "string");
        return object(
                "type",
                "object",
                "required",
                list("resource", "id", "reviewed", "review_comments", "thresholds", "metrics"),
                "properties",
                object(
                        "resource",
                        text,
                        "id",
                        text,
                        "reviewed",
                        object("type", "string", "enum", list("pass", "fail", "genotype missing")),
                        "review_comments",
                        text,
                        "thresholds",
                        object("type", "string", "description", "SHA-256 of the thresholds' content."),
                        "metrics",
                        object("type", "array", "items", metric())));
    }

    private static BsonDocument metric() {
        BsonDocument text = object("type", "string");
        return object(
                "type",
                "object",
                "properties",
                object(
                        "metric", text,
                        "name", text,
                        "formula", text,
                        "value", object("type", list("number", "null")),
                        "comparison", object("type", "string", "enum", list(">", "<")),
                        "threshold", object("type", "number"),
                        "verdict", object("type", "string", "enum", list("pass", "fail"))));
    }
}

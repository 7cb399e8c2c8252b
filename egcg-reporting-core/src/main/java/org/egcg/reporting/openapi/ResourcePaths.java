package org.egcg.reporting.openapi;

import static org.egcg.reporting.openapi.Parameters.references;
import static org.egcg.reporting.openapi.Tree.list;
import static org.egcg.reporting.openapi.Tree.object;
import static org.egcg.reporting.openapi.Tree.reference;

import org.bson.BsonDocument;
import org.egcg.reporting.schema.Schema;

/** The paths and shapes of one resource. */
final class ResourcePaths {

    private final Schema schema;
    private final String written;
    private final String read;

    ResourcePaths(Schema schema) {
        this.schema = schema;
        this.written = schema.itemTitle();
        this.read = schema.itemTitle() + "_document";
    }

    void addTo(BsonDocument paths, BsonDocument shapes) {
        paths.put("/" + schema.resource(), collection());
        paths.put("/" + schema.resource() + "/{_id}", item());
        BsonDocument shape = RuleShapes.object(schema.rules());
        schema.about().ifPresent(about -> shape.putAll(object("description", about)));
        shapes.put(written, shape);
        shapes.put(read, document());
        shapes.put(schema.itemTitle() + "_page", page());
    }

    private BsonDocument document() {
        BsonDocument stored = RuleShapes.object(schema.rules());
        stored.remove("required");
        stored.getDocument("properties")
                .putAll(object(
                        "_id", object("type", "string"),
                        "_etag", object("type", "string"),
                        "_created", date(),
                        "_updated", date(),
                        "aggregated", object("type", "object", "description", "What the documents below add up to."),
                        "_links", object("type", "object")));
        return stored;
    }

    private static BsonDocument date() {
        return object("type", "string", "pattern", RuleShapes.DATE);
    }

    private BsonDocument page() {
        return object(
                "type",
                "object",
                "properties",
                object(
                        "data", object("type", "array", "items", reference("schemas", read)),
                        "_meta", reference("schemas", "Meta"),
                        "_links", object("type", "object")));
    }

    private BsonDocument collection() {
        return object(
                "get",
                        operation(
                                "list",
                                "Lists " + schema.resource() + ".",
                                object(
                                        "parameters",
                                                references(
                                                        "where",
                                                        "sort",
                                                        "projection",
                                                        "embedded",
                                                        "max_results",
                                                        "page",
                                                        "pretty"),
                                        "responses",
                                                Answers.of(
                                                        200,
                                                        Answers.content(
                                                                "A page.",
                                                                reference("schemas", schema.itemTitle() + "_page")),
                                                        400))),
                "post",
                        operation(
                                "add",
                                "Adds a document, or a list of them: all or none.",
                                object(
                                        "requestBody",
                                                body(object(
                                                        "oneOf",
                                                        list(
                                                                reference("schemas", written),
                                                                object(
                                                                        "type",
                                                                        "array",
                                                                        "items",
                                                                        reference("schemas", written),
                                                                        "minItems",
                                                                        1)))),
                                        "responses",
                                                Answers.of(
                                                        201,
                                                        Answers.content("Added.", reference("schemas", "Receipt")),
                                                        400,
                                                        403,
                                                        408,
                                                        409,
                                                        413,
                                                        422))),
                "delete",
                        operation(
                                "empty",
                                "Deletes all " + schema.resource() + "; needs an administrator.",
                                object("responses", Answers.of(204, Answers.empty("Deleted."), 400, 403, 404))));
    }

    private BsonDocument item() {
        return object(
                "parameters", references("id"),
                "get",
                        operation(
                                "read",
                                "Reads a document.",
                                object(
                                        "parameters",
                                                references("projection", "embedded", "ifNoneMatch", "ifModifiedSince"),
                                        "responses",
                                                Answers.of(
                                                        200,
                                                        Answers.content("The document.", reference("schemas", read)),
                                                        400,
                                                        404))),
                "patch",
                        operation(
                                "change",
                                "Changes fields; objects are merged, lists replaced.",
                                object(
                                        "parameters", references("ifMatch"),
                                        "requestBody", body(changes()),
                                        "responses", written(200))),
                "put",
                        operation(
                                "replace",
                                "Replaces a document.",
                                object(
                                        "parameters", references("ifMatch"),
                                        "requestBody", body(reference("schemas", written)),
                                        "responses", written(200))),
                "delete",
                        operation(
                                "delete",
                                "Deletes a document.",
                                object(
                                        "parameters", references("ifMatch"),
                                        "responses", Answers.of(204, Answers.empty("Deleted."), 403, 404, 412, 428))));
    }

    private BsonDocument changes() {
        BsonDocument changes = RuleShapes.object(schema.rules());
        changes.remove("required");
        return changes;
    }

    private static BsonDocument written(int good) {
        return Answers.of(
                good,
                Answers.content("Done.", reference("schemas", "Receipt")),
                400,
                403,
                404,
                408,
                412,
                413,
                422,
                428);
    }

    private static BsonDocument body(BsonDocument shape) {
        return object("required", true, "content", object("application/json", object("schema", shape)));
    }

    private BsonDocument operation(String verb, String summary, BsonDocument rest) {
        BsonDocument operation = object(
                "operationId", verb + "_" + schema.resource(), "summary", summary, "tags", list(schema.resource()));
        operation.putAll(rest);
        return operation;
    }
}

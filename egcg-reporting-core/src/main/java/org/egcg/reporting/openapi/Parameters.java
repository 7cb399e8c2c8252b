package org.egcg.reporting.openapi;

import static org.egcg.reporting.openapi.Tree.object;

import org.bson.BsonArray;
import org.bson.BsonDocument;

/** What a request may bring beside its body. */
final class Parameters {

    private Parameters() {}

    static BsonDocument all() {
        BsonDocument text = object("type", "string");
        return object(
                "where",
                        query(
                                "where",
                                text,
                                "Filter, in MongoDB's JSON ({\"run_id\": \"r1\"}) or as an expression"
                                        + " (run_id == \"r1\" and lane > 2)."),
                "sort", query("sort", text, "Fields, separated by commas; '-' before one turns its order round."),
                "projection", query("projection", text, "JSON object: {\"field\": 1} picks fields, 0 leaves them out."),
                "embedded", query("embedded", text, "JSON object {\"field\": 1}: documents in place of their names."),
                "max_results",
                        query(
                                "max_results",
                                object("type", "integer", "minimum", 1, "maximum", 100_000, "default", 25),
                                "Documents on a page."),
                "page", query("page", object("type", "integer", "minimum", 1, "default", 1), "Page, from 1."),
                "pretty", query("pretty", text, "Present: the answer is indented."),
                "id",
                        object(
                                "name",
                                "_id",
                                "in",
                                "path",
                                "required",
                                true,
                                "description",
                                "Identifier of a document.",
                                "schema",
                                object("type", "string", "pattern", "^[0-9a-f]{24}$")),
                "ifMatch", header("If-Match", true, "The _etag of the document as it was read."),
                "ifNoneMatch", header("If-None-Match", false, "304 if the document still has this _etag."),
                "ifModifiedSince", header("If-Modified-Since", false, "304 if the document is no newer."));
    }

    private static BsonDocument query(String name, BsonDocument shape, String description) {
        return object("name", name, "in", "query", "description", description, "schema", shape);
    }

    private static BsonDocument header(String name, boolean required, String description) {
        return object(
                "name",
                name,
                "in",
                "header",
                "required",
                required,
                "description",
                description,
                "schema",
                object("type", "string"));
    }

    static BsonArray references(String... names) {
        BsonArray references = new BsonArray();
        for (String name : names) {
            references.add(Tree.reference("parameters", name));
        }
        return references;
    }
}

package org.egcg.reporting.openapi;

import static org.egcg.reporting.openapi.Tree.list;
import static org.egcg.reporting.openapi.Tree.object;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;

/** The API as an OpenAPI 3.1 document, made of the schemas. */
public final class OpenApi {

    private static final BsonDocument MATCH = object(
            "name", "match",
            "in", "query",
            "description", "JSON object of what is asked for.",
            "schema", object("type", "string"));

    private static final BsonDocument REPORT = object(
            "type",
            "object",
            "properties",
            object(
                    "data",
                    object("type", "array", "items", object("type", "object")),
                    "_meta",
                    object("type", "object")));

    private final Schemas schemas;
    private final List<String> reports;
    private final List<String> aggregates;

    /**
     * @param reports the names of the LIMS reports
     * @param aggregates the names of the reports of an earlier version, which the database computes
     */
    public OpenApi(Schemas schemas, List<String> reports, List<String> aggregates) {
        this.schemas = schemas;
        this.reports = List.copyOf(reports);
        this.aggregates = List.copyOf(aggregates);
    }

    /**
     * The document.
     *
     * @param version the service's version
     * @param prefix what stands before all paths, such as {@code /api/0.1}
     */
    public BsonDocument document(String version, String prefix) {
        BsonDocument paths = new BsonDocument();
        BsonDocument shapes = shared();
        for (Schema schema : schemas.all()) {
            new ResourcePaths(schema).addTo(paths, shapes);
        }
        ActionRequest.addTo(paths, shapes);
        Explanation.addTo(paths, shapes);
        reports.forEach(report -> paths.put("/lims/" + report, object("get", lims(report))));
        aggregates.forEach(report -> paths.put("/aggregate/" + report, object("get", aggregate(report))));
        return object(
                "openapi", "3.1.0",
                "info", object("title", "EGCG Reporting", "version", version, "description", """
                        Quality control of a sequencing facility: documents of runs, lanes, run elements, samples and \
                        projects, with what they add up to, and reports from the LIMS."""),
                "servers", list(object("url", prefix.isEmpty() ? "/" : prefix)),
                "security", list(object("basic", list()), object("token", list())),
                "paths", paths,
                "components",
                        object(
                                "schemas", shapes,
                                "parameters", Parameters.all(),
                                "responses", Answers.shared(),
                                "securitySchemes", schemes()));
    }

    private static BsonDocument schemes() {
        return object(
                "basic", object("type", "http", "scheme", "basic"),
                "token",
                        object(
                                "type",
                                "apiKey",
                                "in",
                                "header",
                                "name",
                                "Authorization",
                                "description",
                                "The word Token, a blank, and a token."));
    }

    private static BsonDocument lims(String name) {
        return report("lims", name, "What the LIMS says: " + name.replace('_', ' ') + ".", list(MATCH));
    }

    private static BsonDocument aggregate(String name) {
        BsonArray parameters = Parameters.references("sort", "page", "max_results");
        parameters.add(MATCH);
        return report("aggregate", name, "Computed anew at each request: " + name.replace('_', ' ') + ".", parameters)
                .append("deprecated", BsonBoolean.TRUE);
    }

    private static BsonDocument report(String tag, String name, String summary, BsonArray parameters) {
        return object(
                "operationId",
                tag + "_" + name,
                "summary",
                summary,
                "tags",
                list(tag),
                "parameters",
                parameters,
                "responses",
                Answers.of(200, Answers.content("The report.", REPORT), 400));
    }

    private static BsonDocument shared() {
        BsonDocument whole = object("type", "integer");
        BsonDocument text = object("type", "string");
        BsonDocument free = object("type", "object");
        return object(
                "Meta",
                        object(
                                "type",
                                "object",
                                "properties",
                                object("page", whole, "max_results", whole, "total", whole)),
                "Receipt",
                        object(
                                "type",
                                "object",
                                "properties",
                                object(
                                        "_status",
                                        object("type", "string", "enum", list("OK")),
                                        "_etag",
                                        text,
                                        "_created",
                                        text,
                                        "_updated",
                                        text,
                                        "_links",
                                        free,
                                        "data",
                                        object("type", "array", "items", free))),
                "Error",
                        object(
                                "type",
                                "object",
                                "required",
                                list("_status", "_error"),
                                "properties",
                                object(
                                        "_status", object("type", "string", "enum", list("ERR")),
                                        "_error",
                                                object(
                                                        "type",
                                                        "object",
                                                        "properties",
                                                        object("code", whole, "message", text)))),
                "Issues",
                        object(
                                "type",
                                "object",
                                "properties",
                                object(
                                        "_status",
                                        object("type", "string", "enum", list("ERR")),
                                        "_issues",
                                        free,
                                        "data",
                                        object("type", "array", "items", free),
                                        "_error",
                                        free)));
    }
}

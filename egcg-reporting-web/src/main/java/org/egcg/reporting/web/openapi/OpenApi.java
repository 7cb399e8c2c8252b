package org.egcg.reporting.web.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.aggregation.legacy.LegacyReports;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;

/** The API as an OpenAPI 3.1 document, made of {@code openapi.yaml} and the schemas. */
public final class OpenApi {

    private static final String ACTIONS = "/actions";
    private static final Map<String, BsonValue> NO_WORDS = Map.of();

    private final Template template = Template.read();
    private final Schemas schemas;
    private final List<String> reports;
    private final List<String> aggregates;

    /**
     * @param reports the names of the LIMS reports
     * @param aggregates the names of the reports of an earlier version, which the database computes
     */
    OpenApi(Schemas schemas, List<String> reports, List<String> aggregates) {
        this.schemas = schemas;
        this.reports = List.copyOf(reports);
        this.aggregates = List.copyOf(aggregates);
    }

    /** The description of the API that the REST service has over the library. */
    public static BsonDocument of(Reporting reporting) {
        String version = Optional.ofNullable(Reporting.class.getPackage().getImplementationVersion())
                .orElse("1.0.0");
        return new OpenApi(reporting.schemas(), LimsReports.NAMES, LegacyReports.names())
                .document(version, reporting.config().api().prefix());
    }

    /**
     * The document.
     *
     * @param version the service's version
     * @param prefix what stands before all paths, such as {@code /api/0.1}
     */
    BsonDocument document(String version, String prefix) {
        BsonDocument components = template.part("components", NO_WORDS);
        BsonDocument shapes = components.getDocument("schemas");
        BsonDocument paths = new BsonDocument();
        schemas.all().forEach(schema -> addResource(schema, paths, shapes));
        addActions(paths, shapes);
        reports.forEach(report -> paths.putAll(template.part("lims", words(report))));
        aggregates.forEach(report -> paths.putAll(template.part("aggregate", wordsOfOld(report))));
        return template.part(
                        "document",
                        Map.of(
                                "version", new BsonString(version),
                                "prefix", new BsonString(prefix.isEmpty() ? "/" : prefix)))
                .append("paths", paths)
                .append("components", components);
    }

    private void addResource(Schema schema, BsonDocument paths, BsonDocument shapes) {
        BsonDocument shape = RuleShapes.object(schema.rules());
        schema.about().ifPresent(about -> shape.append("description", new BsonString(about)));
        BsonDocument part = template.part(
                "resource",
                Map.of(
                        "resource",
                        new BsonString(schema.resource()),
                        "item",
                        new BsonString(schema.itemTitle()),
                        "shape",
                        shape,
                        "document",
                        stored(schema),
                        "changes",
                        changes(schema)));
        paths.putAll(part.getDocument("paths"));
        shapes.putAll(part.getDocument("schemas"));
    }

    /** A document as it is read: no field is certain, and there are those that the service adds. */
    private BsonDocument stored(Schema schema) {
        BsonDocument stored = RuleShapes.read(schema.rules());
        stored.remove("required");
        stored.getDocument("properties").putAll(template.part("stored", NO_WORDS));
        return stored;
    }

    private static BsonDocument changes(Schema schema) {
        BsonDocument changes = RuleShapes.object(schema.rules());
        changes.remove("required");
        return changes;
    }

    /** An action is asked for by its type and what it is about; the document comes of it. */
    private void addActions(BsonDocument paths, BsonDocument shapes) {
        if (paths.containsKey(ACTIONS)) {
            BsonDocument action = template.part("action", NO_WORDS);
            paths.getDocument(ACTIONS).getDocument("post").putAll(action.getDocument("post"));
            shapes.putAll(action.getDocument("schemas"));
        }
        BsonDocument explanation = template.part("explanation", NO_WORDS);
        paths.putAll(explanation.getDocument("paths"));
        shapes.putAll(explanation.getDocument("schemas"));
    }

    private static Map<String, BsonValue> words(String report) {
        return Map.of(
                "report",
                new BsonString(report),
                "words",
                new BsonString(report.replace('_', ' ')),
                "arguments",
                LimsParameters.of(report));
    }

    private Map<String, BsonValue> wordsOfOld(String report) {
        BsonDocument fields = new BsonDocument();
        LegacyReports.fields(report, schemas).forEach(field -> fields.append(field, new BsonDocument()));
        return Map.of(
                "report",
                new BsonString(report),
                "words",
                new BsonString(report.replace('_', ' ')),
                "match",
                new BsonDocument("type", new BsonString("object")).append("properties", fields));
    }
}

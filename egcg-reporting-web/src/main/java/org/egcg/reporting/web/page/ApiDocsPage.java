package org.egcg.reporting.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.web.openapi.OpenApi;
import org.egcg.reporting.web.reading.PageSettings;

/** The description of the API, for people: the same that tools read as OpenAPI. */
@Named("apiDocs")
@RequestScoped
public class ApiDocsPage implements Page {

    /** What a request may bring, by the name that clients send, and where it stands: query, header or path. */
    public record Argument(String name, String place, boolean required, String about) {}

    /** What can be done at a path. */
    public record Operation(String method, String path, String summary, List<Argument> arguments, String statuses) {}

    /** A field of a document. */
    public record Field(String name, String type, boolean required, String about) {}

    /** What belongs together: what can be done with a resource, and what its documents look like, if it has some. */
    public record Chapter(String name, List<Operation> operations, List<Field> fields) {

        /** Where it begins on the page. */
        public String anchor() {
            return "of-" + name;
        }

        /** Where its fields begin; empty text if it has none. */
        public String fieldsAnchor() {
            return fields.isEmpty() ? "" : "fields-of-" + name;
        }
    }

    @Inject
    private Schemas schemas;

    @Inject
    private Reporting reporting;

    @Inject
    private PageSettings pages;

    private BsonDocument api;
    private List<Chapter> chapters;

    @PostConstruct
    void read() {
        api = OpenApi.of(reporting);
    }

    @Override
    public String title() {
        return "API";
    }

    @Override
    public List<Link> crumbs() {
        return List.of(Link.to("Main page", "/"), Link.end(title()));
    }

    /** Where the API is, and where tools find what it can. */
    @Override
    public List<Fact> facts() {
        return List.of(
                Fact.of("All paths begin with", pages.apiHref()),
                new Fact(
                        "For tools",
                        List.of(Link.to("OpenAPI 3.1", pages.config().api().prefix() + "/openapi.json"))));
    }

    /** All that can be done, by what it is done with. */
    public List<Chapter> chapters() {
        if (chapters == null) {
            Map<String, List<Field>> fields = fields();
            chapters = operations().entrySet().stream()
                    .map(of -> new Chapter(of.getKey(), of.getValue(), fields.getOrDefault(of.getKey(), List.of())))
                    .toList();
        }
        return chapters;
    }

    /** Chapters about documents of which the schema is known. */
    public List<Chapter> resources() {
        return chapters().stream()
                .filter(chapter -> !chapter.fields().isEmpty())
                .toList();
    }

    /** All other chapters. */
    public List<Chapter> others() {
        return chapters().stream().filter(chapter -> chapter.fields().isEmpty()).toList();
    }

    /** Beside its operations a path has a list of arguments that they share: an id. */
    private Map<String, List<Operation>> operations() {
        Map<String, List<Operation>> chapters = new LinkedHashMap<>();
        api.getDocument("paths").forEach((path, methods) -> methods.asDocument().entrySet().stream()
                .filter(entry -> entry.getValue().isDocument())
                .forEach(entry -> chapters.computeIfAbsent(
                                chapter(entry.getValue().asDocument()), name -> new ArrayList<>())
                        .add(operation(path, entry.getKey(), entry.getValue().asDocument()))));
        return chapters;
    }

    private static String chapter(BsonDocument operation) {
        BsonArray tags = operation.getArray("tags", new BsonArray());
        return tags.isEmpty() ? "other" : tags.get(0).asString().getValue();
    }

    private Operation operation(String path, String method, BsonDocument operation) {
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                Bson.text(operation, "summary"),
                operation.getArray("parameters", new BsonArray()).stream()
                        .map(parameter -> argument(parameter.asDocument()))
                        .toList(),
                String.join(", ", operation.getDocument("responses").keySet()));
    }

    /** Those that several requests share are described once. */
    private Argument argument(BsonDocument parameter) {
        if (parameter.containsKey("$ref")) {
            String reference = Bson.text(parameter, "$ref");
            return argument(shared().getDocument(reference.substring(reference.lastIndexOf('/') + 1)));
        }
        return new Argument(
                Bson.text(parameter, "name"),
                Bson.text(parameter, "in"),
                parameter.getBoolean("required", BsonBoolean.FALSE).getValue(),
                Bson.text(parameter, "description"));
    }

    private BsonDocument shared() {
        return api.getDocument("components").getDocument("parameters");
    }

    /** All that requests may bring, each once. */
    public List<Argument> arguments() {
        Stream<Argument> shared = shared().values().stream().map(parameter -> argument(parameter.asDocument()));
        Stream<Argument> own = chapters().stream()
                .flatMap(chapter -> chapter.operations().stream())
                .flatMap(operation -> operation.arguments().stream());
        return Stream.concat(shared, own).distinct().toList();
    }

    /** What documents of a resource look like, by its name. */
    private Map<String, List<Field>> fields() {
        BsonDocument shapes = api.getDocument("components").getDocument("schemas");
        return schemas.all().stream()
                .collect(Collectors.toMap(Schema::resource, schema -> fields(shapes.getDocument(schema.itemTitle()))));
    }

    private static List<Field> fields(BsonDocument shape) {
        BsonArray required = shape.getArray("required", new BsonArray());
        return shape.getDocument("properties").entrySet().stream()
                .map(field -> new Field(
                        field.getKey(),
                        type(field.getValue().asDocument()),
                        required.contains(new BsonString(field.getKey())),
                        Bson.text(field.getValue().asDocument(), "description")))
                .toList();
    }

    private static String type(BsonDocument field) {
        if (field.containsKey("enum")) {
            return field.getArray("enum").stream()
                    .map(value -> value.isString() ? value.asString().getValue() : String.valueOf(value))
                    .collect(Collectors.joining(" | "));
        }
        BsonValue type = field.get("type", new BsonString("any"));
        return type.isString()
                ? type.asString().getValue()
                : type.asArray().stream().map(one -> one.asString().getValue()).collect(Collectors.joining(" or "));
    }
}

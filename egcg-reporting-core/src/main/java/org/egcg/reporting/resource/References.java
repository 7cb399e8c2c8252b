package org.egcg.reporting.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.aggregation.Relation;
import org.egcg.reporting.aggregation.Relations;
import org.egcg.reporting.schema.Rule;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;

/**
 * Which fields hold the name of a document of another resource: lists that the schema says refer to it, fields by which
 * the relations gather it, fields that are called like its id field, and a few that have names of their own. Immutable.
 */
final class References {

    private static final String ID = "_id";

    /** Fields that name a document and are neither called nor gathered so. */
    private static final Map<String, List<Reference>> OTHERS = Map.of(
            "analysis_driver_procs.proc_id",
                    List.of(new Reference("analysis_driver_stages", "analysis_driver_proc", false, Map.of())),
            "species.name",
                    List.of(
                            new Reference("genomes", "species", false, Map.of()),
                            new Reference("samples", "species_name", false, Map.of())));

    private final Schemas schemas;
    private final Relations relations;

    References(Schemas schemas, Relations relations) {
        this.schemas = schemas;
        this.relations = relations;
    }

    /**
     * A field that names documents of another resource.
     *
     * @param isList whether it holds several names
     * @param when texts that other fields have where it does
     */
    record Reference(String resource, String field, boolean isList, Map<String, String> when) {

        /** The documents that name a document of the other resource so. */
        BsonDocument filter(String name) {
            BsonDocument filter = new BsonDocument(field, new BsonString(name));
            when.forEach((other, text) -> filter.append(other, new BsonString(text)));
            return filter;
        }

        /** What is to be written over such a document so that it names the other by a new name. */
        BsonDocument renaming(BsonDocument document, String from, String to) {
            BsonValue renamed = isList ? renamed(document.getArray(field), from, to) : new BsonString(to);
            return new BsonDocument(field, renamed);
        }

        private static BsonArray renamed(BsonArray names, String from, String to) {
            return new BsonArray(names.stream()
                    .map(name -> name.equals(new BsonString(from)) ? new BsonString(to) : name)
                    .toList());
        }
    }

    /** The fields that hold what a unique field of a resource says. */
    List<Reference> to(String resource, String field) {
        List<Reference> found = new ArrayList<>(gathered(resource, field));
        for (String name : schemas.names()) {
            Schema schema = schemas.named(name).orElseThrow();
            listed(schema, resource, field).forEach(found::add);
            calledAlike(schema, resource, field).ifPresent(found::add);
        }
        OTHERS.getOrDefault(resource + "." + field, List.of()).stream()
                .filter(this::isInSchema)
                .forEach(found::add);
        return found.stream().distinct().toList();
    }

    private List<Reference> gathered(String resource, String field) {
        return relations.of(resource).stream()
                .map(Relation::gathers)
                .flatMap(List::stream)
                .flatMap(list -> list.join().parentFields().entrySet().stream()
                        .filter(pair -> pair.getValue().equals(field))
                        .map(pair -> new Reference(list.resource(), pair.getKey(), false, kindOf(list.join().constants()))))
                .toList();
    }

    /** Of the texts that gathered children must have, only the type of a data set says what a name names. */
    private static Map<String, String> kindOf(Map<String, String> constants) {
        return Optional.ofNullable(constants.get("dataset_type"))
                .map(type -> Map.of("dataset_type", type))
                .orElse(Map.of());
    }

    private static List<Reference> listed(Schema schema, String resource, String field) {
        Predicate<String> refers = list -> schema.relation(list)
                .filter(relation -> relation.resource().equals(resource) && relation.field().equals(field))
                .isPresent();
        return schema.rules().keySet().stream()
                .filter(refers)
                .map(list -> new Reference(schema.resource(), list, true, Map.of()))
                .toList();
    }

    private static Optional<Reference> calledAlike(Schema schema, String resource, String field) {
        return field.endsWith(ID)
                        && !schema.resource().equals(resource)
                        && !schema.uniqueFields().contains(field)
                        && schema.rules().get(field) instanceof Rule.Text
                ? Optional.of(new Reference(schema.resource(), field, false, Map.of()))
                : Optional.empty();
    }

    private boolean isInSchema(Reference reference) {
        return schemas.named(reference.resource())
                .filter(schema -> schema.rules().containsKey(reference.field()))
                .isPresent();
    }
}

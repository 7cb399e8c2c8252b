package org.egcg.reporting.aggregation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.schema.Rule;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.schema.Schemas;

/** What documents of each resource can hold: fields of their schemas, aggregated fields, and what the store adds. */
public final class KnownFields {

    private static final Set<String> OF_ALL = Set.of("_id", "_created", "_updated", "_etag");

    private final Schemas schemas;
    private final Relations relations;

    public KnownFields(Schemas schemas, Relations relations) {
        this.schemas = schemas;
        this.relations = relations;
    }

    public boolean isResource(String resource) {
        return schemas.named(resource).isPresent();
    }

    /** Whether a document of the resource can have a value there, or inside a value that may be anything. */
    public boolean has(String resource, FieldPath path) {
        return isResource(resource)
                && (OF_ALL.contains(path.head())
                        || isAggregated(resource, path)
                        || inSchema(schemas.named(resource).orElseThrow(), path));
    }

    private boolean isAggregated(String resource, FieldPath path) {
        return path.head().equals("aggregated")
                && relations.of(resource).stream()
                        .flatMap(relation -> relation.fields().stream())
                        .anyMatch(field -> path.rest().isAtOrBelow(field.path()));
    }

    private static boolean inSchema(Schema schema, FieldPath path) {
        Optional<Rule> rule = Optional.empty();
        Map<String, Rule> fields = schema.rules();
        for (String name : path.segments()) {
            if (rule.filter(Rule.Anything.class::isInstance).isPresent()) {
                return true;
            }
            rule = Optional.ofNullable(fields.get(name)).map(KnownFields::member);
            fields = rule.orElse(null) instanceof Rule.Structure structure ? structure.fields() : Map.of();
        }
        return rule.isPresent();
    }

    /** A list of objects holds what its members hold. */
    private static Rule member(Rule rule) {
        return rule instanceof Rule.Sequence list ? member(list.member()) : rule;
    }

    /** What a formula may read: the document's own fields, and those of the children in its lists. */
    boolean canRead(Relation relation, FieldPath path) {
        List<Gathering> lists = relation.gathers().stream()
                .filter(list -> list.name().equals(path.head()))
                .toList();
        return lists.isEmpty()
                ? has(relation.resource(), path)
                : path.rest().isEmpty() || has(lists.get(0).resource(), path.rest());
    }
}

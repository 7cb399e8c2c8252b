package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;

/**
 * What is gathered for the documents of one resource, and what is computed of it. Stages run in order, and each sees
 * what the earlier ones computed. Immutable.
 */
public record Relation(String resource, String idField, List<Gathering> gathers, List<List<Field>> stages) {

    /** A list of children, by the name under which expressions find it. */
    record Gathering(String name, String resource, Join join, List<String> only) {
        Gathering {
            List<String> fields = new ArrayList<>(only);
            if (!only.isEmpty()) {
                fields.addAll(join.constants().keySet());
            }
            only = List.copyOf(fields);
        }

        /** All children that the parent has in this resource. */
        Gathering unconditional() {
            return new Gathering(name, resource, join.unconditional(), only);
        }

        /** Gatherings of the same source differ only in which of the children they leave out. */
        Source source() {
            return new Source(resource, join.unconditional(), only);
        }
    }

    /** Where lists of children come from. */
    record Source(String resource, Join join, List<String> only) {}

    /** One aggregated field, by its dotted name. */
    record Field(String name, Expression expression) {}

    public Relation {
        gathers = List.copyOf(gathers);
        stages = stages.stream().map(List::copyOf).toList();
    }

    static Relation relation(String resource, String idField) {
        return new Relation(resource, idField, List.of(), List.of());
    }

    static Field field(String name, Expression expression) {
        return new Field(name, expression);
    }

    Relation gathers(String children, Join join) {
        return gathers(children, children, join);
    }

    Relation gathers(String name, String children, Join join, String... onlyFields) {
        List<Gathering> more = new ArrayList<>(gathers);
        more.add(new Gathering(name, children, join, List.of(onlyFields)));
        return new Relation(resource, idField, more, stages);
    }

    Relation computes(List<Field> stage) {
        List<List<Field>> more = new ArrayList<>(stages);
        more.add(stage);
        return new Relation(resource, idField, gathers, more);
    }

    List<Gathering> gatheringsOf(String children) {
        return gathers.stream()
                .filter(gathering -> gathering.resource().equals(children))
                .toList();
    }

    /** The dotted names of all aggregated fields, in the order of their computation. */
    public List<String> fields() {
        return stages.stream().flatMap(List::stream).map(Field::name).toList();
    }

    /** Whether its numbers come of the document's own fields alone. */
    boolean standsAlone() {
        return gathers.isEmpty();
    }

    /**
     * The value of {@code aggregated}: starts empty, every field of the relation is present in it.
     *
     * @param entity the document with the gathered lists in place of its own fields of these names
     */
    public BsonDocument aggregate(BsonDocument entity) {
        BsonDocument aggregated = new BsonDocument();
        BsonDocument seen = new BsonDocument();
        seen.putAll(entity);
        for (List<Field> stage : stages) {
            seen.put("aggregated", aggregated.clone());
            stage.forEach(field -> Evaluation.of(field, seen, resource).into(aggregated));
        }
        return aggregated;
    }
}

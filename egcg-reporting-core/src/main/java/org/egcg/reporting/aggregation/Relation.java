package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;

/**
 * What is gathered for the documents of one resource, and what is computed of it: {@code relation("lanes",
 * "lane_id").gathers("run_elements", on("run_id").and("lane", "lane_number")).computes(...)}. A field may use, under
 * {@code aggregated}, what others of the same relation come to. Immutable.
 */
public final class Relation {

    private final String resource;
    private final String idField;
    private final List<Gathering> gathers;
    private final List<AggregatedField> fields;
    private final List<String> indexed;
    private final List<List<AggregatedField>> stages;
    private final List<GatheredChildren> sources;

    private Relation(
            String resource,
            String idField,
            List<Gathering> gathers,
            List<AggregatedField> fields,
            List<String> indexed) {
        this.resource = Objects.requireNonNull(resource);
        this.idField = Objects.requireNonNull(idField);
        this.gathers = List.copyOf(gathers);
        this.fields = List.copyOf(fields);
        this.indexed = List.copyOf(indexed);
        this.stages = FieldOrder.stages(this.fields);
        this.sources = GatheredChildren.of(this.gathers, this.fields);
    }

    /**
     * A relation that gathers and computes nothing yet.
     *
     * @param idField the field by which the laboratory calls a document, such as {@code run_id}
     */
    public static Relation relation(String resource, String idField) {
        return new Relation(resource, idField, List.of(), List.of(), List.of());
    }

    /** The same with a list of children under the name of their resource. */
    public Relation gathers(String children, Join join) {
        return gathers(children, children, join);
    }

    /**
     * The same with a list of children.
     *
     * @param name the name under which expressions find the list
     * @throws IllegalArgumentException if there is a list of this name
     */
    public Relation gathers(String name, String children, Join join) {
        if (gathers.stream().anyMatch(known -> known.name().equals(name))) {
            throw new IllegalArgumentException(resource + ": a list is called " + name + " already");
        }
        return new Relation(
                resource, idField, joined(gathers, List.of(new Gathering(name, children, join))), fields, indexed);
    }

    /**
     * The same with more fields.
     *
     * @throws IllegalArgumentException if a name is taken, or a field needs itself
     */
    public Relation computes(AggregatedField... more) {
        return computes(Arrays.asList(more));
    }

    /** As the method of the same name. */
    public Relation computes(List<AggregatedField> more) {
        return new Relation(resource, idField, gathers, joined(fields, more), indexed);
    }

    /** The same with an index on these fields of the resource, such as {@code aggregated.run_ids}, for readers' sake. */
    public Relation indexes(List<String> more) {
        return new Relation(resource, idField, gathers, fields, joined(indexed, more));
    }

    /** The lists and fields of both; what is in this one comes first. */
    Relation and(Relation more) {
        if (!idField.equals(more.idField)) {
            throw new IllegalArgumentException(resource + " is named by " + idField + ", not by " + more.idField);
        }
        List<Gathering> lists = new ArrayList<>(gathers);
        more.gathers.stream().filter(list -> !gathers.contains(list)).forEach(lists::add);
        if (lists.stream().map(Gathering::name).distinct().count() < lists.size()) {
            throw new IllegalArgumentException(resource + ": two lists of different children have the same name");
        }
        return new Relation(resource, idField, lists, joined(fields, more.fields), joined(indexed, more.indexed));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }

    /** Whose documents add up to something. */
    public String resource() {
        return resource;
    }

    /** The field by which the laboratory calls a document. */
    public String idField() {
        return idField;
    }

    /** The lists of children. */
    public List<Gathering> gathers() {
        return gathers;
    }

    /** All aggregated fields, as they were listed. */
    public List<AggregatedField> fields() {
        return fields;
    }

    /** The fields that readers filter and sort by so often that they have an index. */
    public List<String> indexed() {
        return indexed;
    }

    List<GatheredChildren> sources() {
        return sources;
    }

    List<Gathering> gatheringsOf(String children) {
        return gathers.stream()
                .filter(gathering -> gathering.resource().equals(children))
                .toList();
    }

    boolean readsAggregatesOf(String children) {
        return sources.stream().anyMatch(source -> source.resource().equals(children) && source.readsAggregated());
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
        BsonDocument seen = Bson.copy(entity);
        for (List<AggregatedField> stage : stages) {
            seen.put("aggregated", aggregated.clone());
            stage.forEach(field -> Evaluation.of(field, seen, resource).into(aggregated));
        }
        return aggregated;
    }
}

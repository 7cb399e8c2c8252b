package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * Children that are read in one go for the lists that are made of them.
 *
 * @param join finds all of them: with the texts asked for if there is but one list
 * @param projection which fields are read, as MongoDB spells it
 * @param measures what is asked of each list, by its name
 * @param tallied whether nothing else is asked of the lists, so that their members need not be kept
 */
record GatheredChildren(
        String resource,
        Join join,
        BsonDocument projection,
        List<Gathering> lists,
        Map<String, Set<Measure>> measures,
        boolean tallied) {

    private static final String AGGREGATED = "aggregated";
    private static final BsonInt32 ABSENT = new BsonInt32(0);

    /** The sources of a relation's lists, given what its fields read. */
    static List<GatheredChildren> of(List<Gathering> gatherings, List<AggregatedField> fields) {
        List<GatheredChildren> sources = new ArrayList<>();
        for (Gathering gathering : gatherings) {
            if (sources.stream().noneMatch(known -> known.lists().contains(gathering))) {
                List<Gathering> lists =
                        gatherings.stream().filter(gathering::isOfSameChildren).toList();
                Join join =
                        lists.size() == 1 ? gathering.join() : gathering.join().unconditional();
                sources.add(new GatheredChildren(
                        gathering.resource(),
                        join,
                        projection(lists, fields),
                        lists,
                        measures(lists, fields),
                        lists.stream().noneMatch(list -> isReadPlain(list, fields))));
            }
        }
        return List.copyOf(sources);
    }

    private static Map<String, Set<Measure>> measures(List<Gathering> lists, List<AggregatedField> fields) {
        Map<String, Set<Measure>> measures = new LinkedHashMap<>();
        lists.forEach(list -> measures.put(
                list.name(),
                fields.stream()
                        .flatMap(field -> Operation.measuresOf(field.expression()).stream())
                        .filter(measure -> measure.values().list().equals(list.name()))
                        .collect(Collectors.toUnmodifiableSet())));
        return Map.copyOf(measures);
    }

    private static boolean isReadPlain(Gathering list, List<AggregatedField> fields) {
        return fields.stream()
                .map(field -> Operation.plainOf(field.expression()))
                .anyMatch(plain -> plain.isEmpty()
                        || plain.get().stream()
                                .anyMatch(path -> FieldPath.of(path).head().equals(list.name())));
    }

    /** Whether what the children add up to themselves is looked at. */
    boolean readsAggregated() {
        return projection.isEmpty()
                || !projection.getOrDefault(AGGREGATED, ABSENT).equals(ABSENT);
    }

    /** Whether a written child, as it was and is, tells what changes; its own aggregates are not in it. */
    boolean isCarriable() {
        return tallied && !readsAggregated();
    }

    /** Whether the parent's children are those that name what it is named by, and no others. */
    boolean isPlain(BsonDocument parent) {
        return join.isPlainInParent(parent);
    }

    /** Whole children are read without what they add up to themselves, unless a field asks for that by name. */
    private static BsonDocument projection(List<Gathering> lists, List<AggregatedField> fields) {
        Set<String> heads = new TreeSet<>();
        boolean whole = false;
        for (Gathering list : lists) {
            heads.addAll(list.join().constants().keySet());
            for (AggregatedField field : fields) {
                whole |= field.expression().reads().isEmpty() || reads(field).contains(list.name());
                reads(field).stream()
                        .map(FieldPath::of)
                        .filter(path -> path.head().equals(list.name())
                                && path.segments().size() > 1)
                        .forEach(path -> heads.add(path.rest().head()));
            }
        }
        return whole ? all(heads.contains(AGGREGATED)) : only(heads);
    }

    private static Set<String> reads(AggregatedField field) {
        return field.expression().reads().orElse(Set.of());
    }

    private static BsonDocument all(boolean withAggregated) {
        return withAggregated ? new BsonDocument() : new BsonDocument(AGGREGATED, ABSENT);
    }

    private static BsonDocument only(Set<String> heads) {
        BsonDocument only = new BsonDocument("_id", new BsonInt32(1)).append("_etag", new BsonInt32(1));
        heads.forEach(head -> only.append(head, new BsonInt32(1)));
        return only;
    }
}

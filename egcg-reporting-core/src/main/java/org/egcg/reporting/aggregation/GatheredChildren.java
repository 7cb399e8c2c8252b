package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/**
 * Children that are read in one go for the lists that are made of them.
 *
 * @param join finds all of them: with the texts asked for if there is but one list
 * @param projection which fields are read, as MongoDB spells it
 */
record GatheredChildren(String resource, Join join, BsonDocument projection, List<Gathering> lists) {

    private static final String AGGREGATED = "aggregated";

    /** The sources of a relation's lists, given what its fields read. */
    static List<GatheredChildren> of(List<Gathering> gatherings, List<AggregatedField> fields) {
        List<GatheredChildren> sources = new ArrayList<>();
        for (Gathering gathering : gatherings) {
            if (sources.stream().noneMatch(known -> known.lists().contains(gathering))) {
                List<Gathering> lists =
                        gatherings.stream().filter(gathering::isOfSameChildren).toList();
                Join join =
                        lists.size() == 1 ? gathering.join() : gathering.join().unconditional();
                sources.add(new GatheredChildren(gathering.resource(), join, projection(lists, fields), lists));
            }
        }
        return List.copyOf(sources);
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
        return withAggregated ? new BsonDocument() : new BsonDocument(AGGREGATED, new BsonInt32(0));
    }

    private static BsonDocument only(Set<String> heads) {
        BsonDocument only = new BsonDocument("_id", new BsonInt32(1));
        heads.forEach(head -> only.append(head, new BsonInt32(1)));
        return only;
    }
}

package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which documents need to be looked at for a query: the smallest set that an index, or several, can offer. */
record QueryPlan(List<Index<Object>> indexes) {

    /** Empty if every document has to be looked at. */
    Optional<Set<Object>> candidates(Document query) {
        List<IndexedValues> values = values(query);
        Optional<Set<Object>> others = otherwise(query, values);
        return others.isPresent() ? others : values.stream().findFirst().map(IndexedValues::all);
    }

    /** The values that a query asks for, index by index; the first is that by which the fewest documents have one. */
    List<IndexedValues> values(Document query) {
        return indexes.stream()
                .map(CandidateIndex.class::cast)
                .flatMap(index -> index.values(query).stream())
                .sorted(Comparator.comparingLong(IndexedValues::size))
                .toList();
    }

    /** What is found by more than values; empty if these let fewer documents through. */
    Optional<Set<Object>> otherwise(Document query, List<IndexedValues> values) {
        return Stream.of(byBounds(query), byAll(query.get("$and")), byAny(query.get("$or")))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Set::size))
                .filter(some -> values.isEmpty() || some.size() < values.get(0).size());
    }

    /**
     * Where the first documents are, at least so many, in the order asked for; empty if no index knows. Only the order of
     * {@code _id} may follow behind the field.
     */
    Optional<List<Object>> inOrder(Document orderBy, int most) {
        List<String> fields = List.copyOf(orderBy.keySet());
        boolean ofOne = fields.size() == 1
                || (fields.size() == 2 && fields.get(1).equals("_id") && direction(orderBy, "_id") > 0);
        if (!ofOne) {
            return Optional.empty();
        }
        String field = fields.get(0);
        return indexes.stream()
                .map(CandidateIndex.class::cast)
                .filter(index -> index.fields().equals(List.of(field)))
                .flatMap(index -> index.inOrder(direction(orderBy, field) < 0, most).stream())
                .findFirst();
    }

    private static int direction(Document orderBy, String field) {
        return ((Number) orderBy.get(field)).intValue();
    }

    private Optional<Set<Object>> byBounds(Document query) {
        return indexes.stream()
                .map(CandidateIndex.class::cast)
                .flatMap(index -> index.byBounds(query).stream())
                .min(Comparator.comparingInt(Set::size));
    }

    private Optional<Set<Object>> byAll(Object conditions) {
        return queries(conditions).stream()
                .flatMap(query -> candidates(query).stream())
                .min(Comparator.comparingInt(Set::size));
    }

    private Optional<Set<Object>> byAny(Object alternatives) {
        List<Document> queries = queries(alternatives);
        Set<Object> all = new HashSet<>();
        for (Document query : queries) {
            Optional<Set<Object>> some = candidates(query);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(some.get());
        }
        return queries.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static List<Document> queries(Object members) {
        return members instanceof Collection<?> list && list.stream().allMatch(Document.class::isInstance)
                ? list.stream().map(Document.class::cast).toList()
                : List.of();
    }
}

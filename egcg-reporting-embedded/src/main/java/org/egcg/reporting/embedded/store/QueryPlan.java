package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Which documents need to be looked at for a query: the smallest set that an index, or several, can offer. */
record QueryPlan(List<Index<Object>> indexes) {

    /** Empty if every document has to be looked at. */
    Optional<Set<Object>> candidates(Document query) {
        return Stream.of(byFields(query), byAll(query.get("$and")), byAny(query.get("$or")))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(Set::size));
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
                .filter(index -> index.getKeys().size() == 1
                        && index.getKeys().get(0).getKey().equals(field))
                .flatMap(index -> index.inOrder(direction(orderBy, field) < 0, most).stream())
                .findFirst();
    }

    private static int direction(Document orderBy, String field) {
        return ((Number) orderBy.get(field)).intValue();
    }

    /** Of the indexes that can say how many documents they would name, only the one with the fewest names them. */
    private Optional<Set<Object>> byFields(Document query) {
        List<CandidateIndex> others = new ArrayList<>();
        CandidateIndex fewest = null;
        long few = Long.MAX_VALUE;
        for (Index<Object> each : indexes) {
            CandidateIndex index = (CandidateIndex) each;
            OptionalLong size = index.size(query);
            if (size.isEmpty()) {
                others.add(index);
            } else if (size.getAsLong() < few) {
                few = size.getAsLong();
                fewest = index;
            }
        }
        return Stream.concat(Stream.ofNullable(fewest), others.stream())
                .flatMap(index -> index.candidates(query).stream())
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

package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * The documents by their {@code _id}, in whose order they lie: gone through from either end, and from where the query says,
 * as far as they are wanted.
 */
record IdOrder(MVMap<Object, Document> documents, boolean descending) {

    /** So many documents are looked at before other ways are thought of. */
    private static final int TRIED = 2000;

    /** So many times as many as are wanted are taken from what an index knows. */
    private static final int SPARE = 4;

    private static final int FEW = 2000;

    /** Empty if documents are wanted in another order. */
    static Optional<IdOrder> of(MVMap<Object, Document> documents, Document orderBy) {
        if (Ordering.isNatural(orderBy)) {
            return Optional.of(new IdOrder(documents, false));
        }
        return orderBy.keySet().iterator().next().matches("_id|\\$natural")
                ? Optional.of(new IdOrder(documents, true))
                : Optional.empty();
    }

    /**
     * Of some positions those that match and are still there, in order. Where only the first few are wanted, some more than
     * these are looked for without bringing the others into order, and are often enough.
     *
     * @param wanted so many are enough; 0 if all are wanted
     */
    Stream<Object> of(Set<Object> some, Predicate<DocumentWithPosition<Object>> matches, int wanted) {
        Comparator<Object> order = descending ? IdRange.ASCENDING.reversed() : IdRange.ASCENDING;
        int most = wanted * SPARE;
        if (wanted > 0 && wanted < FEW && some.size() > most) {
            List<Object> first = matching(new Foremost<>(order, most).of(some.stream()).stream(), matches)
                    .limit(wanted)
                    .toList();
            if (first.size() == wanted) {
                return first.stream();
            }
        }
        return matching(some.stream().sorted(order), matches);
    }

    private Stream<Object> matching(Stream<Object> positions, Predicate<DocumentWithPosition<Object>> matches) {
        return positions.filter(position -> Optional.ofNullable(documents.get(position))
                .filter(document -> matches.test(new DocumentWithPosition<>(document, position)))
                .isPresent());
    }

    /** All documents that the query's bounds of {@code _id} let through, and perhaps those at the bounds. */
    Stream<DocumentWithPosition<Object>> within(Document query) {
        Cursor<Object, Document> cursor = cursor(query);
        return StreamSupport.stream(
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super DocumentWithPosition<Object>> action) {
                        if (!cursor.hasNext()) {
                            return false;
                        }
                        Object position = cursor.next();
                        action.accept(new DocumentWithPosition<>(cursor.getValue(), position));
                        return true;
                    }
                },
                false);
    }

    /**
     * The first of those that match, if so many are found before long, or there are no more; else empty.
     *
     * @param all in order
     * @param wanted how many
     */
    static Optional<List<Object>> soon(
            Stream<DocumentWithPosition<Object>> all, Predicate<DocumentWithPosition<Object>> matches, int wanted) {
        Iterator<DocumentWithPosition<Object>> rest = all.iterator();
        List<Object> found = new ArrayList<>();
        for (int tried = 0; tried < TRIED && found.size() < wanted && rest.hasNext(); tried++) {
            DocumentWithPosition<Object> next = rest.next();
            if (matches.test(next)) {
                found.add(next.getPosition());
            }
        }
        return found.size() == wanted || !rest.hasNext() ? Optional.of(found) : Optional.empty();
    }

    private Cursor<Object, Document> cursor(Document query) {
        IdRange range = range(query);
        return documents.cursor(range.begin().orElse(null), range.end().orElse(null), descending);
    }

    /** What the query's bounds of {@code _id} let through, and perhaps what is at the bounds. */
    IdRange range(Document query) {
        Optional<Object> least = bound(query, "$gte", "$gt");
        Optional<Object> greatest = bound(query, "$lte", "$lt");
        return descending ? new IdRange(greatest, false, least, true) : new IdRange(least, false, greatest, false);
    }

    /** Of ids of the usual kind alone: what else is less or greater than a value is the query's to say. */
    private static Optional<Object> bound(Document query, String... operators) {
        if (query.get("_id") instanceof Document condition) {
            for (String operator : operators) {
                if (condition.get(operator) instanceof ObjectId id) {
                    return Optional.of(id);
                }
            }
        }
        return Optional.empty();
    }
}

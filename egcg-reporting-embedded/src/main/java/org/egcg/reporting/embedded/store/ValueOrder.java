package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * The values of an index of one field in MongoDB's order, each with its documents, and the documents that have none. It takes
 * texts, numbers, times, ids and truth values, in the normal form of the library; what else there is it leaves to its index,
 * and tells nothing of the order as long as a document has such a value. Guarded by its index.
 */
final class ValueOrder {

    /** From here on the library takes numbers for the same if they are so without what is behind their points. */
    private static final double COARSE = Integer.MAX_VALUE;

    private final String field;

    /** A value that one document has, as most do, leads to its position itself; one of several to {@link Positions}. */
    private final MVMap<Object, Object> values = MVStore.open(null)
            .openMap("values", new MVMap.Builder<>().keyType(new InMemory()).valueType(new InMemory()));

    private Positions without = Positions.none();
    private int unordered;
    private int documents;

    /** Two values that are different and have the same place for the library: then neither order nor ranges are known. */
    private boolean ambiguous;

    ValueOrder(String field) {
        this.field = field;
    }

    /** Of values and positions that are never written. */
    private static final class InMemory extends BasicDataType<Object> {

        private static final int SIZE = 48;

        @Override
        public int compare(Object one, Object other) {
            return one instanceof Double number && other instanceof Double another
                    ? number.compareTo(another)
                    : IdRange.ASCENDING.compare(one, other);
        }

        @Override
        public int getMemory(Object value) {
            return SIZE;
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }

        @Override
        public void write(WriteBuffer target, Object value) {
            throw new UnsupportedOperationException("kept in memory alone");
        }

        @Override
        public Object read(ByteBuffer source) {
            throw new UnsupportedOperationException("kept in memory alone");
        }
    }

    private static boolean hasPlace(Object value) {
        return value instanceof String
                || value instanceof Double
                || value instanceof Instant
                || value instanceof ObjectId
                || value instanceof Boolean;
    }

    void added(Document document, Object position) {
        documents++;
        Object value = CandidateIndex.valueOf(document, field);
        if (!Missing.isNeitherNullNorMissing(value)) {
            without = without.with(position);
        } else if (!hasPlace(normal(value))) {
            unordered++;
        }
    }

    void removed(Document document, Object position) {
        documents--;
        Object value = CandidateIndex.valueOf(document, field);
        if (Missing.isNeitherNullNorMissing(value) && !hasPlace(normal(value))) {
            unordered--;
        }
        without = without.without(position);
    }

    private static Object normal(Object value) {
        return ValueSet.key(value).get(0);
    }

    /** Where the documents are that have a value; empty if none has. */
    Optional<Positions> at(Object value) {
        return hasPlace(value) ? Optional.ofNullable(values.get(value)).map(ValueOrder::positions) : Optional.empty();
    }

    /** A document has a value; false if this does not take it. */
    boolean add(Object value, Object position) {
        if (!hasPlace(value)) {
            return false;
        }
        Object known = values.get(value);
        if (known == null) {
            ambiguous |= value instanceof Double
                    && (isTheSame(values.lowerKey(value), value) || isTheSame(values.higherKey(value), value));
            values.put(value, position);
        } else {
            keep(value, known, positions(known).with(position));
        }
        return true;
    }

    private static boolean isTheSame(Object neighbour, Object value) {
        return neighbour != null && IdRange.ASCENDING.compare(neighbour, value) == 0;
    }

    /** A document does not have a value any more; false if this does not take it. */
    boolean remove(Object value, Object position) {
        if (!hasPlace(value)) {
            return false;
        }
        Object known = values.get(value);
        if (known != null) {
            keep(value, known, positions(known).without(position));
        }
        return true;
    }

    private void keep(Object value, Object before, Positions after) {
        if (after.size() == 0) {
            values.remove(value);
        } else if (after != before) {
            values.put(value, after instanceof Positions.OnePosition one ? one.position() : after);
        }
    }

    private static Positions positions(Object kept) {
        return kept instanceof Positions several ? several : Positions.of(kept);
    }

    long size() {
        return values.sizeAsLong();
    }

    void clear() {
        values.clear();
    }

    /**
     * The first positions in the order of the field, and of {@code _id} where that does not tell them apart.
     *
     * @param most how many are needed; a few more may come
     */
    Optional<List<Object>> positions(boolean descending, int most) {
        if (unordered > 0 || ambiguous) {
            return Optional.empty();
        }
        List<Object> all = new ArrayList<>();
        if (!descending) {
            append(without, all);
        }
        for (Cursor<Object, Object> each = values.cursor(null, null, descending); each.hasNext(); ) {
            if (all.size() >= most) {
                return Optional.of(all);
            }
            each.next();
            append(positions(each.getValue()), all);
        }
        if (descending) {
            append(without, all);
        }
        return Optional.of(all);
    }

    private static void append(Positions positions, List<Object> all) {
        positions.collect(IdRange.ALL, Integer.MAX_VALUE, all);
    }

    /** At least the documents whose value is within a condition's bounds; empty if it has none, or they are most. */
    Optional<Set<Object>> within(Document condition) {
        Optional<Object> low = bound(condition, "$gt", "$gte", -1);
        Optional<Object> high = bound(condition, "$lt", "$lte", 1);
        if (unordered > 0 || ambiguous || (low.isEmpty() && high.isEmpty())) {
            return Optional.empty();
        }
        return few(values.cursor(low.orElse(null), high.orElse(null), false));
    }

    /** Where most documents are within the bounds, looking at all of them costs less. */
    private Optional<Set<Object>> few(Cursor<Object, Object> some) {
        List<Object> positions = new ArrayList<>();
        while (some.hasNext()) {
            some.next();
            append(positions(some.getValue()), positions);
            if (positions.size() > documents / 2) {
                return Optional.empty();
            }
        }
        return Optional.of(new HashSet<>(positions));
    }

    private static Optional<Object> bound(Document condition, String open, String closed, int outwards) {
        Object bound = condition.containsKey(open) ? condition.get(open) : condition.get(closed);
        return ValueSet.isPlain(bound)
                ? Optional.of(normal(bound)).filter(ValueOrder::hasPlace).map(value -> wide(value, outwards))
                : Optional.empty();
    }

    private static Object wide(Object bound, int outwards) {
        return bound instanceof Double number && Math.abs(number) >= COARSE ? (Object) (number + outwards) : bound;
    }
}

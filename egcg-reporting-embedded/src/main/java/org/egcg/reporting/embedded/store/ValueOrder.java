package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values of an index of one field in MongoDB's order, and the documents that have none. It tells nothing as long as a
 * document has a list there, whose place depends on the direction, or an object. Guarded by its index.
 */
final class ValueOrder {

    private static final Comparator<Object> ORDER = IdRange.ASCENDING;

    private final String field;
    private final NavigableMap<Object, SpreadKey> keys = new TreeMap<>(ORDER);
    private Positions without = Positions.none();
    private int unordered;
    private int documents;

    /** Two values that are different and have the same place: then neither order nor ranges are known. */
    private boolean ambiguous;

    ValueOrder(String field) {
        this.field = field;
    }

    void added(Document document, Object position) {
        documents++;
        Object value = value(document);
        if (!Missing.isNeitherNullNorMissing(value)) {
            without = without.with(position);
        } else if (!ValueSet.isPlain(value)) {
            unordered++;
        }
    }

    void removed(Document document, Object position) {
        documents--;
        Object value = value(document);
        if (Missing.isNeitherNullNorMissing(value) && !ValueSet.isPlain(value)) {
            unordered--;
        }
        without = without.without(position);
    }

    private Object value(Document document) {
        return CandidateIndex.valueOf(document, field);
    }

    /** A value has its first document. */
    void appeared(SpreadKey key) {
        if (ValueSet.isPlain(key.value())) {
            SpreadKey other = keys.putIfAbsent(key.value(), key);
            ambiguous |= other != null && !other.equals(key);
        }
    }

    /** A value has lost its last document. */
    void vanished(SpreadKey key) {
        if (ValueSet.isPlain(key.value())) {
            keys.remove(key.value());
        }
    }

    /**
     * The first positions in the order of the field, and of {@code _id} where that does not tell them apart.
     *
     * @param most how many are needed; a few more may come
     */
    Optional<List<Object>> positions(boolean descending, int most, Map<SpreadKey, Positions> index) {
        if (unordered > 0 || ambiguous) {
            return Optional.empty();
        }
        List<Object> all = new ArrayList<>();
        if (!descending) {
            append(without, all);
        }
        for (SpreadKey key : (descending ? keys.descendingMap() : keys).values()) {
            if (all.size() >= most) {
                return Optional.of(all);
            }
            Optional.ofNullable(index.get(key)).ifPresent(positions -> append(positions, all));
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
    Optional<Set<Object>> within(Document condition, Map<SpreadKey, Positions> index) {
        Optional<Object> low = bound(condition, "$gt", "$gte");
        Optional<Object> high = bound(condition, "$lt", "$lte");
        if (unordered > 0 || ambiguous || (low.isEmpty() && high.isEmpty())) {
            return Optional.empty();
        }
        NavigableMap<Object, SpreadKey> some =
                low.map(from -> keys.tailMap(from, true)).orElse(keys);
        if (high.isPresent()) {
            if (low.isPresent() && ORDER.compare(low.get(), high.get()) > 0) {
                return Optional.of(Set.of());
            }
            some = some.headMap(high.get(), true);
        }
        return few(some.values(), index);
    }

    /** Where most documents are within the bounds, looking at all of them costs less. */
    private Optional<Set<Object>> few(Collection<SpreadKey> some, Map<SpreadKey, Positions> index) {
        List<Object> positions = new ArrayList<>();
        for (SpreadKey key : some) {
            Optional.ofNullable(index.get(key)).ifPresent(more -> append(more, positions));
            if (positions.size() > documents / 2) {
                return Optional.empty();
            }
        }
        return Optional.of(new HashSet<>(positions));
    }

    private static Optional<Object> bound(Document condition, String open, String closed) {
        Object bound = condition.containsKey(open) ? condition.get(open) : condition.get(closed);
        return ValueSet.isPlain(bound) ? Optional.of(bound) : Optional.empty();
    }
}

package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of one or several fields, each with the documents that have them; a list counts by its members. Of one field the
 * values are kept in their order, as far as they have one.
 */
final class HashIndex extends CandidateIndex {
    private final boolean unique;
    private final Map<SpreadKey, Positions> positions = new HashMap<>();
    private final Optional<ValueOrder> order;

    HashIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.unique = unique;
        this.order = fields().size() == 1 ? Optional.of(new ValueOrder(fields().get(0))) : Optional.empty();
    }

    @Override
    public synchronized List<Object> next(List<KeyValue> keys, IdRange range, int most) {
        List<Object> found = new ArrayList<>();
        keys.forEach(key -> known(key).ifPresent(known -> known.collect(range, most, found)));
        return keys.size() == 1 ? found : first(found, range.order(), most);
    }

    /** A list may have several of the values. */
    private static List<Object> first(List<Object> found, Comparator<Object> order, int most) {
        found.sort(order);
        List<Object> first = new ArrayList<>();
        for (Object position : found) {
            boolean again = !first.isEmpty() && order.compare(first.get(first.size() - 1), position) == 0;
            if (!again && first.size() < most) {
                first.add(position);
            }
        }
        return first;
    }

    @Override
    public synchronized int count(KeyValue key) {
        return known(key).map(Positions::size).orElse(0);
    }

    @Override
    public synchronized boolean mayHold(List<KeyValue> keys, Object position) {
        return keys.stream()
                .anyMatch(key ->
                        known(key).filter(known -> known.contains(position)).isPresent());
    }

    private Optional<Positions> known(KeyValue key) {
        return order.flatMap(values -> values.at(key.get(0)))
                .or(() ->
                        positions.isEmpty() ? Optional.empty() : Optional.ofNullable(positions.get(SpreadKey.of(key))));
    }

    @Override
    synchronized Optional<Set<Object>> within(Document condition) {
        return order.flatMap(values -> values.within(condition));
    }

    @Override
    synchronized Optional<List<Object>> inOrder(boolean descending, int most) {
        return order.flatMap(values -> values.positions(descending, most));
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        checkUnique(document, collection);
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        checkUnique(document, collection);
        for (KeyValue key : keysOf(document)) {
            KeyValue value = key.normalized();
            if (order.filter(values -> values.add(value.get(0), position)).isEmpty()) {
                positions.merge(SpreadKey.of(value), Positions.of(position), (known, added) -> known.with(position));
            }
        }
        order.ifPresent(known -> known.added(document, position));
    }

    @Override
    public synchronized Object remove(Document document) {
        Object position = positionOf(document);
        for (KeyValue key : keysOf(document)) {
            KeyValue value = key.normalized();
            if (order.filter(values -> values.remove(value.get(0), position)).isEmpty()) {
                positions.computeIfPresent(SpreadKey.of(value), (same, all) -> without(all, position));
            }
        }
        order.ifPresent(known -> known.removed(document, position));
        return position;
    }

    @Override
    public synchronized void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        checkUnique(after, collection);
    }

    @Override
    public synchronized void updateInPlace(
            Document before, Document after, Object position, MongoCollection<Object> collection) {
        if (!keysOf(before).equals(keysOf(after))) {
            remove(before);
            add(after, position, collection);
        } else {
            order.ifPresent(known -> known.removed(before, position));
            order.ifPresent(known -> known.added(after, position));
        }
    }

    private void checkUnique(Document document, MongoCollection<Object> collection) {
        if (unique) {
            Object position = positionOf(document);
            for (KeyValue key : keysOf(document)) {
                if (known(key.normalized())
                        .filter(taken -> taken.size() > (taken.contains(position) ? 1 : 0))
                        .isPresent()) {
                    throw new DuplicateKeyError(this, collection, getKeys(), key);
                }
            }
        }
    }

    /** A document that lacks a field is only of interest to a unique index, where lacking counts as null. */
    private Set<KeyValue> keysOf(Document document) {
        List<List<Object>> combinations = List.of(List.of());
        boolean anything = false;
        for (String field : fields()) {
            List<Object> values = values(valueOf(document, field));
            anything |= values.stream().anyMatch(Missing::isNeitherNullNorMissing);
            combinations = combine(combinations, values);
        }
        return unique && isSparse() && !anything ? Set.of() : keys(combinations);
    }

    private Set<KeyValue> keys(List<List<Object>> combinations) {
        Set<KeyValue> keys = new HashSet<>();
        for (List<Object> combination : combinations) {
            if (unique || combination.stream().allMatch(Missing::isNeitherNullNorMissing)) {
                keys.add(new KeyValue(combination));
            }
        }
        return keys;
    }

    private static List<Object> values(Object value) {
        if (value instanceof Collection<?> members) {
            return new ArrayList<>(members);
        }
        List<Object> single = new ArrayList<>();
        single.add(value instanceof Missing ? null : value);
        return single;
    }

    private static Positions without(Positions all, Object position) {
        Positions rest = all.without(position);
        return rest.size() == 0 ? null : rest;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public synchronized long getCount() {
        return positions.size() + order.map(ValueOrder::size).orElse(0L);
    }

    @Override
    public synchronized void drop() {
        positions.clear();
        order.ifPresent(ValueOrder::clear);
    }
}

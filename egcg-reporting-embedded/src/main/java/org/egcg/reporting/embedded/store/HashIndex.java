package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values of one or several fields, each with the documents that have them; a list counts by its members. Of one field the
 * order of the values is known, too.
 */
final class HashIndex extends CandidateIndex {
    private final boolean unique;
    private final Map<KeyValue, Set<Object>> positions = new HashMap<>();
    private final Optional<ValueOrder> order;

    HashIndex(String name, List<IndexKey> keys, boolean sparse, boolean unique) {
        super(name, keys, sparse);
        this.unique = unique;
        this.order = keys.size() == 1 ? Optional.of(new ValueOrder(keys.get(0).getKey())) : Optional.empty();
    }

    @Override
    synchronized Set<Object> lookup(KeyValue key) {
        return Set.copyOf(positions.getOrDefault(key, Set.of()));
    }

    @Override
    synchronized int count(KeyValue key) {
        return positions.getOrDefault(key, Set.of()).size();
    }

    @Override
    synchronized Optional<Set<Object>> within(Document condition) {
        return order.flatMap(known -> known.within(condition, positions));
    }

    @Override
    synchronized Optional<List<Object>> inOrder(boolean descending, int most) {
        return order.flatMap(known -> known.positions(descending, most, positions));
    }

    @Override
    public synchronized void checkAdd(Document document, MongoCollection<Object> collection) {
        checkUnique(document, collection);
    }

    @Override
    public synchronized void add(Document document, Object position, MongoCollection<Object> collection) {
        checkUnique(document, collection);
        for (KeyValue key : keysOf(document)) {
            positions.merge(key.normalized(), Set.of(position), HashIndex::union);
            order.ifPresent(known -> known.appeared(key.normalized()));
        }
        order.ifPresent(known -> known.added(document, position));
    }

    @Override
    public synchronized Object remove(Document document) {
        Object position = positionOf(document);
        for (KeyValue key : keysOf(document)) {
            if (positions.computeIfPresent(key.normalized(), (same, all) -> without(all, position)) == null) {
                order.ifPresent(known -> known.vanished(key.normalized()));
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
                Set<Object> taken = positions.getOrDefault(key.normalized(), Set.of());
                if (taken.stream().anyMatch(other -> !other.equals(position))) {
                    throw new DuplicateKeyError(this, collection, getKeys(), key);
                }
            }
        }
    }

    /** A document that lacks a field is only of interest to a unique index, where lacking counts as null. */
    private Set<KeyValue> keysOf(Document document) {
        List<List<Object>> combinations = List.of(List.of());
        boolean anything = false;
        for (String field : keys()) {
            List<Object> values = values(Utils.getSubdocumentValueCollectionAware(document, field));
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

    private static Set<Object> union(Set<Object> present, Set<Object> added) {
        Set<Object> all = present instanceof HashSet<Object> grown ? grown : new HashSet<>(present);
        all.addAll(added);
        return all.size() == 1 ? Set.copyOf(all) : all;
    }

    private static Set<Object> without(Set<Object> all, Object position) {
        Set<Object> rest = all instanceof HashSet<Object> grown ? grown : new HashSet<>(all);
        rest.remove(position);
        return rest.isEmpty() ? null : rest;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public synchronized long getCount() {
        return positions.size();
    }

    @Override
    public synchronized void drop() {
        positions.clear();
    }
}

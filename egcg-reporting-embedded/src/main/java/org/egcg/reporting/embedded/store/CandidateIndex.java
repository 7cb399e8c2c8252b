package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An index that narrows a query down to candidates. The query may ask for more than the index knows about: the code that uses
 * the candidates matches each of them against the whole query.
 */
abstract class CandidateIndex extends Index<Object> {
    private static final int MOST_COMBINATIONS = 100_000;

    CandidateIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    /** The documents that have these values, in the order of the index's fields; numbers are normalised. */
    abstract Set<Object> lookup(KeyValue key);

    /** How many these are; nothing is copied. */
    abstract int count(KeyValue key);

    /** The documents whose value of the only field is within a condition's bounds, or more; empty if it has none. */
    Optional<Set<Object>> within(Document condition) {
        return Optional.empty();
    }

    /** The first positions, at least so many, in the order of the only field; empty if that is not known. */
    Optional<List<Object>> inOrder(boolean descending, int most) {
        return Optional.empty();
    }

    /** No document outside of these matches the query; empty if this index cannot tell. */
    Optional<Set<Object>> candidates(Document query) {
        return byValues(query)
                .or(() -> keys().size() == 1 && query.get(keys().get(0)) instanceof Document condition
                        ? within(condition)
                        : Optional.empty());
    }

    /** How many documents {@link #candidates} would name at most; empty if it has to name them to know. */
    OptionalLong size(Document query) {
        Optional<List<KeyValue>> keys = values(query);
        return keys.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(keys.get().stream().mapToLong(this::count).sum());
    }

    private Optional<Set<Object>> byValues(Document query) {
        return values(query).map(keys -> {
            if (keys.size() == 1) {
                return lookup(keys.get(0));
            }
            Set<Object> found = new HashSet<>();
            keys.forEach(key -> found.addAll(lookup(key)));
            return found;
        });
    }

    /** The values of which a document must have some, normalised; empty if the query does not come down to that. */
    private Optional<List<KeyValue>> values(Document query) {
        List<List<Object>> combinations = List.of(List.of());
        for (String field : keys()) {
            List<Object> wanted = wanted(query.getOrMissing(field));
            if (wanted.isEmpty() || (long) wanted.size() * combinations.size() > MOST_COMBINATIONS) {
                return Optional.empty();
            }
            combinations = combine(combinations, wanted);
        }
        return Optional.of(combinations.stream()
                .map(values -> new KeyValue(values).normalized())
                .toList());
    }

    /** The values of which a field must have one; empty if the condition does not come down to that. */
    private static List<Object> wanted(Object condition) {
        if (condition instanceof Document operators) {
            if (operators.get("$in") instanceof Collection<?> values) {
                return values.stream().allMatch(ValueSet::isPlain) ? new ArrayList<>(values) : List.of();
            }
            return wanted(operators.getOrMissing("$eq"));
        }
        return ValueSet.isPlain(condition) ? List.of(condition) : List.of();
    }

    static List<List<Object>> combine(List<List<Object>> combinations, List<Object> values) {
        List<List<Object>> all = new ArrayList<>(combinations.size() * values.size());
        for (List<Object> combination : combinations) {
            for (Object value : values) {
                List<Object> longer = new ArrayList<>(combination);
                longer.add(value);
                all.add(longer);
            }
        }
        return all;
    }

    static Object positionOf(Document document) {
        return Missing.ofNullable(document.get("_id"));
    }

    @Override
    public Object getPosition(Document document) {
        return positionOf(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return candidates(query).isPresent();
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return candidates(query).orElseThrow();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }
}

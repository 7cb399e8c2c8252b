package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An index that narrows a query down to candidates. The query may ask for more than the index knows about: the code that uses
 * the candidates matches each of them against the whole query.
 */
abstract class CandidateIndex extends Index<Object> implements ValueLookup {
    private static final int MOST_COMBINATIONS = 100_000;

    private final List<String> fields;

    CandidateIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        this.fields = fields(keys());
    }

    /** Without an {@code _id} behind the others: it says that their documents are wanted in its order, as they always are. */
    private static List<String> fields(List<String> keys) {
        int behind = keys.size() - 1;
        return behind > 0 && keys.get(behind).equals("_id") ? keys.subList(0, behind) : keys;
    }

    /** Of which values are known. */
    final List<String> fields() {
        return fields;
    }

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
        return values(query).map(IndexedValues::all).or(() -> byBounds(query));
    }

    Optional<Set<Object>> byBounds(Document query) {
        return fields.size() == 1 && query.get(fields.get(0)) instanceof Document condition
                ? within(condition)
                : Optional.empty();
    }

    /** The values of which a document must have one; empty if the query does not come down to that. */
    Optional<IndexedValues> values(Document query) {
        List<List<Object>> combinations = List.of(List.of());
        for (String field : fields) {
            List<Object> wanted = wanted(query.getOrMissing(field));
            if (wanted.isEmpty() || (long) wanted.size() * combinations.size() > MOST_COMBINATIONS) {
                return Optional.empty();
            }
            combinations = combine(combinations, wanted);
        }
        List<KeyValue> keys = combinations.stream()
                .map(values -> new KeyValue(values).normalized())
                .distinct()
                .toList();
        return Optional.of(IndexedValues.of(this, keys));
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

    /** What a document has in a field; most names have no parts, of which it takes long to find out. */
    static Object valueOf(Document document, String field) {
        return field.indexOf('.') < 0
                ? document.getOrMissing(field)
                : Utils.getSubdocumentValueCollectionAware(document, field);
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

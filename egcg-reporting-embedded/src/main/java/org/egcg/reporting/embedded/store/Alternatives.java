package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A long list of alternatives, of which a document is shown to those alone that ask for a value that it has, and to those
 * that ask for no value at all.
 */
final class Alternatives {

    /** Met by no document. */
    private static final Document IMPOSSIBLE = new Document("_id", new Document("$in", List.of()));

    /** By what an alternative is found: one of these values in a field. */
    private record Handle(FieldSteps field, List<KeyValue> values) {}

    private final List<Reduction> all;
    private final List<Integer> always = new ArrayList<>();
    private final Map<FieldSteps, Map<KeyValue, List<Integer>>> byValue = new HashMap<>();

    /** @param reduced what is left of each query */
    Alternatives(String prefix, List<Document> queries, List<Reduction> reduced) {
        all = List.copyOf(reduced);
        for (int i = 0; i < queries.size(); i++) {
            int place = i;
            handle(prefix, queries.get(i)).ifPresentOrElse(handle -> found(handle, place), () -> always.add(place));
        }
    }

    private void found(Handle handle, int place) {
        Map<KeyValue, List<Integer>> places = byValue.computeIfAbsent(handle.field(), first -> new HashMap<>());
        handle.values().forEach(value -> places.computeIfAbsent(value, first -> new ArrayList<>())
                .add(place));
    }

    private static Optional<Handle> handle(String prefix, Document query) {
        return query.entrySet().stream()
                .filter(condition -> !condition.getKey().startsWith("$"))
                .flatMap(condition -> FieldSteps.of(prefix + condition.getKey()).stream()
                        .flatMap(steps ->
                                wanted(condition.getValue()).stream().map(values -> new Handle(steps, values))))
                .findFirst();
    }

    private static Optional<List<KeyValue>> wanted(Object condition) {
        Object one = condition instanceof Document operators ? operators.getOrMissing("$eq") : condition;
        if (ValueSet.isPlain(one)) {
            return Optional.of(List.of(ValueSet.key(one)));
        }
        return condition instanceof Document operators
                        && operators.get("$in") instanceof Collection<?> values
                        && values.stream().allMatch(ValueSet::isPlain)
                ? Optional.of(values.stream().map(ValueSet::key).toList())
                : Optional.empty();
    }

    /** What is left of the list for a document. */
    List<Object> left(Document document) {
        TreeSet<Integer> places = new TreeSet<>(always);
        byValue.forEach((field, alternatives) -> field.values(document).stream()
                .filter(ValueSet::isPlain)
                .forEach(value -> places.addAll(alternatives.getOrDefault(ValueSet.key(value), List.of()))));
        return places.isEmpty()
                ? List.of(IMPOSSIBLE)
                : places.stream().map(place -> all.get(place).of(document)).toList();
    }
}

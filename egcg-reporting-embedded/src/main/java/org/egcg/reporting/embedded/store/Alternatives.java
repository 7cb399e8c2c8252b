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

    private final List<Reduction> all = new ArrayList<>();
    private final List<Integer> always = new ArrayList<>();
    private final Map<FieldSteps, Map<KeyValue, List<Integer>>> byValue = new HashMap<>();

    private Alternatives(String prefix, List<Document> queries) {
        for (Document query : queries) {
            int place = all.size();
            all.add(Reduction.ofQuery(prefix, query).orElse(document -> query));
            handle(prefix, query)
                    .ifPresentOrElse(
                            handle -> handle.values()
                                    .forEach(value -> byValue.computeIfAbsent(handle.field(), first -> new HashMap<>())
                                            .computeIfAbsent(value, first -> new ArrayList<>())
                                            .add(place)),
                            () -> always.add(place));
        }
    }

    static Optional<Reduction> reduction(String prefix, Object value) {
        return Reduction.members(value)
                .filter(queries -> queries.size() > Reduction.SHORT || isLong(queries))
                .map(queries -> new Alternatives(prefix, queries))
                .map(alternatives -> alternatives::left);
    }

    private static boolean isLong(List<Document> queries) {
        return queries.stream().anyMatch(query -> Reduction.ofQuery("", query).isPresent());
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

    private List<Object> left(Document document) {
        TreeSet<Integer> places = new TreeSet<>(always);
        byValue.forEach((field, alternatives) -> field.values(document).stream()
                .filter(ValueSet::isPlain)
                .forEach(value -> places.addAll(alternatives.getOrDefault(ValueSet.key(value), List.of()))));
        return places.isEmpty()
                ? List.of(IMPOSSIBLE)
                : places.stream().map(place -> all.get(place).of(document)).toList();
    }
}

package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds what can be left out of queries. */
final class Reductions {

    /** Up to here going through a list costs as little as looking things up. */
    private static final int SHORT = 8;

    private Reductions() {}

    /** Empty if a query is left as it is whatever the document. */
    static Optional<Reduction> ofQuery(String prefix, Document query) {
        Map<String, Reduction> reduced = new LinkedHashMap<>();
        query.forEach((key, value) -> ofCondition(prefix, key, value).ifPresent(left -> reduced.put(key, left)));
        return of(query, reduced);
    }

    private static Optional<Reduction> ofCondition(String prefix, String key, Object value) {
        return switch (key) {
            case "$or", "$nor" -> members(value).flatMap(queries -> ofAny(prefix, queries));
            case "$and" -> members(value).flatMap(queries -> ofAll(prefix, queries));
            default ->
                !key.startsWith("$") && value instanceof Document operators
                        ? ofOperators(prefix + key, operators)
                        : Optional.empty();
        };
    }

    private static Optional<Reduction> ofOperators(String path, Document operators) {
        Map<String, Reduction> reduced = new LinkedHashMap<>();
        operators.forEach((operator, operand) ->
                ofOperator(path, operator, operand).ifPresent(left -> reduced.put(operator, left)));
        return of(operators, reduced);
    }

    private static Optional<Reduction> ofOperator(String path, String operator, Object operand) {
        if (List.of("$in", "$nin").contains(operator) && operand instanceof Collection<?> values) {
            return values.size() <= SHORT
                    ? Optional.empty()
                    : FieldSteps.of(path).map(steps -> lookingUp(ValueSet.of(values), steps));
        }
        if (!(operand instanceof Document inner)) {
            return Optional.empty();
        }
        boolean ofFields = inner.keySet().stream().noneMatch(key -> key.startsWith("$"));
        return switch (operator) {
            case "$not" -> ofOperators(path, inner);
            case "$elemMatch" -> ofFields ? ofQuery(path + ".", inner) : ofOperators(path, inner);
            default -> Optional.empty();
        };
    }

    private static Reduction lookingUp(ValueSet values, FieldSteps steps) {
        return document -> values.of(document, steps);
    }

    /** The queries of a list that holds nothing else. */
    private static Optional<List<Document>> members(Object value) {
        return value instanceof Collection<?> all && all.stream().allMatch(Document.class::isInstance)
                ? Optional.of(all.stream().map(Document.class::cast).toList())
                : Optional.empty();
    }

    private static Optional<Reduction> ofAny(String prefix, List<Document> queries) {
        List<Optional<Reduction>> reductions = reductions(prefix, queries);
        if (queries.size() <= SHORT && reductions.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Alternatives alternatives = new Alternatives(prefix, queries, each(queries, reductions));
        return Optional.of(alternatives::left);
    }

    private static List<Optional<Reduction>> reductions(String prefix, List<Document> queries) {
        return queries.stream().map(query -> ofQuery(prefix, query)).toList();
    }

    private static Optional<Reduction> ofAll(String prefix, List<Document> queries) {
        List<Optional<Reduction>> reductions = reductions(prefix, queries);
        if (reductions.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<Reduction> all = each(queries, reductions);
        return Optional.of(document -> all.stream().map(one -> one.of(document)).toList());
    }

    private static List<Reduction> each(List<Document> queries, List<Optional<Reduction>> reductions) {
        return IntStream.range(0, queries.size())
                .mapToObj(i -> reductions.get(i).orElse(document -> queries.get(i)))
                .toList();
    }

    private static Optional<Reduction> of(Document whole, Map<String, Reduction> reduced) {
        if (reduced.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(document -> {
            Document left = new Document();
            whole.forEach((key, value) ->
                    left.put(key, reduced.containsKey(key) ? reduced.get(key).of(document) : value));
            return left;
        });
    }
}

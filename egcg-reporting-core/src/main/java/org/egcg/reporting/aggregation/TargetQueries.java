package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What a store is asked to find the documents that some targets of one resource mean: a few hundred at a time. What it
 * finds too much is sorted out after.
 */
final class TargetQueries {

    private static final int VALUES_PER_QUESTION = 500;

    private final Map<BsonDocument, Asked> questions = new LinkedHashMap<>();
    private final boolean disjoint;

    /** The targets that one question is about, by the value of the field by which it asks. */
    record Asked(String field, Map<BsonValue, List<AffectedDocuments>> byValue) {

        List<AffectedDocuments> matching(BsonDocument document) {
            return byValue.getOrDefault(document.get(field), List.of()).stream()
                    .filter(target -> target.matches(document))
                    .toList();
        }
    }

    TargetQueries(Collection<AffectedDocuments> targets) {
        Map<String, List<AffectedDocuments>> byField = targets.stream()
                .collect(Collectors.groupingBy(target -> target.values().getFirstKey()));
        disjoint = byField.size() < 2;
        byField.forEach(this::ask);
    }

    private void ask(String field, List<AffectedDocuments> targets) {
        Asked asked = new Asked(field, targets.stream().collect(Collectors.groupingBy(target -> target.values()
                .get(field))));
        if (targets.size() == 1) {
            questions.put(targets.get(0).values(), asked);
            return;
        }
        List<BsonValue> values = List.copyOf(asked.byValue().keySet());
        for (int from = 0; from < values.size(); from += VALUES_PER_QUESTION) {
            BsonArray part = new BsonArray(values.subList(from, Math.min(values.size(), from + VALUES_PER_QUESTION)));
            questions.put(
                    new BsonDocument(field, part.size() == 1 ? part.get(0) : new BsonDocument("$in", part)), asked);
        }
    }

    /** What is asked for by each filter. */
    Map<BsonDocument, Asked> byFilter() {
        return questions;
    }

    /** Whether no document is found by two of them. */
    boolean areDisjoint() {
        return disjoint;
    }
}

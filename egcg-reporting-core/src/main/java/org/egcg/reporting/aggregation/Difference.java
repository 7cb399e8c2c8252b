package org.egcg.reporting.aggregation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * One aggregated field that is stored with another value than it should have.
 *
 * @param id the document's {@code _id}
 * @param name what the laboratory calls it, such as its {@code run_id}; its {@code _id} if it has no such name
 * @param field the dotted name, without {@code aggregated.}
 * @param stored empty if the field is missing
 * @param expected empty if there should be no such field
 */
public record Difference(
        String resource,
        BsonValue id,
        String name,
        String field,
        Optional<BsonValue> stored,
        Optional<BsonValue> expected) {

    /** A field that differs, wherever it is. */
    private record Deviating(
            String field,
            @Nullable BsonValue stored,
            @Nullable BsonValue expected) {}

    /** All differences between what a document has and what it should have; numbers are compared by value. */
    static List<Difference> between(Relation relation, BsonDocument document, BsonDocument expected) {
        BsonValue stored = document.get("aggregated");
        BsonDocument found = stored != null && stored.isDocument() ? stored.asDocument() : new BsonDocument();
        List<Deviating> deviating = new ArrayList<>();
        collect("", found, expected, deviating);
        BsonValue id = document.get("_id");
        String name = document.isString(relation.idField())
                ? document.getString(relation.idField()).getValue()
                : id.asObjectId().getValue().toHexString();
        return deviating.stream()
                .map(at -> new Difference(
                        relation.resource(),
                        id,
                        name,
                        at.field(),
                        Optional.ofNullable(at.stored()),
                        Optional.ofNullable(at.expected())))
                .toList();
    }

    private static void collect(String prefix, BsonDocument stored, BsonDocument expected, List<Deviating> into) {
        Set<String> fields = new LinkedHashSet<>(expected.keySet());
        fields.addAll(stored.keySet());
        for (String field : fields) {
            BsonValue had = stored.get(field);
            BsonValue due = expected.get(field);
            if (isDocument(had) && isDocument(due)) {
                collect(prefix + field + ".", had.asDocument(), due.asDocument(), into);
            } else if (!same(had, due)) {
                into.add(new Deviating(prefix + field, had, due));
            }
        }
    }

    private static boolean isDocument(@Nullable BsonValue value) {
        return value != null && value.isDocument();
    }

    private static boolean same(@Nullable BsonValue left, @Nullable BsonValue right) {
        if (left == null || right == null) {
            return Objects.equals(left, right);
        }
        return (left.isArray() && right.isArray())
                ? sameMembers(left.asArray(), right.asArray())
                : AffectedDocuments.same(left, right);
    }

    private static boolean sameMembers(List<BsonValue> left, List<BsonValue> right) {
        boolean same = left.size() == right.size();
        for (int i = 0; same && i < left.size(); i++) {
            same = same(left.get(i), right.get(i));
        }
        return same;
    }
}

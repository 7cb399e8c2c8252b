package org.egcg.reporting.resource;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.query.SearchPattern;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.Find;

/**
 * Replaces patterns in a filter by the values that have them, {@code $regex} by {@code $in}. The values are read from the
 * documents that meet the filter's other conditions and are compared here: what a store does with a pattern may take a
 * time that grows exponentially with the length of a text.
 */
final class PatternSearch {

    /** How many documents one pattern may be compared with. */
    static final int DOCUMENTS = 250_000;

    /** How many different values may have it. */
    static final int VALUES = 10_000;

    private static final String PATTERN = "$regex";
    private static final Set<String> JUNCTIONS = Set.of("$and", "$or", "$nor");

    private final DocumentStore store;

    PatternSearch(DocumentStore store) {
        this.store = store;
    }

    /**
     * The filter without patterns.
     *
     * @throws Malformed if a pattern would be compared with too many documents, or too many values have it
     */
    BsonDocument resolved(String collection, BsonDocument filter) {
        if (!SearchPattern.isIn(filter)) {
            return filter;
        }
        BsonDocument others = new BsonDocument();
        filter.forEach((key, condition) -> {
            if (!SearchPattern.isIn(condition)) {
                others.append(key, condition);
            }
        });
        return new Search(collection, others).filter(filter, "");
    }

    private final class Search {
        private final String collection;

        /** The conditions that documents meet in any case. */
        private final BsonDocument others;

        Search(String collection, BsonDocument others) {
            this.collection = collection;
            this.others = others;
        }

        /** @param prefix where the filter's paths begin */
        BsonDocument filter(BsonDocument filter, String prefix) {
            BsonDocument resolved = new BsonDocument();
            filter.forEach((key, condition) -> {
                if (JUNCTIONS.contains(key)) {
                    resolved.append(key, each(condition.asArray(), member -> filter(member, prefix)));
                } else if (areOperators(condition)) {
                    resolved.append(key, operators(condition.asDocument(), prefix + key));
                } else {
                    resolved.append(key, condition);
                }
            });
            return resolved;
        }

        private BsonArray each(BsonArray members, UnaryOperator<BsonDocument> change) {
            BsonArray changed = new BsonArray();
            members.forEach(member -> changed.add(member.isDocument() ? change.apply(member.asDocument()) : member));
            return changed;
        }

        private static boolean areOperators(BsonValue condition) {
            return condition.isDocument()
                    && condition.asDocument().keySet().stream().anyMatch(key -> key.startsWith("$"));
        }

        private BsonDocument operators(BsonDocument operators, String path) {
            BsonDocument resolved = new BsonDocument();
            operators.forEach((operator, operand) -> {
                switch (operator) {
                    case PATTERN -> put(resolved, "$in", values(path, operators));
                    case "$options" -> {}
                    case "$not" -> put(resolved, operator, operators(operand.asDocument(), path));
                    case "$all" -> put(resolved, operator, each(operand.asArray(), member -> operators(member, path)));
                    case "$elemMatch" -> put(resolved, operator, member(operand.asDocument(), path));
                    default -> put(resolved, operator, operand);
                }
            });
            return resolved;
        }

        private BsonDocument member(BsonDocument condition, String path) {
            boolean ofMembers =
                    condition.keySet().stream().anyMatch(key -> key.startsWith("$") && !JUNCTIONS.contains(key));
            return ofMembers ? operators(condition, path) : filter(condition, path + ".");
        }

        private static void put(BsonDocument resolved, String operator, BsonValue operand) {
            if (resolved.put(operator, operand) != null) {
                throw new Malformed("where: $regex and $in of one field; write two conditions under $and");
            }
        }

        private BsonArray values(String path, BsonDocument operators) {
            String options = operators.getString("$options", new BsonString("")).getValue();
            Predicate<String> pattern =
                    SearchPattern.of(operators.getString(PATTERN).getValue(), options);
            Set<BsonString> found = new HashSet<>();
            try (Documents holders = store.find(holders(path))) {
                while (holders.hasNext()) {
                    texts(holders.next(), List.of(path.split("\\.", -1)), text -> {
                        if (pattern.test(text.getValue())) {
                            found.add(text);
                        }
                    });
                    if (found.size() > VALUES) {
                        throw new Malformed("where: " + path + ": more than " + VALUES
                                + " different values have this $regex; expected a narrower one");
                    }
                }
            }
            return new BsonArray(List.copyOf(found));
        }

        private Find holders(String path) {
            BsonDocument there = new BsonDocument(path, new BsonDocument("$exists", BsonBoolean.TRUE));
            BsonDocument filter =
                    others.isEmpty() ? there : new BsonDocument("$and", new BsonArray(List.of(others, there)));
            if (store.count(collection, filter) > DOCUMENTS) {
                throw new Malformed("where: " + path + ": a $regex is compared with at most " + DOCUMENTS
                        + " documents; expected other conditions beside it");
            }
            return Find.in(collection).matching(filter).only(new BsonDocument(path, new BsonInt32(1)));
        }
    }

    /** The texts at a path, in lists too. */
    private static void texts(BsonValue value, List<String> path, Consumer<BsonString> each) {
        if (value.isArray()) {
            value.asArray().forEach(member -> texts(member, path, each));
        } else if (path.isEmpty() && value.isString()) {
            each.accept(value.asString());
        } else if (!path.isEmpty() && value.isDocument() && value.asDocument().containsKey(path.get(0))) {
            texts(value.asDocument().get(path.get(0)), path.subList(1, path.size()), each);
        }
    }
}

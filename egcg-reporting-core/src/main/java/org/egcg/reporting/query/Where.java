package org.egcg.reporting.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.json.JsonReader;

/**
 * Which documents are asked for: a closed grammar with the meaning that MongoDB gives it. All values are immutable;
 * {@link #filter} answers a new document each time.
 */
public sealed interface Where {

    /** How many characters a text may have. */
    int LONGEST = 256 * 1024;

    /** The same as a MongoDB filter. */
    BsonDocument filter();

    /** Every document. */
    static Where everything() {
        return new All(List.of());
    }

    /**
     * Reads a {@code where} argument: a MongoDB filter in JSON such as {@code {"lane": {"$gt": 3}}}, or an expression
     * such as {@code lane > 3 and run_id == "run_1"}. An empty text asks for everything.
     *
     * @throws Malformed if it is neither, or uses an operator that is not allowed
     */
    static Where parse(String text) {
        if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw new Malformed("where: " + text.length() + " characters are too many, or one of them is NUL");
        }
        if (text.isEmpty()) {
            return everything();
        }
        return json(text).map(FilterGrammar::where).orElseGet(() -> new ExpressionGrammar(text).where());
    }

    /**
     * Reads a MongoDB filter.
     *
     * @throws Malformed if it uses an operator that is not allowed
     */
    static Where of(BsonDocument filter) {
        return FilterGrammar.where(filter);
    }

    private static Optional<BsonValue> json(String text) {
        try {
            return Optional.of(JsonReader.read(text));
        } catch (Malformed noJson) {
            return Optional.empty();
        }
    }

    /** Documents that meet every member; all documents if there is none. */
    record All(List<Where> members) implements Where {
        public All {
            members = List.copyOf(members);
        }

        @Override
        public BsonDocument filter() {
            BsonDocument merged = new BsonDocument();
            for (Where member : members) {
                BsonDocument filter = member.filter();
                if (filter.keySet().stream().anyMatch(merged::containsKey)) {
                    return new BsonDocument("$and", filters(members));
                }
                merged.putAll(filter);
            }
            return merged;
        }
    }

    /** Documents that meet at least one member. */
    record Any(List<Where> members) implements Where {
        public Any {
            members = some(members);
        }

        @Override
        public BsonDocument filter() {
            return new BsonDocument("$or", filters(members));
        }
    }

    /** Documents that meet no member. */
    record None(List<Where> members) implements Where {
        public None {
            members = some(members);
        }

        @Override
        public BsonDocument filter() {
            return new BsonDocument("$nor", filters(members));
        }
    }

    /** Documents whose field is the value or a list that contains it; null also means that the field is absent. */
    record Equal(String field, BsonValue value) implements Where {
        public Equal {
            Objects.requireNonNull(field);
            Operators.checkValue(value);
        }

        @Override
        public BsonDocument filter() {
            return new BsonDocument(field, value);
        }
    }

    /** Documents whose field meets MongoDB operators, such as {@code {"$gte": 3, "$lt": 5}}. */
    record Meets(String field, BsonDocument operators) implements Where {
        public Meets {
            Objects.requireNonNull(field);
            Operators.check(operators);
        }

        @Override
        public BsonDocument filter() {
            return new BsonDocument(field, operators);
        }
    }

    private static BsonArray filters(List<Where> members) {
        return new BsonArray(members.stream().map(Where::filter).toList());
    }

    private static List<Where> some(List<Where> members) {
        if (members.isEmpty()) {
            throw new Malformed("where: an empty list of alternatives");
        }
        return List.copyOf(members);
    }
}

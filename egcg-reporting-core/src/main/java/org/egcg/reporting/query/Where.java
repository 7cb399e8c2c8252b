package org.egcg.reporting.query;

import java.util.List;
import java.util.Objects;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;

/**
 * Which documents are asked for: a closed grammar with the meaning that MongoDB gives it. All values are immutable;
 * {@link #filter} answers a new document each time.
 */
public sealed interface Where {

    /** The same as a MongoDB filter. */
    BsonDocument filter();

    /** Every document. */
    static Where everything() {
        return new All(List.of());
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

        /** To a store, an object without members is a condition without operators, which everything meets. */
        @Override
        public BsonDocument filter() {
            boolean empty = value.isDocument() && value.asDocument().isEmpty();
            return new BsonDocument(field, empty ? new BsonDocument("$eq", value) : value);
        }
    }

    /** Documents whose field meets MongoDB operators, such as {@code {"$gte": 3, "$lt": 5}}. */
    record Meets(String field, BsonDocument operators) implements Where {
        public Meets {
            Objects.requireNonNull(field);
            Operators.check(operators);
            if (operators.isEmpty()) {
                throw new Malformed("where: " + field + ": a condition without operators");
            }
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

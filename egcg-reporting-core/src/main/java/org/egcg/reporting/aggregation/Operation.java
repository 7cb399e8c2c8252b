package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** An expression that says what it reads. */
record Operation(Optional<Set<String>> reads, BsonValue otherwise, Function<BsonDocument, BsonValue> rule)
        implements Expression {

    static Operation reading(String path, Function<BsonDocument, BsonValue> rule) {
        return new Operation(Optional.of(Set.of(path)), BsonNull.VALUE, rule);
    }

    /** One that reads what its operands read. */
    static Operation on(Collection<Expression> operands, Function<BsonDocument, BsonValue> rule) {
        return new Operation(all(operands), BsonNull.VALUE, rule);
    }

    Operation otherwise(BsonValue value) {
        return new Operation(reads, value, rule);
    }

    private static Optional<Set<String>> all(Collection<Expression> operands) {
        Set<String> all = new LinkedHashSet<>();
        for (Expression operand : operands) {
            if (operand.reads().isEmpty()) {
                return Optional.empty();
            }
            all.addAll(operand.reads().get());
        }
        return Optional.of(Set.copyOf(all));
    }

    @Override
    public BsonValue of(BsonDocument entity) {
        return rule.apply(entity);
    }
}

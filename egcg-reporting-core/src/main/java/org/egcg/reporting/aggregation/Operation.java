package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * An expression that says what it reads.
 *
 * @param plain the paths of the entity that it reads by itself; empty if it may read anything
 * @param measures what it asks of gathered lists
 */
record Operation(Optional<Set<String>> plain, Set<Measure> measures, Function<BsonDocument, BsonValue> rule)
        implements Expression {

    static Operation reading(String path, Function<BsonDocument, BsonValue> rule) {
        return new Operation(Optional.of(Set.of(path)), Set.of(), rule);
    }

    /** One that reads what its operands read. */
    static Operation on(Collection<Expression> operands, Function<BsonDocument, BsonValue> rule) {
        Set<Measure> measures = new LinkedHashSet<>();
        operands.forEach(operand -> measures.addAll(measuresOf(operand)));
        return new Operation(allPlain(operands), measures, rule);
    }

    private static Optional<Set<String>> allPlain(Collection<Expression> operands) {
        Set<String> all = new LinkedHashSet<>();
        for (Expression operand : operands) {
            Optional<Set<String>> plain = plainOf(operand);
            if (plain.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(plain.get());
        }
        return Optional.of(Set.copyOf(all));
    }

    /** What any expression asks of gathered lists. */
    static Set<Measure> measuresOf(Expression expression) {
        Expression bare = expression.bare();
        if (bare instanceof Measure measure) {
            return Set.of(measure);
        }
        return bare instanceof Operation operation ? operation.measures : Set.of();
    }

    /** What any expression reads besides; empty if it may read anything. */
    static Optional<Set<String>> plainOf(Expression expression) {
        Expression bare = expression.bare();
        if (bare instanceof Measure) {
            return Optional.of(Set.of());
        }
        return bare instanceof Operation operation ? operation.plain : bare.reads();
    }

    @Override
    public Optional<Set<String>> reads() {
        return plain.map(paths -> {
            Set<String> all = new LinkedHashSet<>(paths);
            measures.forEach(measure -> all.addAll(measure.values().reads()));
            return Set.copyOf(all);
        });
    }

    @Override
    public BsonValue of(BsonDocument entity) {
        return rule.apply(entity);
    }
}

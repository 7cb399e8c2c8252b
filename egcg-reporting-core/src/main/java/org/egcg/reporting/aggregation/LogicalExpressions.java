package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * Expressions that are true, false, or null where that cannot be told. Equality takes null for a value like any other:
 * what is missing equals null and differs from everything else. An order needs both sides, numbers or texts.
 */
final class LogicalExpressions {

    private LogicalExpressions() {}

    static Expression equal(Expression left, Expression right) {
        return Operation.on(
                List.of(left, right),
                entity -> BsonBoolean.valueOf(AffectedDocuments.same(left.of(entity), right.of(entity))));
    }

    static Expression among(Expression value, Collection<BsonValue> values) {
        List<BsonValue> known = List.copyOf(values);
        return Operation.on(List.of(value), entity -> {
            BsonValue found = value.of(entity);
            return BsonBoolean.valueOf(known.stream().anyMatch(one -> AffectedDocuments.same(found, one)));
        });
    }

    /** Whether the order of the two is as asked: negative if the left one comes first, 0 if neither does. */
    static Expression ordered(Expression left, Expression right, IntPredicate order) {
        return Operation.on(List.of(left, right), entity -> {
            BsonValue a = left.of(entity);
            BsonValue b = right.of(entity);
            return a.isNull() || b.isNull() ? BsonNull.VALUE : BsonBoolean.valueOf(order.test(Sorting.compare(a, b)));
        });
    }

    static Expression not(Expression condition) {
        return Operation.on(List.of(condition), entity -> {
            BsonValue truth = truth(condition, entity);
            return truth.isNull()
                    ? truth
                    : BsonBoolean.valueOf(!truth.asBoolean().getValue());
        });
    }

    /** False if one of them is, null if one cannot be told, else true. */
    static Expression all(List<Expression> conditions) {
        return decided(conditions, BsonBoolean.FALSE);
    }

    /** True if one of them is, null if one cannot be told, else false. */
    static Expression any(List<Expression> conditions) {
        return decided(conditions, BsonBoolean.TRUE);
    }

    private static Expression decided(List<Expression> conditions, BsonBoolean decisive) {
        return Operation.on(conditions, entity -> {
            BsonValue answer = BsonBoolean.valueOf(!decisive.getValue());
            for (Expression condition : conditions) {
                BsonValue truth = truth(condition, entity);
                if (truth.equals(decisive)) {
                    return decisive;
                }
                answer = truth.isNull() ? truth : answer;
            }
            return answer;
        });
    }

    /** The one value if the condition is true, the other if it is false; null if it cannot be told. */
    static Expression when(Expression condition, Expression then, Expression otherwise) {
        return Operation.on(List.of(condition, then, otherwise), entity -> {
            BsonValue truth = truth(condition, entity);
            if (truth.isNull()) {
                return truth;
            }
            return truth.asBoolean().getValue() ? then.of(entity) : otherwise.of(entity);
        });
    }

    private static BsonValue truth(Expression condition, BsonDocument entity) {
        BsonValue truth = condition.of(entity);
        if (truth.isNull() || truth.isBoolean()) {
            return truth;
        }
        throw new Unanswerable("neither true nor false: " + truth.getBsonType());
    }
}

package org.egcg.reporting.aggregation;

import static org.egcg.reporting.aggregation.ExactArithmetic.number;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The words of which metrics are made; the functions of formulas have the same names and meaning. Each states what it
 * answers when values are missing. For text, paths are dotted, and lists are named by the first part of a path.
 */
public final class Expressions {

    private static final BsonDouble HUNDRED = new BsonDouble(100);

    private Expressions() {}

    /** A value of the entity itself; null where it is missing. */
    public static Expression value(String path) {
        return Operation.reading(path, FieldPath.of(path)::in);
    }

    /** The same value for every entity. */
    public static Expression constant(BsonValue value) {
        return Operation.on(List.of(), entity -> value);
    }

    public static Expression constant(long number) {
        return constant(new BsonInt64(number));
    }

    public static Expression constant(String text) {
        return constant(new BsonString(text));
    }

    /** The sum; null as soon as one of them is null. */
    public static Expression add(Expression... terms) {
        List<Expression> all = List.of(terms);
        return Operation.on(all, entity -> {
            List<BsonValue> values = all.stream().map(term -> term.of(entity)).toList();
            return anyNull(values)
                    ? BsonNull.VALUE
                    : ExactArithmetic.sum(
                            values.stream().map(ExactArithmetic::number).toList());
        });
    }

    public static Expression add(String... paths) {
        return add(Arrays.stream(paths).map(Expressions::value).toArray(Expression[]::new));
    }

    public static Expression subtract(Expression left, Expression right) {
        return numeric(left, right, (a, b) -> ExactArithmetic.minus(number(a), number(b)));
    }

    public static Expression multiply(Expression left, Expression right) {
        return numeric(left, right, (a, b) -> ExactArithmetic.times(number(a), number(b)));
    }

    /** The quotient as a fraction, also of integers; null when the divisor is 0. */
    public static Expression divide(Expression dividend, Expression divisor) {
        return numeric(dividend, divisor, (a, b) -> ExactArithmetic.quotient(number(a), number(b)));
    }

    /** How many hundredths of the whole the part is; null when the whole is 0. */
    public static Expression percentage(Expression part, Expression whole) {
        return numeric(part, whole, (a, b) -> {
            BsonValue quotient = ExactArithmetic.quotient(number(a), number(b));
            return quotient.isNull() ? quotient : ExactArithmetic.times(number(quotient), HUNDRED);
        });
    }

    public static Expression percentage(String part, String whole) {
        return percentage(value(part), value(whole));
    }

    private static Expression numeric(Expression left, Expression right, BinaryOperator<BsonValue> operator) {
        return Operation.on(List.of(left, right), entity -> {
            BsonValue a = left.of(entity);
            BsonValue b = right.of(entity);
            return a.isNull() || b.isNull() ? BsonNull.VALUE : operator.apply(a, b);
        });
    }

    private static boolean anyNull(List<BsonValue> values) {
        return values.stream().anyMatch(BsonValue::isNull);
    }

    /** The first that is not null; null if all are. */
    public static Expression coalesce(Expression... choices) {
        List<Expression> all = List.of(choices);
        return Operation.on(all, entity -> all.stream()
                .map(choice -> choice.of(entity))
                .filter(value -> !value.isNull())
                .findFirst()
                .orElse(BsonNull.VALUE));
    }

    /** How many members a list has, such as a set; null if it is none. */
    public static Expression length(Expression list) {
        return Operation.on(List.of(list), entity -> {
            BsonValue members = list.of(entity);
            return members.isArray() ? new BsonInt64(members.asArray().size()) : BsonNull.VALUE;
        });
    }

    /** Whether both are the same; what is missing is the same as null. */
    public static Expression equal(Expression left, Expression right) {
        return LogicalExpressions.equal(left, right);
    }

    /** Whether the value is one of these texts; false if it is missing. */
    public static Expression oneOf(String path, String... texts) {
        return LogicalExpressions.among(
                value(path), Stream.of(texts).<BsonValue>map(BsonString::new).toList());
    }

    /** Whether the left one is less; null if one is missing. */
    public static Expression less(Expression left, Expression right) {
        return LogicalExpressions.ordered(left, right, order -> order < 0);
    }

    /** Whether the condition is false; null if it is null. */
    public static Expression not(Expression condition) {
        return LogicalExpressions.not(condition);
    }

    /** The one value if the condition is true, the other if it is false; null if the condition is null. */
    public static Expression when(Expression condition, Expression then, Expression otherwise) {
        return LogicalExpressions.when(condition, then, otherwise);
    }

    /** The sum of those that are there; null, not 0, if none is. An integer if all of them are. */
    public static Expression total(Each values) {
        return Measure.of("sum", values, SumTally::new);
    }

    public static Expression total(String path) {
        return total(Each.each(path));
    }

    /** The mean of those that are there, rounded once; null if none is. */
    public static Expression mean(Each values) {
        return Measure.of("mean", values, () -> new MomentsTally(Expressions::meanOf));
    }

    public static Expression mean(String path) {
        return mean(Each.each(path));
    }

    private static BsonValue meanOf(MomentsTally numbers) {
        return numbers.count() == 0 ? BsonNull.VALUE : numbers.mean();
    }

    /** The least of those that are there, numbers or texts; null if none is. */
    public static Expression least(Each values) {
        return Measure.of("min", values, () -> new ExtremeTally(Sorting::compare));
    }

    /** The greatest of those that are there, numbers or texts; null if none is. */
    public static Expression greatest(Each values) {
        return Measure.of("max", values, () -> new ExtremeTally((a, b) -> Sorting.compare(b, a)));
    }

    /** How many of them are there; null if there is no such list. */
    public static Expression count(Each values) {
        return Measure.of("count", values, CountTally::new);
    }

    /** Sample standard deviation (n - 1) divided by the mean; 0 for fewer than two values, null if the mean is 0. */
    public static Expression coefficientOfVariation(Each values) {
        return Measure.of("cv", values, () -> new MomentsTally(Expressions::variationOf));
    }

    private static BsonValue variationOf(MomentsTally numbers) {
        return numbers.count() < 2
                ? new BsonInt64(0)
                : ExactArithmetic.quotient(new BsonDouble(numbers.deviation(1)), numbers.mean());
    }

    /** Population standard deviation (n); null if there is no member or one lacks the value. */
    public static Expression populationDeviation(Each values) {
        return Measure.of("population_deviation", values, () -> new MomentsTally(Expressions::deviationOf));
    }

    private static BsonValue deviationOf(MomentsTally numbers) {
        return numbers.count() == 0 || numbers.missing() > 0 ? BsonNull.VALUE : new BsonDouble(numbers.deviation(0));
    }

    /** What the first member stored has, even if that is null. */
    public static Expression first(Each values) {
        return Measure.of("first", values, FirstTally::new);
    }

    public static Expression first(String path) {
        return first(Each.each(path));
    }

    /** The distinct values in ascending order; empty if there are none, or if they do not sort. */
    public static Expression set(Each values) {
        return Measure.of("set", values, SetTally::lenient).otherwise(new BsonArray());
    }

    public static Expression set(String path) {
        return set(Each.each(path));
    }

    /** The whole member created last, of equals the one stored last; null if there is none. */
    public static Expression mostRecent(Each members) {
        return Measure.of("most_recent", members, NewestTally::new);
    }

    public static Expression mostRecent(String list) {
        return mostRecent(Each.each(list));
    }

    /** The distinct ids of the members, in ascending order; null if the list is missing or a member has no id. */
    public static Expression uniqueIds(Each ids) {
        return Measure.of("unique_ids", ids, () -> SetTally.gapless(ids.path()));
    }
}

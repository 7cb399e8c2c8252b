package org.egcg.reporting.aggregation;

import java.math.BigDecimal;
import java.util.function.Function;
import org.bson.BsonNumber;
import org.bson.BsonValue;

/** How many numbers there are, their sum and that of their squares: exact, in whatever order they come. */
final class MomentsTally implements MeasureTally {

    private final Function<MomentsTally, BsonValue> answer;
    private long count;
    private long missing;
    private long fractions;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;

    MomentsTally(Function<MomentsTally, BsonValue> answer) {
        this.answer = answer;
    }

    @Override
    public void add(BsonValue id, BsonValue value) {
        count(value, 1);
    }

    @Override
    public boolean come(BsonValue id, BsonValue value) {
        count(value, 1);
        return true;
    }

    @Override
    public boolean gone(BsonValue id, BsonValue value) {
        count(value, -1);
        return true;
    }

    private void count(BsonValue value, int sign) {
        if (value.isNull()) {
            missing += sign;
            return;
        }
        BsonNumber number = ExactArithmetic.number(value);
        BigDecimal exact = ExactArithmetic.exact(number);
        BigDecimal square = exact.multiply(exact);
        count += sign;
        fractions += ExactArithmetic.isInteger(number) ? 0 : sign;
        sum = sign > 0 ? sum.add(exact) : sum.subtract(exact);
        squares = sign > 0 ? squares.add(square) : squares.subtract(square);
    }

    long count() {
        return count;
    }

    /** How many members lack the value. */
    long missing() {
        return missing;
    }

    /** Rounded once; an integer if all numbers are and it is one. */
    BsonNumber mean() {
        return ExactArithmetic.mean(sum, count, fractions == 0);
    }

    /** Square root of the summed squared distances from the mean, divided by {@code count - fewer}. */
    double deviation(int fewer) {
        return ExactArithmetic.deviation(sum, squares, count, fewer);
    }

    @Override
    public BsonValue value() {
        return answer.apply(this);
    }
}

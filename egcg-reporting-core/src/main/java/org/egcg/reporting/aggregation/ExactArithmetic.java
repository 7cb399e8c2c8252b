package org.egcg.reporting.aggregation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonValue;

/** Arithmetic in which integers stay exact integers, and means and deviations are rounded once, at the end. */
final class ExactArithmetic {

    private static final MathContext EXACT_ENOUGH = new MathContext(60);

    private ExactArithmetic() {}

    static BsonNumber number(BsonValue value) {
        if (value.isInt32() || value.isInt64() || value.isDouble()) {
            return value.asNumber();
        }
        throw new Unanswerable("no number: " + value.getBsonType());
    }

    static boolean isInteger(BsonNumber number) {
        return !number.isDouble();
    }

    static BsonNumber sum(List<BsonNumber> numbers) {
        BsonNumber sum = new BsonInt64(0);
        for (BsonNumber number : numbers) {
            sum = plus(sum, number);
        }
        return sum;
    }

    static BsonNumber plus(BsonNumber left, BsonNumber right) {
        if (isInteger(left) && isInteger(right)) {
            try {
                return new BsonInt64(Math.addExact(left.longValue(), right.longValue()));
            } catch (ArithmeticException beyondLong) {
                return new BsonDouble((double) left.longValue() + right.longValue());
            }
        }
        return new BsonDouble(left.doubleValue() + right.doubleValue());
    }

    static BsonNumber minus(BsonNumber left, BsonNumber right) {
        if (isInteger(left) && isInteger(right)) {
            try {
                return new BsonInt64(Math.subtractExact(left.longValue(), right.longValue()));
            } catch (ArithmeticException beyondLong) {
                return new BsonDouble((double) left.longValue() - right.longValue());
            }
        }
        return new BsonDouble(left.doubleValue() - right.doubleValue());
    }

    static BsonNumber times(BsonNumber left, BsonNumber right) {
        if (isInteger(left) && isInteger(right)) {
            try {
                return new BsonInt64(Math.multiplyExact(left.longValue(), right.longValue()));
            } catch (ArithmeticException beyondLong) {
                return new BsonDouble((double) left.longValue() * right.longValue());
            }
        }
        return new BsonDouble(left.doubleValue() * right.doubleValue());
    }

    /** Null where the divisor is 0. */
    static BsonValue quotient(BsonNumber dividend, BsonNumber divisor) {
        if (divisor.doubleValue() == 0) {
            return BsonNull.VALUE;
        }
        return new BsonDouble(dividend.doubleValue() / divisor.doubleValue());
    }

    /** The sum over the count, rounded once; an integer if it is one and all that was added up are. */
    static BsonNumber mean(BigDecimal sum, long count, boolean integers) {
        BigDecimal mean = sum.divide(BigDecimal.valueOf(count), EXACT_ENOUGH);
        return integers && mean.stripTrailingZeros().scale() <= 0
                ? new BsonInt64(mean.longValue())
                : new BsonDouble(mean.doubleValue());
    }

    /** Square root of the summed squared distances from the mean, divided by {@code count - fewer}. */
    static double deviation(BigDecimal sum, BigDecimal squares, long count, int fewer) {
        BigDecimal distances = squares.multiply(BigDecimal.valueOf(count)).subtract(sum.multiply(sum));
        BigDecimal divisor = BigDecimal.valueOf(count).multiply(BigDecimal.valueOf(count - fewer));
        return Math.sqrt(distances.divide(divisor, EXACT_ENOUGH).doubleValue());
    }

    static BigDecimal exact(BsonNumber number) {
        if (isInteger(number)) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (!Double.isFinite(number.doubleValue())) {
            throw new Unanswerable("no finite number: " + number.doubleValue());
        }
        return new BigDecimal(number.doubleValue());
    }
}

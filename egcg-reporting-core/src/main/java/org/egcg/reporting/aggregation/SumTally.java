package org.egcg.reporting.aggregation;

import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonNumber;
import org.bson.BsonValue;

/** A sum. Of integers it is exact, in whatever order they come; of anything else it depends on their order. */
final class SumTally implements MeasureTally {

    private long count;
    private long sum;

    /** The sum of all as far as the sign goes: while it is exact, so is the sum of any of them, in any order. */
    private long size;

    private BsonNumber inOrder = new BsonInt64(0);
    private boolean exact = true;

    @Override
    public void add(BsonValue id, BsonValue value) {
        if (!value.isNull()) {
            BsonNumber number = ExactArithmetic.number(value);
            if (exact && !counted(number, 1)) {
                inOrder = new BsonInt64(sum);
                exact = false;
            }
            if (!exact) {
                inOrder = ExactArithmetic.plus(inOrder, number);
            }
            count++;
        }
    }

    private boolean counted(BsonNumber number, int sign) {
        if (!ExactArithmetic.isInteger(number)) {
            return false;
        }
        try {
            long term = number.longValue();
            size = Math.addExact(size, Math.multiplyExact(sign, Math.absExact(term)));
            sum += sign * term;
            return true;
        } catch (ArithmeticException beyondLong) {
            return false;
        }
    }

    @Override
    public boolean come(BsonValue id, BsonValue value) {
        return value.isNull() || moved(value, 1);
    }

    @Override
    public boolean gone(BsonValue id, BsonValue value) {
        return value.isNull() || moved(value, -1);
    }

    private boolean moved(BsonValue value, int sign) {
        count += sign;
        return exact && counted(ExactArithmetic.number(value), sign);
    }

    @Override
    public BsonValue value() {
        if (count == 0) {
            return BsonNull.VALUE;
        }
        return exact ? new BsonInt64(sum) : inOrder;
    }
}

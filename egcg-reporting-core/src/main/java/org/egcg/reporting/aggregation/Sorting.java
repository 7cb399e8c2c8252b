package org.egcg.reporting.aggregation;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Distinct values in ascending order: numbers by value, text by code point. Anything else does not sort. */
final class Sorting {

    private static final Comparator<String> BY_CODE_POINT = (left, right) -> {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; ) {
            int a = left.codePointAt(i);
            int b = right.codePointAt(i);
            if (a != b) {
                return Integer.compare(a, b);
            }
            i += Character.charCount(a);
        }
        return Integer.compare(left.length(), right.length());
    };

    private Sorting() {}

    static BsonArray distinct(Collection<? extends BsonValue> values) {
        TreeSet<BsonValue> ascending = new TreeSet<>(Sorting::compare);
        ascending.addAll(values);
        return new BsonArray(java.util.List.copyOf(ascending));
    }

    static BsonArray distinctText(Collection<String> values) {
        return distinct(values.stream().map(BsonString::new).toList());
    }

    static int compare(BsonValue left, BsonValue right) {
        if (left.isString() && right.isString()) {
            return BY_CODE_POINT.compare(
                    left.asString().getValue(), right.asString().getValue());
        }
        if (left.isDateTime() && right.isDateTime()) {
            return left.asDateTime().compareTo(right.asDateTime());
        }
        if (left.isBoolean() && right.isBoolean()) {
            return left.asBoolean().compareTo(right.asBoolean());
        }
        return compareNumbers(left, right);
    }

    private static int compareNumbers(BsonValue left, BsonValue right) {
        var a = ExactArithmetic.number(left);
        var b = ExactArithmetic.number(right);
        return ExactArithmetic.isInteger(a) && ExactArithmetic.isInteger(b)
                ? Long.compare(a.longValue(), b.longValue())
                : Double.compare(a.doubleValue(), b.doubleValue());
    }
}

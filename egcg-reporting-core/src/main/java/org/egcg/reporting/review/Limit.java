package org.egcg.reporting.review;

import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNumber;

/** What a metric is compared with: a number, what was ordered for the sample, or nothing. */
public sealed interface Limit {

    /** The yield that was ordered, in gigabases. */
    Limit ORDERED_YIELD = new Ordered("yield");

    /** The coverage that was ordered. */
    Limit ORDERED_COVERAGE = new Ordered("coverage");

    /** Nothing fails. */
    Limit NONE = new None();

    static Limit of(BsonNumber number) {
        return new Fixed(number);
    }

    static Limit of(long number) {
        return of(new BsonInt64(number));
    }

    static Limit of(double number) {
        return of(new BsonDouble(number));
    }

    /** A number, whole or not as it was written; comments repeat it so. */
    record Fixed(BsonNumber number) implements Limit {
        public Fixed {
            if (!Double.isFinite(number.doubleValue())) {
                throw new IllegalArgumentException("a limit is a finite number, not " + number.doubleValue());
            }
        }
    }

    /** What was ordered: {@code yield} or {@code coverage}. */
    record Ordered(String what) implements Limit {}

    /** No number: the metric cannot fail here. */
    record None() implements Limit {}
}

package org.egcg.reporting.review;

import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonNumber;

/** What a metric is compared with: a number, or what each sample requires by itself. */
public sealed interface Limit {

    /** What was ordered for the sample decides. */
    Limit PER_SAMPLE = new PerSample();

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

    /** Yield or coverage as ordered. */
    record PerSample() implements Limit {}
}

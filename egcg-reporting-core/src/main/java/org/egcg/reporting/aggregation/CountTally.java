package org.egcg.reporting.aggregation;

import org.bson.BsonInt64;
import org.bson.BsonValue;

/** How many values are there. */
final class CountTally implements MeasureTally {

    private long count;

    @Override
    public void add(BsonValue id, BsonValue value) {
        count += value.isNull() ? 0 : 1;
    }

    @Override
    public boolean come(BsonValue id, BsonValue value) {
        add(id, value);
        return true;
    }

    @Override
    public boolean gone(BsonValue id, BsonValue value) {
        count -= value.isNull() ? 0 : 1;
        return true;
    }

    @Override
    public BsonValue value() {
        return new BsonInt64(count);
    }
}

package org.egcg.reporting.aggregation;

import java.util.Comparator;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** The first of the values in an order. Once it has gone, only all of them can tell which one is next. */
final class ExtremeTally implements MeasureTally {

    private final Comparator<BsonValue> order;
    private BsonValue first = BsonNull.VALUE;

    ExtremeTally(Comparator<BsonValue> order) {
        this.order = order;
    }

    @Override
    public void add(BsonValue id, BsonValue value) {
        if (!value.isNull() && (first.isNull() || order.compare(value, first) < 0)) {
            first = value;
        }
    }

    @Override
    public boolean come(BsonValue id, BsonValue value) {
        if (value.isNull() || first.isNull() || order.compare(value, first) != 0) {
            add(id, value);
            return true;
        }
        // 1 and 1.0 are equal in order: which of them stands there depends on which was stored first.
        return value.equals(first);
    }

    @Override
    public boolean gone(BsonValue id, BsonValue value) {
        return value.isNull() || (!first.isNull() && order.compare(first, value) < 0);
    }

    @Override
    public boolean changed(BsonValue id, BsonValue before, BsonValue after) {
        return before.equals(after) || (come(id, after) && gone(id, before));
    }

    @Override
    public BsonValue value() {
        return first;
    }
}

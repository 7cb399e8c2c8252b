package org.egcg.reporting.aggregation;

import org.bson.BsonNull;
import org.bson.BsonValue;

/** The value of the member that was stored first, even if it is null. */
final class FirstTally implements MeasureTally {

    private boolean any;
    private BsonValue first = BsonNull.VALUE;
    private BsonValue value = BsonNull.VALUE;

    @Override
    public void add(BsonValue id, BsonValue other) {
        if (!any) {
            any = true;
            first = id;
            value = other;
        }
    }

    @Override
    public boolean come(BsonValue id, BsonValue other) {
        if (any && !(id.isObjectId() && first.isObjectId())) {
            return false;
        }
        if (any && id.asObjectId().compareTo(first.asObjectId()) < 0) {
            any = false;
        }
        add(id, other);
        return true;
    }

    @Override
    public boolean gone(BsonValue id, BsonValue other) {
        return any && !id.equals(first);
    }

    @Override
    public boolean changed(BsonValue id, BsonValue before, BsonValue after) {
        if (id.equals(first)) {
            value = after;
        }
        return any;
    }

    @Override
    public BsonValue value() {
        return value;
    }
}

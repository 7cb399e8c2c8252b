package org.egcg.reporting.aggregation;

import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** One measure over the members of a list. What one member spoils is spoilt until all are read again. For one thread. */
final class Counted {

    private final Each values;
    private final MeasureTally tally;

    @Nullable
    private RuntimeException spoilt;

    Counted(Measure measure) {
        values = measure.values();
        tally = measure.beginning().get();
    }

    void add(BsonDocument member) {
        if (spoilt == null) {
            try {
                if (values.keeps(member)) {
                    tally.add(Measure.id(member), values.path().in(member));
                }
            } catch (RuntimeException uncountable) {
                spoilt = uncountable;
            }
        }
    }

    /** A member was stored, changed or deleted; false if all have to be read to tell what comes of it. */
    boolean change(Optional<BsonDocument> before, Optional<BsonDocument> after) {
        if (spoilt != null) {
            return false;
        }
        try {
            return moved(before.filter(values::keeps), after.filter(values::keeps));
        } catch (RuntimeException uncountable) {
            return false;
        }
    }

    private boolean moved(Optional<BsonDocument> before, Optional<BsonDocument> after) {
        if (before.isPresent() && after.isPresent()) {
            return tally.changed(
                    Measure.id(after.get()),
                    values.path().in(before.get()),
                    values.path().in(after.get()));
        }
        if (before.isPresent()) {
            return tally.gone(Measure.id(before.get()), values.path().in(before.get()));
        }
        return after.isEmpty()
                || tally.come(Measure.id(after.get()), values.path().in(after.get()));
    }

    BsonValue value() {
        if (spoilt != null) {
            throw spoilt;
        }
        return tally.value();
    }

    int weight() {
        return tally.weight();
    }
}

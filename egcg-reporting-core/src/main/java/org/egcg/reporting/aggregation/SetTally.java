package org.egcg.reporting.aggregation;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonValue;

/** Each value once, in ascending order, and how many members have it. */
final class SetTally implements MeasureTally {

    private final Optional<FieldPath> gapless;
    private final TreeMap<BsonValue, Integer> members = new TreeMap<>(Sorting::compare);
    private long missing;
    private boolean spelt = true;

    private SetTally(Optional<FieldPath> gapless) {
        this.gapless = gapless;
    }

    /** Members that lack the value are left out. */
    static SetTally lenient() {
        return new SetTally(Optional.empty());
    }

    /** A member that lacks the value leaves no answer. */
    static SetTally gapless(FieldPath name) {
        return new SetTally(Optional.of(name));
    }

    @Override
    public void add(BsonValue id, BsonValue value) {
        if (value.isNull()) {
            missing++;
            return;
        }
        members.merge(value, 1, Integer::sum);
        // 1 and 1.0 are one value: which of them stands there depends on which was stored first.
        spelt &= members.floorKey(value).equals(value);
    }

    @Override
    public boolean come(BsonValue id, BsonValue value) {
        add(id, value);
        return spelt;
    }

    @Override
    public boolean gone(BsonValue id, BsonValue value) {
        if (value.isNull()) {
            missing--;
            return missing >= 0;
        }
        Integer count = members.get(value);
        if (count == null || !spelt) {
            return false;
        }
        members.computeIfPresent(value, (same, before) -> before == 1 ? null : before - 1);
        return true;
    }

    @Override
    public BsonValue value() {
        if (gapless.isPresent() && missing > 0) {
            throw new Unanswerable("a member has no " + gapless.get());
        }
        return new BsonArray(List.copyOf(members.keySet()));
    }

    @Override
    public int weight() {
        return 1 + members.size();
    }
}

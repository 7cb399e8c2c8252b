package org.egcg.reporting.aggregation;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/**
 * One number, or one list of values, over the members of a gathered list. It is counted member by member by a {@link
 * MeasureTally}, so that it can be carried on when a member comes, changes or goes. Immutable; equal to itself alone.
 *
 * @param word what is done, as formulas call it
 * @param otherwise what stands in the field if there is no such list
 */
record Measure(String word, Each values, BsonValue otherwise, Supplier<MeasureTally> beginning) implements Expression {

    static Measure of(String word, Each values, Supplier<MeasureTally> beginning) {
        return new Measure(word, values, BsonNull.VALUE, beginning);
    }

    Measure otherwise(BsonValue value) {
        return new Measure(word, values, value, beginning);
    }

    @Override
    public BsonValue of(BsonDocument entity) {
        BsonValue list = entity.getOrDefault(values.list(), BsonNull.VALUE);
        if (list instanceof TalliedList tallied) {
            return tallied.value(this);
        }
        if (!list.isArray()) {
            return otherwise;
        }
        MeasureTally tally = beginning.get();
        for (BsonValue member : list.asArray()) {
            if (member.isDocument() && values.keeps(member.asDocument())) {
                tally.add(id(member.asDocument()), values.path().in(member.asDocument()));
            }
        }
        return tally.value();
    }

    static BsonValue id(BsonDocument member) {
        return member.getOrDefault("_id", BsonNull.VALUE);
    }

    @Override
    public Optional<Set<String>> reads() {
        return Optional.of(values.reads());
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}

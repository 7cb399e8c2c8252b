package org.egcg.reporting.aggregation;

import org.bson.BsonValue;

/**
 * What a {@link Measure} has come to so far. A value is BSON's null where a member lacks it. For one thread.
 */
interface MeasureTally {

    /**
     * One more member; those of a list are added in the order in which they were stored.
     *
     * @throws RuntimeException if the value is of a kind that cannot be counted
     */
    void add(BsonValue id, BsonValue value);

    /** A member that was stored after all are counted; false if that cannot be told without reading all of them. */
    boolean come(BsonValue id, BsonValue value);

    /** A member that is no longer there. As {@link #come}. */
    boolean gone(BsonValue id, BsonValue value);

    /** A member that now has another value. As {@link #come}. */
    default boolean changed(BsonValue id, BsonValue before, BsonValue after) {
        return before.equals(after) || (gone(id, before) && come(id, after));
    }

    /** @throws RuntimeException if the members that there are do not have one */
    BsonValue value();

    /** How many values it has to remember. */
    default int weight() {
        return 1;
    }
}

package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Comparator;
import java.util.Optional;

/**
 * A stretch of the documents in the order of their {@code _id}, or in the opposite one.
 *
 * @param begin where it begins; empty if with the first
 * @param behind whether it begins behind that
 * @param end the last that is in it; empty if all that follow are
 */
record IdRange(Optional<Object> begin, boolean behind, Optional<Object> end, boolean descending) {

    private static final Comparator<Object> OF_VALUES = ValueComparator.ascWithoutListHandling();

    /** In which documents lie: MongoDB's order of values. */
    static final Comparator<Object> ASCENDING = IdRange::compare;

    static final IdRange ALL = new IdRange(Optional.empty(), false, Optional.empty(), false);

    /** Ids of the usual kind and texts are compared at once; of others it takes long to find out how. */
    private static int compare(Object one, Object other) {
        if (one instanceof ObjectId id && other instanceof ObjectId another) {
            return id.compareTo(another);
        }
        return one instanceof String text && other instanceof String another
                ? text.compareTo(another)
                : OF_VALUES.compare(one, other);
    }

    Comparator<Object> order() {
        return descending ? ASCENDING.reversed() : ASCENDING;
    }

    /** What is left when all up to one have been seen. */
    IdRange after(Object seen) {
        return new IdRange(Optional.of(seen), true, end, descending);
    }

    boolean isPast(Object position) {
        return end.isPresent() && order().compare(position, end.get()) > 0;
    }

    boolean contains(Object position) {
        int begun = begin.isPresent() ? order().compare(position, begin.get()) : 1;
        return (behind ? begun > 0 : begun >= 0) && !isPast(position);
    }
}

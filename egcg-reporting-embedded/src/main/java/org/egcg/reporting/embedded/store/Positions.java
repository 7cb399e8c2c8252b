package org.egcg.reporting.embedded.store;

import java.util.List;

/** Where some documents are, in the order of their {@code _id}. Takes a few bytes for each. Guarded by its index. */
sealed interface Positions permits OnePosition, ManyPositions {

    static Positions of(Object position) {
        return new OnePosition(position);
    }

    int size();

    boolean contains(Object position);

    /** These and one more; of the two this one must not be used any more. */
    Positions with(Object position);

    /** These but one; of the two this one must not be used any more. */
    Positions without(Object position);

    /** Adds the first of a range to a list, so many at most. */
    void collect(IdRange range, int most, List<Object> found);
}

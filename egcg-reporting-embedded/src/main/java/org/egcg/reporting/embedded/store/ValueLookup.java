package org.egcg.reporting.embedded.store;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.List;

/** Which documents have some values of an index's fields. Keys are of these, in their order; numbers are normalised. */
interface ValueLookup {

    /**
     * The first documents of a range that have one of some values, in its order, each once.
     *
     * @param most how many; if they are fewer, there are no more
     */
    List<Object> next(List<KeyValue> keys, IdRange range, int most);

    /** How many documents have these values, at most; nothing is copied. */
    int count(KeyValue key);

    /** Whether a document can have one of some values. */
    boolean mayHold(List<KeyValue> keys, Object position);
}

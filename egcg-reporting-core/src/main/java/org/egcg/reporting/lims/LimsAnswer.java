package org.egcg.reporting.lims;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;

/**
 * The items of a report. Each is put into its JSON shape as it is asked for, so that a long answer is never in memory
 * twice.
 */
public interface LimsAnswer extends Iterable<BsonDocument> {

    /** How many items there are. */
    int total();

    /** Items made of what is known about each thing. */
    static <T> LimsAnswer of(List<T> things, Function<T, BsonDocument> shape) {
        return new LimsAnswer() {
            @Override
            public int total() {
                return things.size();
            }

            @Override
            public Iterator<BsonDocument> iterator() {
                return things.stream().map(shape).iterator();
            }
        };
    }
}

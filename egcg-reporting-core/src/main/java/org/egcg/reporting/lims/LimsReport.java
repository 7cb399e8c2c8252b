package org.egcg.reporting.lims;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;

/** A report on what the LIMS says. Thread-safe. */
public interface LimsReport {

    /**
     * Asks the LIMS.
     *
     * @throws org.egcg.reporting.error.ReportingException.Malformed if the arguments cannot be meant
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if the LIMS does not answer
     */
    Answer answer(LimsArguments arguments);

    /**
     * The items of a report. Each is put into its JSON shape as it is asked for, so that a long answer is never in
     * memory twice.
     */
    interface Answer extends Iterable<BsonDocument> {

        /** How many items there are. */
        int total();

        /** Items made of what is known about each thing. */
        static <T> Answer of(List<T> things, Function<T, BsonDocument> shape) {
            return new Answer() {
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
}

package org.egcg.reporting.review;

import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * A limit made ready to be held against many documents: what follows from it alone, such as where its number stands, is
 * worked out once. Immutable.
 */
final class Gauge {

    private final Threshold threshold;
    private final Function<BsonDocument, BsonValue> measured;
    private final int read;

    Gauge(Threshold threshold) {
        this.threshold = threshold;
        this.measured = threshold.measuring();
        this.read = SequencingReads.lastOf(threshold.looksAt());
    }

    Threshold threshold() {
        return threshold;
    }

    /** What the evidence comes to. */
    Finding of(Evidence evidence) {
        Threshold settled = threshold.limit() instanceof Limit.Ordered ordered
                ? threshold.with(evidence.required().of(ordered))
                : threshold;
        boolean noSuchRead = evidence.reads() > 0 && read > evidence.reads();
        return Finding.of(settled, measured.apply(evidence.document()), !noSuchRead);
    }
}

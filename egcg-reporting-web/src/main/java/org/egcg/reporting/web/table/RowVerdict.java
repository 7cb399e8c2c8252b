package org.egcg.reporting.web.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Review;

/** What came of a row, and what was recorded of it. A sample whose order the LIMS alone knows is judged when it is asked for. */
final class RowVerdict {

    private final Judging judging;
    private final List<String> recorded;
    private BsonDocument undecided;
    private Review review;

    private RowVerdict(Judging judging, BsonDocument document) {
        this.judging = judging;
        this.recorded = judging.recorded(document);
        if (judging.complete(document)) {
            review = judging.review(document, Requirements.UNKNOWN);
        } else {
            // Hundreds of thousands of rows may wait to be looked at.
            undecided = Bson.encoded(document);
        }
    }

    /** Empty if the row has no document that could be judged. */
    static Optional<RowVerdict> of(Judging judging, BsonDocument row) {
        return judging.document(row).map(document -> new RowVerdict(judging, document));
    }

    synchronized Review review(Supplier<Requirements> lims) {
        if (review == null) {
            review = judging.review(Bson.decoded(undecided), lims.get());
            undecided = null;
        }
        return review;
    }

    /** A mark if what was recorded is not what the limits say now. */
    Optional<Mark> difference(Review now) {
        return recorded.stream()
                .filter(now::differsFrom)
                .findFirst()
                .map(word -> new Mark(
                        "Δ",
                        "verdict",
                        "Recorded: " + word + "; by the limits now: "
                                + now.verdict().word()));
    }
}

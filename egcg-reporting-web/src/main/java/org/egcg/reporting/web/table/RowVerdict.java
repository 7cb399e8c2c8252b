package org.egcg.reporting.web.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.egcg.reporting.aggregation.FieldPath;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Review;

/** What came of a row, and what was recorded of it. A sample whose order the LIMS alone knows is judged when it is asked for. */
final class RowVerdict {

    private final Judging judging;
    private final List<String> recorded;
    /** What a review looks at, encoded: hundreds of thousands of rows may wait to be looked at. */
    private final Optional<BsonDocument> undecided;

    private Review review;

    private RowVerdict(Judging judging, List<String> recorded, Optional<BsonDocument> undecided) {
        this.judging = judging;
        this.recorded = recorded;
        this.undecided = undecided;
    }

    /**
     * Empty if the row has no document that could be judged.
     *
     * @param looksAt the fields that a review looks at
     */
    static Optional<RowVerdict> of(Judging judging, BsonDocument row, List<FieldPath> looksAt) {
        return judging.document(row).map(document -> of(judging, looksAt, document));
    }

    private static RowVerdict of(Judging judging, List<FieldPath> looksAt, BsonDocument document) {
        List<String> recorded = judging.recorded(document);
        if (!judging.complete(document)) {
            return new RowVerdict(judging, recorded, Optional.of(Bson.encoded(FieldPath.only(looksAt, document))));
        }
        RowVerdict decided = new RowVerdict(judging, recorded, Optional.empty());
        decided.review = judging.review(document, Requirements.UNKNOWN);
        return decided;
    }

    /** The same document's, where the LIMS may say something else of what was ordered. */
    RowVerdict besideOthers() {
        return undecided.isEmpty() ? this : new RowVerdict(judging, recorded, undecided);
    }

    synchronized Review review(Supplier<Requirements> lims) {
        if (review == null) {
            review = judging.review(Bson.decoded(undecided.orElseThrow()), lims.get());
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

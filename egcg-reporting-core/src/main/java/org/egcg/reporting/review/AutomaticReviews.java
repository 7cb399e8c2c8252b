package org.egcg.reporting.review;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;

/** Judges by thresholds and notes the verdict where it belongs. */
final class AutomaticReviews {

    private final LabRecords records;
    private final Judge judge;
    private final Reviews reviews;
    private final Supplier<BsonDateTime> now;

    AutomaticReviews(LabRecords records, Judge judge, Reviews reviews, Supplier<BsonDateTime> now) {
        this.records = records;
        this.judge = judge;
        this.reviews = reviews;
        this.now = now;
    }

    /** Each lane's verdict goes to all run elements of the lane, those without a known barcode included. */
    List<Review> run(String runId) {
        return run(runId, judge.run(runId, reviews));
    }

    /** The same for lanes that are judged already. An element that misses a limit of its own fails with a good lane, too. */
    List<Review> run(String runId, List<Judged> lanes) {
        BsonDateTime date = now.get();
        Map<Long, Review> byNumber = new HashMap<>();
        lanes.forEach(lane -> byNumber.put(lane.lane(), lane.review()));
        Map<ObjectId, BsonDocument> changes = new LinkedHashMap<>();
        for (BsonDocument element : records.named("run_elements", "run_id", runId)) {
            BsonValue number = element.get("lane");
            Optional<Review> lane = number != null && number.isNumber()
                    ? Optional.ofNullable(byNumber.get(number.asNumber().longValue()))
                    : Optional.empty();
            if (lane.isPresent()) {
                changes.put(id(element), reviews.runElement(element, lane).summary(date));
            }
        }
        records.note("run_elements", changes);
        return lanes.stream().map(Judged::review).toList();
    }

    /** The verdict goes to the sample. */
    List<Review> sample(String sampleId) {
        BsonDocument sample = judge.document(sampleId);
        return sample(new Judged(judge.reviewed(sample, sampleId, reviews), sample));
    }

    /** The same for a sample that is judged already. */
    List<Review> sample(Judged sample) {
        records.note("samples", Map.of(id(sample.document()), sample.review().summary(now.get())));
        return List.of(sample.review());
    }

    /** The verdict goes into the rapid analysis; a comment there is written on failure, or over an earlier one. */
    List<Review> rapid(String sampleId) {
        BsonDocument sample = judge.rapidDocument(sampleId);
        Review review = reviews.rapid(sample);
        BsonDocument summary = review.summary(now.get());
        if (review.verdict() instanceof Verdict.Pass
                && !sample.getDocument("rapid_analysis").containsKey("review_comments")) {
            summary.remove("review_comments");
        }
        records.note("samples", Map.of(id(sample), new BsonDocument("rapid_analysis", summary)));
        return List.of(review);
    }

    private static ObjectId id(BsonDocument document) {
        return document.getObjectId("_id").getValue();
    }

    /** What the action says it was about. */
    static BsonDocument info(String field, String id) {
        return new BsonDocument(field, new BsonString(id));
    }
}

package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.decision.Decided;
import org.egcg.reporting.decision.DecisionBook;

/** Judges by thresholds and notes the verdict where it belongs. */
final class AutomaticReviews {

    private final LabRecords records;
    private final Judge judge;
    private final Reviews reviews;
    private final DecisionBook book;
    private final Supplier<BsonDateTime> now;

    AutomaticReviews(LabRecords records, Judge judge, Reviews reviews, DecisionBook book, Supplier<BsonDateTime> now) {
        this.records = records;
        this.judge = judge;
        this.reviews = reviews;
        this.book = book;
        this.now = now;
    }

    /**
     * What came of a review.
     *
     * @param leftAlone what a person has decided and was not asked to be decided anew
     */
    record Outcome(List<Review> reviews, List<Decided> leftAlone) {}

    /** Each lane's verdict goes to all run elements of the lane, those without a known barcode included. */
    Outcome run(String runId, boolean override) {
        return run(runId, judge.run(runId, reviews), override);
    }

    /** The same for lanes that are judged already. An element that misses a limit of its own fails with a good lane, too. */
    Outcome run(String runId, List<Judged> lanes, boolean override) {
        Map<Long, Review> byNumber = new HashMap<>();
        lanes.forEach(lane -> byNumber.put(lane.lane(), lane.review()));
        List<Judged> verdicts = new ArrayList<>();
        for (BsonDocument element : records.named("run_elements", "run_id", runId)) {
            BsonValue number = element.get("lane");
            Optional<Review> lane = number != null && number.isNumber()
                    ? Optional.ofNullable(byNumber.get(number.asNumber().longValue()))
                    : Optional.empty();
            if (lane.isPresent()) {
                verdicts.add(new Judged(reviews.runElement(element, lane), element));
            }
        }
        return new Outcome(lanes.stream().map(Judged::review).toList(), written("run_elements", verdicts, override));
    }

    /** The verdict goes to the sample. */
    Outcome sample(String sampleId, boolean override) {
        BsonDocument sample = judge.document(sampleId);
        return sample(new Judged(judge.reviewed(sample, sampleId, reviews), sample), override);
    }

    /** The same for a sample that is judged already. */
    Outcome sample(Judged sample, boolean override) {
        return new Outcome(List.of(sample.review()), written("samples", List.of(sample), override));
    }

    /** Writes verdicts into documents, and answers those that were left alone. */
    private List<Decided> written(String resource, List<Judged> verdicts, boolean override) {
        List<Decided> leftAlone = override
                ? List.of()
                : book.verdicts(verdicts.stream().map(Judged::document).toList());
        Set<ObjectId> kept = leftAlone.stream().map(Decided::document).collect(Collectors.toSet());
        BsonDateTime date = now.get();
        Map<ObjectId, BsonDocument> changes = new LinkedHashMap<>();
        verdicts.stream()
                .filter(judged -> !kept.contains(id(judged.document())))
                .forEach(judged ->
                        changes.put(id(judged.document()), judged.review().summary(date)));
        records.note(resource, changes);
        return leftAlone;
    }

    /** The verdict goes into the rapid analysis; a comment there is written on failure, or over an earlier one. */
    Outcome rapid(String sampleId) {
        BsonDocument sample = judge.rapidDocument(sampleId);
        Review review = reviews.rapid(sample);
        BsonDocument summary = review.summary(now.get());
        if (review.verdict() instanceof Verdict.Pass
                && !sample.getDocument("rapid_analysis").containsKey("review_comments")) {
            summary.remove("review_comments");
        }
        records.note("samples", Map.of(id(sample), new BsonDocument("rapid_analysis", summary)));
        return new Outcome(List.of(review), List.of());
    }

    private static ObjectId id(BsonDocument document) {
        return document.getObjectId("_id").getValue();
    }

    /** What the action says it was about. */
    static BsonDocument info(String field, String id) {
        return new BsonDocument(field, new BsonString(id));
    }
}

package org.egcg.reporting.review;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.NotFound;

/** Finds what is to be judged, and has it judged. Writes nothing. */
final class Judge {

    private final LabRecords records;
    private final Orders orders;

    Judge(LabRecords records, Orders orders) {
        this.records = records;
        this.orders = orders;
    }

    /** A lane and what is said of it. */
    record JudgedLane(long number, Review review) {}

    /** All lanes of a run. */
    List<JudgedLane> run(String runId, Reviews reviews) {
        List<JudgedLane> lanes = new ArrayList<>();
        for (BsonDocument lane : records.named("lanes", "run_id", runId)) {
            BsonValue number = lane.get("lane_number");
            lanes.add(new JudgedLane(
                    number != null && number.isNumber() ? number.asNumber().longValue() : 0, reviews.lane(lane)));
        }
        if (lanes.isEmpty()) {
            throw nothing("run", runId);
        }
        return lanes;
    }

    Review lane(String laneId, Reviews reviews) {
        return records.named("lanes", "lane_id", laneId).stream()
                .findFirst()
                .map(reviews::lane)
                .orElseThrow(() -> nothing("lane", laneId));
    }

    Review sample(String sampleId, Reviews reviews) {
        return reviewed(document(sampleId), sampleId, reviews);
    }

    Review reviewed(BsonDocument sample, String sampleId, Reviews reviews) {
        return reviews.sample(sample, orders.of(sampleId, sample));
    }

    BsonDocument document(String sampleId) {
        return records.sample(sampleId).orElseThrow(() -> nothing("sample", sampleId));
    }

    Review rapid(String sampleId, Reviews reviews) {
        return reviews.rapid(rapidDocument(sampleId));
    }

    /** A sample that has a rapid analysis. */
    BsonDocument rapidDocument(String sampleId) {
        return records.sample(sampleId)
                .filter(sample -> sample.get("rapid_analysis") instanceof BsonDocument rapid && !rapid.isEmpty())
                .orElseThrow(() -> nothing("sample", sampleId));
    }

    private static NotFound nothing(String kind, String id) {
        return new NotFound("No data found for " + kind + " id " + id + ".");
    }
}

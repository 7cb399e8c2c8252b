package org.egcg.reporting.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.NotFound;

/** Finds what is to be judged, and has it judged. Writes nothing. */
final class Judge {

    private final LabRecords records;
    private final Orders orders;

    Judge(LabRecords records, Orders orders) {
        this.records = records;
        this.orders = orders;
    }

    /** All lanes of a run. */
    List<Judged> run(String runId, Reviews reviews) {
        List<Judged> lanes = lanes(records.named("lanes", "run_id", runId), reviews);
        if (lanes.isEmpty()) {
            throw nothing("run", runId);
        }
        return lanes;
    }

    private static List<Judged> lanes(List<BsonDocument> lanes, Reviews reviews) {
        return lanes.stream().map(lane -> new Judged(reviews.lane(lane), lane)).toList();
    }

    /** Several runs with all of their lanes, or several lanes; the store is asked once. */
    List<Judgement> lanes(String kind, String field, List<String> ids, Reviews reviews) {
        Map<String, List<BsonDocument>> found = byName(field, records.named("lanes", field, ids));
        return ids.stream()
                .map(id -> found.containsKey(id)
                        ? Judgement.of(id, lanes(found.get(id), reviews))
                        : Judgement.missing(id, nothing(kind, id).getMessage()))
                .toList();
    }

    /** Several samples; the store is asked once, and so is Clarity for those whose documents do not say what was ordered. */
    List<Judgement> samples(List<String> ids, Reviews reviews) {
        Map<String, BsonDocument> found = new LinkedHashMap<>();
        byName("sample_id", records.named("samples", "sample_id", ids))
                .forEach((id, documents) -> found.put(id, documents.get(0)));
        Function<String, Requirements> ordered = orders.of(found);
        return ids.stream()
                .map(id -> found.containsKey(id)
                        ? sample(id, found.get(id), ordered, reviews)
                        : Judgement.missing(id, nothing("sample", id).getMessage()))
                .toList();
    }

    private static Judgement sample(
            String id, BsonDocument sample, Function<String, Requirements> ordered, Reviews reviews) {
        try {
            return Judgement.of(id, List.of(new Judged(reviews.sample(sample, ordered.apply(id)), sample)));
        } catch (NotFound notOrdered) {
            return Judgement.missing(id, notOrdered.getMessage());
        }
    }

    private static Map<String, List<BsonDocument>> byName(String field, List<BsonDocument> documents) {
        return documents.stream()
                .collect(Collectors.groupingBy(
                        document -> document.getString(field).getValue(), LinkedHashMap::new, Collectors.toList()));
    }

    Review lane(String laneId, Reviews reviews) {
        return records.named("lanes", "lane_id", laneId).stream()
                .findFirst()
                .map(reviews::lane)
                .orElseThrow(() -> nothing("lane", laneId));
    }

    /** A run element, together with its lane. */
    Review runElement(String id, Reviews reviews) {
        BsonDocument element = records.named("run_elements", "run_element_id", id).stream()
                .findFirst()
                .orElseThrow(() -> nothing("run element", id));
        Optional<Review> lane = records.named("lanes", "run_id", Judged.text(element, "run_id")).stream()
                .map(found -> new Judged(reviews.lane(found), found))
                .filter(judged -> judged.lane() == Judged.number(element, "lane"))
                .map(Judged::review)
                .findFirst();
        return reviews.runElement(element, lane);
    }

    /** Run elements of any runs, each with its lane; lanes are asked for together. */
    List<Judged> runElements(List<BsonDocument> elements, Reviews reviews) {
        List<String> runs = elements.stream()
                .map(element -> Judged.text(element, "run_id"))
                .distinct()
                .toList();
        Map<String, List<Judged>> lanes = lanes(records.named("lanes", "run_id", runs), reviews).stream()
                .collect(Collectors.groupingBy(lane -> Judged.text(lane.document(), "run_id")));
        return elements.stream()
                .map(element -> new Judged(
                        reviews.runElement(
                                element, lane(element, lanes.getOrDefault(Judged.text(element, "run_id"), List.of()))),
                        element))
                .toList();
    }

    private static Optional<Review> lane(BsonDocument element, List<Judged> lanes) {
        return lanes.stream()
                .filter(lane -> lane.lane() == Judged.number(element, "lane"))
                .map(Judged::review)
                .findFirst();
    }

    /** The run elements of lanes, by the lanes' ids; lanes without any are not among them. */
    Map<String, List<BsonDocument>> elements(List<String> laneIds) {
        List<BsonDocument> lanes = records.named("lanes", "lane_id", laneIds);
        List<String> runs = lanes.stream()
                .map(lane -> Judged.text(lane, "run_id"))
                .distinct()
                .toList();
        List<BsonDocument> elements = records.named("run_elements", "run_id", runs);
        Map<String, List<BsonDocument>> found = new LinkedHashMap<>();
        for (BsonDocument lane : lanes) {
            List<BsonDocument> here = elements.stream()
                    .filter(element -> Judged.text(element, "run_id").equals(Judged.text(lane, "run_id"))
                            && Judged.number(element, "lane") == Judged.number(lane, "lane_number"))
                    .toList();
            if (!here.isEmpty()) {
                found.put(Judged.text(lane, "lane_id"), here);
            }
        }
        return found;
    }

    /** A sample, by what is known of its order. */
    Review sample(String sampleId, Reviews reviews) {
        BsonDocument sample = document(sampleId);
        return reviews.sample(sample, orders.known(sampleId, sample));
    }

    /**
     * The same to be recorded.
     *
     * @throws NotFound if nothing says what was ordered
     */
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

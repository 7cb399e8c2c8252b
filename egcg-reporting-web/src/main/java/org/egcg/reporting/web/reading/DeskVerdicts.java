package org.egcg.reporting.web.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.review.Requirements;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.web.desk.DeskKind;
import org.egcg.reporting.web.desk.Waiting;
import org.egcg.reporting.web.table.Rows;

/** What the rules say of what waits for a decision. */
@ApplicationScoped
public class DeskVerdicts {

    @Inject
    private Records records;

    @Inject
    private LimsOrders orders;

    @Inject
    private PageSettings pages;

    /** In a word each, by their keys; nothing while the store is away. */
    public Map<String, String> of(List<Waiting> waiting) {
        Map<String, String> verdicts = new HashMap<>();
        try {
            List<BsonDocument> lanes = read(DeskKind.LANES, Subject.LANE, waiting);
            say(DeskKind.LANES, lanes, lane -> pages.reviews().lane(lane), verdicts);
            List<BsonDocument> samples = read(DeskKind.SAMPLES, Subject.SAMPLE, waiting);
            Map<String, Requirements> ordered = orders.of(samples);
            say(DeskKind.SAMPLES, samples, sample -> review(sample, ordered), verdicts);
        } catch (Unavailable away) {
            return verdicts;
        }
        return verdicts;
    }

    private Review review(BsonDocument sample, Map<String, Requirements> ordered) {
        String id = Bson.text(sample, DeskKind.SAMPLES.field());
        Requirements lims = ordered.getOrDefault(id, Requirements.UNKNOWN);
        return pages.reviews().sample(sample, Requirements.in(sample).or(lims));
    }

    private static void say(
            DeskKind kind,
            List<BsonDocument> documents,
            Function<BsonDocument, Review> review,
            Map<String, String> verdicts) {
        documents.forEach(document -> verdicts.put(
                kind.resource() + ":" + Bson.text(document, kind.field()),
                review.apply(document).verdict().word()));
    }

    private List<BsonDocument> read(DeskKind kind, Subject subject, List<Waiting> waiting) {
        List<String> ids = waiting.stream()
                .filter(one -> one.kind() == kind)
                .map(Waiting::id)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return records
                .open(
                        kind.resource(),
                        ReadRequest.everything()
                                .matching(Criteria.in(kind.field(), ids))
                                .showing(ReviewProjection.of(pages.reviews(), subject, kind.field())))
                .list()
                .stream()
                .map(Rows::decoded)
                .toList();
    }
}

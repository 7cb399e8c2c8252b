package org.egcg.reporting.review;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.decision.Decided;
import org.egcg.reporting.decision.DecisionBook;
import org.egcg.reporting.decision.Ruled;
import org.egcg.reporting.delivery.Delivery;
import org.egcg.reporting.delivery.Readiness;
import org.egcg.reporting.delivery.SignedDelivery;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.json.EveDate;
import org.egcg.reporting.review.ActionRequest.SignOff;

/** Looks at the samples of a project that are to be delivered, and at what was signed. Writes nothing. Safe for threads. */
public final class Deliveries {

    /** So many samples are signed for together; an action with more would be too large a document. */
    static final int MOST = 2000;

    private final LabRecords records;
    private final Judge judge;
    private final Reviews reviews;
    private final DecisionBook book;
    private final SampleStanding standing;

    Deliveries(LabRecords records, Judge judge, Reviews reviews, DecisionBook book) {
        this.records = records;
        this.judge = judge;
        this.reviews = reviews;
        this.book = book;
        this.standing = new SampleStanding(reviews);
    }

    /**
     * How it stands with the samples of a project now. While the LIMS is away they are compared with what their documents
     * say of the order.
     *
     * @throws NotFound if it has no samples
     */
    public Delivery of(String project) {
        List<BsonDocument> samples = records.named("samples", "project_id", project).stream()
                .sorted(Comparator.comparing(sample -> Bson.text(sample, "sample_id")))
                .toList();
        if (samples.isEmpty()) {
            throw new NotFound("No data found for project id " + project + ".");
        }
        Map<String, Ruled> ruled = ruled(samples);
        Map<ObjectId, Decided> verdicts = new HashMap<>();
        book.verdicts(samples).forEach(decided -> verdicts.putIfAbsent(decided.document(), decided));
        String thresholds = reviews.thresholds().version();
        return new Delivery(
                project,
                version(thresholds, samples),
                thresholds,
                samples.stream()
                        .map(sample -> standing.of(
                                sample,
                                ruled.get(Bson.text(sample, "sample_id")),
                                Optional.ofNullable(
                                        verdicts.get(sample.getObjectId("_id").getValue()))))
                        .toList());
    }

    private static String version(String thresholds, List<BsonDocument> samples) {
        String all = Stream.concat(Stream.of(thresholds), samples.stream().map(sample -> Bson.text(sample, "_etag")))
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Map<String, Ruled> ruled(List<BsonDocument> samples) {
        Map<String, Ruled> ruled = new HashMap<>();
        List<String> ids =
                samples.stream().map(sample -> Bson.text(sample, "sample_id")).toList();
        try {
            judge.samples(ids, reviews)
                    .forEach(judgement ->
                            judgement.reviews().forEach(review -> ruled.put(judgement.id(), ruled(review))));
        } catch (Unavailable lims) {
            if (!lims.dependency().equals("clarity")) {
                throw lims;
            }
        }
        samples.forEach(sample -> ruled.computeIfAbsent(
                Bson.text(sample, "sample_id"), id -> ruled(reviews.sample(sample, Requirements.in(sample)))));
        return ruled;
    }

    private static Ruled ruled(Review review) {
        return RulesSaid.of(review, review.findings());
    }

    /** What was signed of a project, the latest first. */
    public List<SignedDelivery> signed(String project) {
        return records.named("actions", "action_info.project_id", project).stream()
                .flatMap(action -> SignedDelivery.of(action).stream())
                .sorted(Comparator.comparing(SignedDelivery::date)
                        .thenComparing(SignedDelivery::id)
                        .reversed())
                .toList();
    }

    /**
     * One that was signed.
     *
     * @throws NotFound if there is no such action, or it is no signature
     */
    public SignedDelivery action(String actionId) {
        return records.named("actions", "action_id", actionId).stream()
                .flatMap(action -> SignedDelivery.of(action).stream())
                .findFirst()
                .orElseThrow(() -> new NotFound("No signed delivery has the action id " + actionId + "."));
    }

    /**
     * What is to be signed now.
     *
     * @throws EtagMismatch if it is not what was looked at
     * @throws Conflict if no sample is ready, or the same was signed before
     * @throws Malformed if the comment is missing though samples are not ready
     */
    Delivery toBeSigned(SignOff request) {
        Delivery delivery = of(request.project());
        String project = "Project " + request.project();
        if (!request.version().isEmpty() && !request.version().equals(delivery.version())) {
            throw new EtagMismatch(project + " has changed since it was looked at.");
        }
        if (delivery.of(Readiness.READY).isEmpty()) {
            throw new Conflict(project + " has no sample that is ready.");
        }
        if (delivery.samples().size() > MOST) {
            throw new TooLarge(project + " has more than " + MOST + " samples.");
        }
        signed(request.project()).stream()
                .filter(before -> before.delivery().version().equals(delivery.version()))
                .findFirst()
                .ifPresent(before -> {
                    throw new Conflict(project + " was signed as it is now by " + before.by() + " at "
                            + EveDate.format(before.date()) + ".");
                });
        int lacking = delivery.of(Readiness.LACKING).size();
        if (request.comment().isEmpty() && lacking > 0) {
            throw new Malformed("comment: is missing, and " + lacking + " of the samples are not ready");
        }
        return delivery;
    }

    /** What an action that signs it says of it to clients; what is kept has the samples, too. */
    static BsonDocument info(Delivery delivery, String comment) {
        return new BsonDocument("project_id", new BsonString(delivery.project()))
                .append("version", new BsonString(delivery.version()))
                .append("thresholds", new BsonString(delivery.thresholds()))
                .append("comment", new BsonString(comment))
                .append(
                        "review_entities",
                        new BsonArray(delivery.of(Readiness.READY).stream()
                                .map(sample -> new BsonString(sample.id()))
                                .toList()));
    }
}

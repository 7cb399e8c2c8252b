package org.egcg.reporting.review;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.decision.Decidable;
import org.egcg.reporting.decision.Decided;
import org.egcg.reporting.decision.Decision;
import org.egcg.reporting.decision.DecisionBook;
import org.egcg.reporting.decision.DecisionState;
import org.egcg.reporting.delivery.Delivery;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.clarity.ClarityClient;
import org.egcg.reporting.resource.ResourceReader;
import org.egcg.reporting.resource.ResourceWriter;
import org.egcg.reporting.resource.internal.Listeners;
import org.egcg.reporting.review.ActionRequest.LimsReview;
import org.egcg.reporting.review.ActionRequest.ManualReview;
import org.egcg.reporting.review.ActionRequest.RapidReview;
import org.egcg.reporting.review.ActionRequest.RunReview;
import org.egcg.reporting.review.ActionRequest.SampleReview;
import org.egcg.reporting.review.ActionRequest.SignOff;
import org.egcg.reporting.review.ActionRequest.Undo;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;

/**
 * Performs reviews and keeps a document of each. Safe for threads: nothing of one action reaches another, neither
 * thresholds nor LIMS account.
 *
 * <p>Dates of actions are the clock's local time.
 */
public final class Actions {

    private static final System.Logger LOG = System.getLogger(Actions.class.getName());
    private static final String NOBODY = "None";

    private final Reviews reviews;
    private final Judge judge;
    private final AutomaticReviews automatic;
    private final ManualReviews manual;
    private final Undoing undoing;
    private final Deliveries deliveries;
    private final LimsReviews lims;
    private final ActionLog log;
    private final Clock clock;
    private final Listeners<ReviewPerformed> listeners = new Listeners<>();

    public Actions(
            Schemas schemas,
            ResourceReader reader,
            ResourceWriter writer,
            Reviews reviews,
            ClarityClient clarity,
            DecisionBook book,
            Trail trail,
            Clock clock) {
        LabRecords records = new LabRecords(schemas, reader, writer);
        this.reviews = reviews;
        this.judge = new Judge(records, new Orders(clarity));
        this.automatic = new AutomaticReviews(records, judge, reviews, book, this::now);
        this.manual = new ManualReviews(records, judge, reviews, book, this::now);
        this.undoing = new Undoing(records, trail);
        this.deliveries = new Deliveries(records, judge, reviews, book);
        this.lims = new LimsReviews(records, clarity);
        this.log = new ActionLog(records);
        this.clock = clock;
    }

    /**
     * Has a listener told of each action that was performed to its end, before it is answered. What a listener throws
     * changes nothing.
     */
    public void whenPerformed(Consumer<? super ReviewPerformed> listener) {
        listeners.add(listener);
    }

    /** The thresholds in force. */
    public Thresholds thresholds() {
        return reviews.thresholds();
    }

    /** Who judges: what holds for a document that was read already is asked here. */
    public Reviews reviews() {
        return reviews;
    }

    /** What is ready to be delivered, and what was signed. */
    public Deliveries deliveries() {
        return deliveries;
    }

    private BsonDateTime now() {
        return new BsonDateTime(LocalDateTime.now(clock).toEpochSecond(ZoneOffset.UTC) * 1000);
    }

    /**
     * Performs an action to its end and stores its document. An automatic review changes documents, one of the LIMS
     * starts a step there under the account that the request brings.
     *
     * @param user who asks for it
     * @throws NotFound if there is nothing to review, or the LIMS lacks what the review needs
     * @throws org.egcg.reporting.error.ReportingException.AccountRefused if the LIMS does not accept the account
     * @throws org.egcg.reporting.error.ReportingException.Conflict if what is in the LIMS does not fit the request
     * @throws Unavailable if LIMS or store fail; what had been done in the LIMS by then is stored as an action, too
     */
    public Performed perform(ActionRequest request, String user) {
        Performed performed = origin(request).during(() -> performed(request, user));
        listeners.tell(() -> new ReviewPerformed(request.type(), user, performed.data()));
        return performed;
    }

    /** What the trail says of all that the action writes. */
    private static Origin origin(ActionRequest request) {
        String why = request instanceof ManualReview review
                ? review.decision().comment()
                : request instanceof SignOff signed ? signed.comment() : "";
        return Origin.current().at(request.type(), new ObjectId().toHexString(), why);
    }

    private Performed performed(ActionRequest request, String user) {
        if (request instanceof RunReview run) {
            return automatic(request, "run_id", run.runId(), user, id -> automatic.run(id, run.override()));
        } else if (request instanceof SampleReview sample) {
            return automatic(
                    request, "sample_id", sample.sampleId(), user, id -> automatic.sample(id, sample.override()));
        } else if (request instanceof RapidReview rapid) {
            return automatic(request, "sample_id", Optional.of(rapid.sampleId()), user, automatic::rapid);
        } else if (request instanceof ManualReview decision) {
            return manual(decision, user);
        } else if (request instanceof Undo undo) {
            return undo(undo, user);
        } else if (request instanceof SignOff signed) {
            return sign(signed, user);
        }
        return lims((LimsReview) request);
    }

    private Performed automatic(
            ActionRequest request,
            String field,
            Optional<String> id,
            String user,
            Function<String, AutomaticReviews.Outcome> work) {
        BsonDateTime started = now();
        if (id.isEmpty()) {
            throw new NotFound("No data found for " + field.replace('_', ' ') + " " + NOBODY + ".");
        }
        AutomaticReviews.Outcome outcome = work.apply(id.get());
        List<Review> reviews = outcome.reviews();
        BsonDocument info = AutomaticReviews.info(field, id.get());
        if (!outcome.leftAlone().isEmpty()) {
            info.append("left_alone", texts(outcome.leftAlone().stream().map(Decided::name)));
        }
        BsonDocument data = ActionLog.action(request.type(), user, started)
                .append("date_finished", now())
                .append("action_info", info);
        BsonArray explanations = new BsonArray();
        reviews.forEach(review -> explanations.add(review.explanation()));
        LOG.log(Level.INFO, "{0} of {1} by {2}: {3}", request.type(), id.get(), user, verdicts(reviews));
        return log.keep(id.get() + ActionLog.text(started), data, new BsonDocument("reviews", explanations));
    }

    private static BsonArray texts(Stream<String> texts) {
        return new BsonArray(texts.map(BsonString::new).toList());
    }

    private Performed manual(ManualReview review, String user) {
        Decision decision = review.decision();
        BsonDateTime started = now();
        List<Decided> decided = manual.decide(decision, user);
        BsonDocument info = new BsonDocument(
                        "resource", new BsonString(decision.kind().resource()))
                .append("review_entities", texts(decision.ids().stream()));
        decision.reviewed().ifPresent(word -> info.append("reviewed", new BsonString(word)));
        decision.useable().ifPresent(word -> info.append("useable", new BsonString(word)));
        info.append("comment", new BsonString(decision.comment()))
                .append(
                        "overruled",
                        texts(decided.stream()
                                .filter(one -> decision.differsFrom(one.rules()))
                                .map(Decided::name)));
        BsonDocument data = ActionLog.action(review.type(), user, started)
                .append("date_finished", now())
                .append("action_info", info);
        LOG.log(Level.INFO, "{0} of {1} by {2}", review.type(), decision.ids(), user);
        return log.keep("manual_" + decision.ids().get(0) + "_" + ActionLog.text(started), data, new BsonDocument());
    }

    private Performed undo(Undo request, String user) {
        BsonDateTime started = now();
        List<TrailEntry> undone = undoing.undo(request.actionId());
        BsonDocument info = new BsonDocument("action_id", new BsonString(request.actionId()))
                .append("resource", new BsonString(undone.get(0).resource()))
                .append("documents", texts(undone.stream().map(TrailEntry::name)));
        BsonDocument data = ActionLog.action(request.type(), user, started)
                .append("date_finished", now())
                .append("action_info", info);
        LOG.log(Level.INFO, "{0} of {1} by {2}", request.type(), request.actionId(), user);
        return log.keep("undo_" + request.actionId() + "_" + ActionLog.text(started), data, new BsonDocument());
    }

    /** The samples are kept with the action, and not told. */
    private Performed sign(SignOff request, String user) {
        BsonDateTime started = now();
        Delivery delivery = deliveries.toBeSigned(request);
        BsonDocument data = ActionLog.action(request.type(), user, started)
                .append("date_finished", now())
                .append("action_info", Deliveries.info(delivery, request.comment()));
        LOG.log(Level.INFO, "{0} of {1} by {2}", request.type(), request.project(), user);
        BsonDocument samples = new BsonDocument("samples", delivery.told().get("samples"));
        return log.keep(request.type() + "_" + request.project() + "_" + ActionLog.text(started), data, samples);
    }

    /**
     * How it stands with decisions, in the order of the ids: what is stored, which version that is, and what people have
     * decided before.
     *
     * @param resource {@code run_elements}, {@code lanes} or {@code samples}
     * @throws NotFound if one of the ids names nothing
     */
    public List<DecisionState> standing(String resource, List<String> ids) {
        return manual.standings(Decidable.of(resource), ids);
    }

    private static List<String> verdicts(List<Review> reviews) {
        return reviews.stream()
                .map(review -> review.id() + " " + review.verdict().reviewed())
                .toList();
    }

    private Performed lims(LimsReview review) {
        BsonDateTime started = now();
        String by = review.account().username();
        BsonDocument info = new BsonDocument(
                        "lims_step_name", new BsonString(review.step().stage()))
                .append("samples", texts(review.samples().stream()));
        BsonDocument data = ActionLog.action(review.type(), by, started).append("action_info", info);
        LimsReviews.Outcome outcome = lims.start(review);
        if (outcome instanceof LimsReviews.Started step) {
            info.append("lims_url", new BsonString(step.url()));
            LOG.log(Level.INFO, "{0} by {1}: step {2}", review.type(), by, step.stepId());
            return keepStep(step, data);
        }
        throw halfway((LimsReviews.Halfway) outcome, data);
    }

    private Performed keepStep(LimsReviews.Started step, BsonDocument data) {
        try {
            return log.keep("lims_" + step.stepId(), data, new BsonDocument());
        } catch (Unavailable store) {
            throw new Unavailable(
                    store.dependency(),
                    "The LIMS step " + step.stepId() + " was started (" + step.url()
                            + "), but the action could not be stored",
                    store);
        }
    }

    private Unavailable halfway(LimsReviews.Halfway halfway, BsonDocument data) {
        String done = halfway.step().isEmpty()
                ? "asked the LIMS to queue " + halfway.routed() + "; no step was started"
                : "started the LIMS step " + halfway.step().get(0).url() + "; its program was not started";
        String message = halfway.failure().getMessage() + ". What was done before: " + done;
        BsonDocument info = data.getDocument("action_info").append("failure", new BsonString(message));
        halfway.step().forEach(step -> info.append("lims_url", new BsonString(step.url())));
        String id = halfway.step().isEmpty()
                ? "lims_failed_" + ActionLog.text(data.getDateTime("date_started"))
                : "lims_" + halfway.step().get(0).stepId();
        try {
            log.keep(id, data.append("date_finished", now()), new BsonDocument());
        } catch (Unavailable store) {
            LOG.log(Level.ERROR, "an action that failed halfway could not be stored: " + message, store);
        }
        return new Unavailable(halfway.failure().dependency(), message, halfway.failure());
    }

    /**
     * How a review would come out now, without writing anything.
     *
     * @param resource {@code lanes}, {@code runs} (all of its lanes), {@code run_elements}, {@code samples} or {@code
     *     rapid_analysis}
     * @param id the id of lane, run, run element or sample
     * @throws NotFound if there is nothing of this id to review, or the resource is none of these
     * @throws Malformed if one of them is not named
     */
    public List<Review> explain(String resource, String id) {
        return explain(resource, id, thresholds());
    }

    /** The same by other thresholds, such as {@link Thresholds#changed}. */
    public List<Review> explain(String resource, String id, Thresholds by) {
        if (resource.isEmpty() || id.isEmpty()) {
            throw new Malformed((resource.isEmpty() ? "resource" : "id") + ": is missing");
        }
        Reviews judging = reviews.by(by);
        return switch (resource) {
            case "lanes" -> List.of(judge.lane(id, judging));
            case "runs" -> judge.run(id, judging).stream().map(Judged::review).toList();
            case "run_elements" -> List.of(judge.runElement(id, judging));
            case "samples" -> List.of(judge.sample(id, judging));
            case "rapid_analysis" -> List.of(judge.rapid(id, judging));
            default ->
                throw new NotFound("There are reviews of lanes, runs, run_elements, samples and rapid_analysis, not of "
                        + resource + ".");
        };
    }

    /**
     * How automatic reviews of several would come out now, without writing anything. Store and LIMS are asked once for all.
     *
     * @param resource {@code lanes}, {@code runs} or {@code samples}
     * @return one for each id, in their order
     */
    public List<Judgement> explain(String resource, List<String> ids) {
        return switch (resource) {
            case "lanes" -> judge.lanes("lane", "lane_id", ids, reviews);
            case "runs" -> judge.lanes("run", "run_id", ids, reviews);
            case "samples" -> judge.samples(ids, reviews);
            default ->
                throw new NotFound("There are reviews of lanes, runs and samples together, not of " + resource + ".");
        };
    }

    /**
     * Performs automatic reviews of samples or runs, in their order: each is judged once, with its verdict written and an
     * action stored.
     *
     * @param judgements what {@link #explain(String, List)} has said a moment ago of these samples or runs
     * @throws NotFound at the first of which there is nothing to review; those before it are done
     */
    public void perform(String resource, List<Judgement> judgements, String user) {
        judgements.forEach(judgement -> perform(resource, judgement, user));
    }

    private void perform(String resource, Judgement judgement, String user) {
        if (judgement.judged().isEmpty()) {
            throw new NotFound(judgement.missing());
        }
        Optional<String> id = Optional.of(judgement.id());
        boolean samples = resource.equals("samples");
        ActionRequest request = samples ? new SampleReview(id, false) : new RunReview(id, false);
        Performed performed = origin(request)
                .during(() -> automatic(
                        request,
                        samples ? "sample_id" : "run_id",
                        id,
                        user,
                        name -> samples
                                ? automatic.sample(judgement.judged().get(0), false)
                                : automatic.run(name, judgement.judged(), false)));
        listeners.tell(() -> new ReviewPerformed(request.type(), user, performed.data()));
    }
}

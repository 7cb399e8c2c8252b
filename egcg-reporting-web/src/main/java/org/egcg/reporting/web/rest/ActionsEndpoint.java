package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.review.ActionRequest;
import org.egcg.reporting.review.Performed;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.web.failure.Failure;

/**
 * Actions: what is sent is not a document but an order, and the document is what came of it. What an order would lead
 * to can be asked beforehand.
 */
@Path("/actions")
@RequestScoped
public class ActionsEndpoint extends ResourceEndpoint {

    private static final System.Logger LOG = System.getLogger(ActionsEndpoint.class.getName());

    @Inject
    private ReportingActions actions;

    /** Nothing behind the {@code ?} counts. A body of another type, or none, has no fields and names no action. */
    @POST
    @Override
    public Response insert() {
        BsonDocument fields = Body.of(request()).fields();
        String user = ApiRequest.userOf(request()).name();
        String key = request().getHeader("Idempotency-Key");
        InsertAnswer answer = key == null
                ? performed(fields)
                : new RepeatableAction(reporting(), user, key).perform(fields, () -> performed(fields));
        return answer.response();
    }

    private InsertAnswer performed(BsonDocument fields) {
        Performed performed = inItsWords(() -> actions.perform(ActionRequest.of(fields)));
        return InsertAnswer.of(performed, reporting().config().api().prefix());
    }

    /** How a review would come out by the thresholds in force. */
    @GET
    @Path("/explain")
    public Response explain() {
        return explained(actions.thresholds());
    }

    /** How it would come out with some thresholds changed: the body is a merge patch of their file. */
    @POST
    @Path("/explain")
    public Response explainOtherwise() {
        return explained(inItsWords(() -> {
            BsonValue changes = Body.of(request()).value();
            if (!changes.isDocument()) {
                throw new Malformed("thresholds: must be an object");
            }
            return actions.thresholds().changed(changes.asDocument());
        }));
    }

    private Response explained(Thresholds by) {
        RequestArguments arguments = RequestArguments.of(request());
        String resource = arguments.first("resource");
        String id = arguments.first("id");
        List<Review> reviews = inItsWords(() -> actions.explain(resource, id, by));
        EveJson json = new EveJson(arguments.has("pretty"));
        return Response.ok(json.plain(explanation(resource, id, reviews)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static BsonDocument explanation(String resource, String id, List<Review> reviews) {
        if (!resource.equals("runs")) {
            return reviews.get(0).explanation();
        }
        BsonArray lanes = new BsonArray();
        reviews.forEach(review -> lanes.add(review.explanation()));
        return new BsonDocument("resource", new BsonString(resource))
                .append("id", new BsonString(id))
                .append("reviews", lanes);
    }

    /** People read these messages. */
    private static <T> T inItsWords(Supplier<T> work) {
        try {
            return work.get();
        } catch (ReportingException refused) {
            if (hasUsualWords(refused)) {
                throw refused;
            }
            throw HttpRefusal.inItsWords(status(refused), refused);
        }
    }

    /** As for all paths; and a rapid review without a sample keeps the words that it always had. */
    private static boolean hasUsualWords(ReportingException refused) {
        boolean storeAway = refused instanceof Unavailable away
                && !away.dependency().equals("clarity")
                && !(away.getCause() instanceof Unavailable);
        return storeAway
                || refused instanceof Unauthenticated
                || (refused instanceof Malformed && refused.getMessage().startsWith("sample_id"));
    }

    /** A LIMS that fails is a gateway's failure to those who ordered something there. */
    private static int status(ReportingException refused) {
        if (refused instanceof Unavailable away && away.dependency().equals("clarity")) {
            LOG.log(System.Logger.Level.WARNING, away.getMessage());
            return 502;
        }
        return Failure.of(refused).status();
    }
}

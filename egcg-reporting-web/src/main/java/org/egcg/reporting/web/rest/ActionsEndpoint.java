package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ReportingException.Conflict;
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ReportingException.NotFound;
import org.egcg.reporting.ejb.ReportingStartup;
import org.egcg.reporting.review.ActionRequest;
import org.egcg.reporting.review.Actions;
import org.egcg.reporting.review.Performed;
import org.egcg.reporting.review.Review;
import org.egcg.reporting.review.Thresholds;

/** Actions are performed here, and explained. Reading them is like reading any document. */
@Path(ActionsEndpoint.PLACE)
@RequestScoped
public class ActionsEndpoint {

    static final String PLACE = "/-/actions";

    @Inject
    private ReportingStartup startup;

    @Context
    private HttpServletRequest request;

    private Actions actions() {
        return startup.reporting().actions();
    }

    /** Nothing behind the {@code ?} counts. */
    @POST
    public Response perform() {
        ActionRequest wanted = toldInItsWords(() -> ActionRequest.of(fields()));
        Performed performed = toldInItsWords(
                () -> actions().perform(wanted, ApiRequest.userOf(request).name()));
        Reporting reporting = startup.reporting();
        String address = Addresses.encoded(
                performed.receipt().schema(), performed.receipt().document());
        return Response.status(201)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Location", reporting.config().api().prefix() + "/" + address)
                .entity(new EveJson(false).performed(performed))
                .build();
    }

    /** A body of another type, or none, has no fields; it names no action and is refused as such. */
    private BsonDocument fields() {
        try {
            BsonValue value = Body.of(request).value();
            return value.isDocument() ? value.asDocument() : new BsonDocument();
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            return new BsonDocument();
        }
    }

    /** How a review would come out by the thresholds in force. */
    @GET
    @Path("/explain")
    public Response explain() {
        return explained(actions().thresholds());
    }

    /** How it would come out with some thresholds changed: the body is a merge patch of their file. */
    @POST
    @Path("/explain")
    public Response explainOtherwise() {
        return explained(toldInItsWords(() -> {
            BsonValue changes = Body.of(request).value();
            if (!changes.isDocument()) {
                throw new Malformed("thresholds: must be an object");
            }
            return actions().thresholds().changed(changes.asDocument());
        }));
    }

    private Response explained(Thresholds by) {
        Arguments arguments = Arguments.of(request);
        String resource = arguments.first("resource");
        String id = arguments.first("id");
        List<Review> reviews = toldInItsWords(() -> actions().explain(resource, id, by));
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

    /** Clients show these messages to people; only a missing sample of a rapid review keeps the usual words. */
    private static <T> T toldInItsWords(Supplier<T> work) {
        try {
            return work.get();
        } catch (NotFound nothing) {
            throw Refusal.ofAction(404, nothing.getMessage());
        } catch (Conflict inTheWay) {
            throw Refusal.ofAction(409, inTheWay.getMessage());
        } catch (Malformed wrong) {
            throw wrong.getMessage().startsWith("sample_id") ? wrong : Refusal.ofAction(400, wrong.getMessage());
        }
    }
}

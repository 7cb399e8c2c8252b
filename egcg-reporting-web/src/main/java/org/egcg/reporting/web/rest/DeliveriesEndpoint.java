package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.delivery.SignedDelivery;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException.Malformed;

/** What is ready to be delivered of a project, and which actions have signed for it. */
@Path("/deliveries")
@RequestScoped
public class DeliveriesEndpoint {

    @Inject
    private ReportingActions actions;

    @GET
    public Response delivery(@Context HttpServletRequest request) {
        RequestArguments arguments = RequestArguments.of(request);
        String project = arguments.first("project_id");
        if (project.isEmpty()) {
            throw new Malformed("project_id: is missing");
        }
        BsonArray signed = new BsonArray(actions.signatures(project).stream()
                .map(DeliveriesEndpoint::told)
                .toList());
        BsonDocument told = actions.delivery(project).told().append("signed", signed);
        EveJson json = new EveJson(arguments.has("pretty"));
        return Response.ok(json.plain(told), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static BsonDocument told(SignedDelivery signed) {
        return new BsonDocument("action_id", new BsonString(signed.id()))
                .append("by", new BsonString(signed.by()))
                .append("date", signed.date())
                .append("version", new BsonString(signed.delivery().version()));
    }
}

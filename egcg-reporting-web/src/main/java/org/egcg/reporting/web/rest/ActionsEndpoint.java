package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.bson.BsonDocument;
import org.egcg.reporting.ReportingException;
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ReportingException.Unauthenticated;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.review.ActionRequest;
import org.egcg.reporting.review.Performed;

/** Actions: what is sent is not a document but an order, and the document is what came of it. */
@Path("/actions")
@RequestScoped
public class ActionsEndpoint extends ResourceEndpoint {

    @POST
    @Override
    public Response insert() {
        BsonDocument fields = Body.of(request()).fields();
        try {
            ActionRequest order = ActionRequest.of(fields);
            Performed performed = reporting()
                    .actions()
                    .perform(order, ApiRequest.userOf(request()).name());
            return InsertAnswer.of(performed, reporting().config().api().prefix())
                    .response();
        } catch (Malformed | Unauthenticated known) {
            throw known;
        } catch (ReportingException refused) {
            throw Refusal.inItsWords(status(refused), refused);
        }
    }

    /** A LIMS that fails is a gateway's failure to those who ordered something there. */
    private static int status(ReportingException refused) {
        boolean lims = refused instanceof Unavailable away && away.dependency().equals("clarity");
        return lims ? 502 : ErrorMapper.status(refused);
    }
}

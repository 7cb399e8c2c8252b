package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.decision.Decided;
import org.egcg.reporting.decision.Decision;
import org.egcg.reporting.decision.DecisionState;
import org.egcg.reporting.ejb.ReportingActions;
import org.egcg.reporting.error.ReportingException.Malformed;

/** How it stands with decisions on run elements, lanes or samples: which version is stored, and what people have decided. */
@Path("/decisions")
@RequestScoped
public class DecisionsEndpoint {

    @Inject
    private ReportingActions actions;

    @GET
    public Response decisions(@Context HttpServletRequest request) {
        RequestArguments arguments = RequestArguments.of(request);
        List<String> ids = arguments.all().getOrDefault("id", List.of());
        if (ids.isEmpty() || ids.size() > Decision.MOST) {
            throw new Malformed("id: expected between 1 and " + Decision.MOST + " of them");
        }
        BsonArray states = new BsonArray(actions.standing(arguments.first("resource"), ids).stream()
                .map(DecisionsEndpoint::told)
                .toList());
        EveJson json = new EveJson(arguments.has("pretty"));
        return Response.ok(json.plain(new BsonDocument("data", states)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static BsonDocument told(DecisionState state) {
        return new BsonDocument("resource", new BsonString(state.kind().resource()))
                .append("id", new BsonString(state.id()))
                .append("version", new BsonString(state.version()))
                .append("current", told(state.current()))
                .append("earlier", told(state.earlier()));
    }

    private static BsonArray told(List<Decided> decisions) {
        return new BsonArray(decisions.stream().map(Decided::told).toList());
    }
}

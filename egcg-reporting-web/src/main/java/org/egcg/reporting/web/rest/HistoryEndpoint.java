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
import java.util.Optional;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.ejb.ReportingHistory;
import org.egcg.reporting.ejb.ReportingReader;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;
import org.egcg.reporting.web.route.ApiRoute;

/** Who has changed which document: of all, and of one. */
@Path("/history")
@RequestScoped
public class HistoryEndpoint {

    private static final int USUAL = 25;
    private static final int MOST = 1000;

    @Inject
    private ReportingHistory history;

    @Inject
    private ReportingReader reader;

    @Context
    private HttpServletRequest request;

    @GET
    public Response all() {
        RequestArguments arguments = RequestArguments.of(request);
        return answer(arguments, TrailQuestion.of(arguments.first()));
    }

    /** Also of a document that is gone, by the name that it had. */
    @GET
    @Path("/{resource}/{id}")
    public Response one() {
        ApiRoute.Item item = ((ApiRoute.History) ApiRequest.routeOf(request).orElseThrow())
                .item()
                .orElseThrow();
        RequestArguments arguments = RequestArguments.of(request);
        Optional<ObjectId> document = document(item);
        TrailQuestion question = TrailQuestion.of(arguments.first())
                .about(
                        item.schema().resource(),
                        document.isPresent() ? "" : item.id(),
                        document.map(Set::of).orElse(Set.of()));
        return answer(arguments, question);
    }

    private Optional<ObjectId> document(ApiRoute.Item item) {
        try {
            return Optional.of(new ItemAddress(item, reader).of(id -> id));
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }

    private Response answer(RequestArguments arguments, TrailQuestion question) {
        int most = most(arguments);
        List<TrailEntry> entries = history.entries(question, most + 1);
        BsonDocument meta = new BsonDocument("max_results", new BsonInt32(most));
        if (entries.size() > most) {
            meta.append("before", new BsonString(entries.get(most - 1).id().toHexString()));
        }
        BsonArray data =
                new BsonArray(entries.stream().limit(most).map(TrailEntry::told).toList());
        EveJson json = new EveJson(arguments.has("pretty"));
        return Response.ok(
                        json.plain(new BsonDocument("data", data).append("_meta", meta)),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static int most(RequestArguments arguments) {
        String asked = arguments.first("max_results");
        boolean number = asked.isEmpty() || asked.matches("[0-9]{1,4}");
        int most = number ? asked.isEmpty() ? USUAL : Integer.parseInt(asked) : 0;
        if (most < 1 || most > MOST) {
            throw new Malformed("max_results: expected a number from 1 to " + MOST);
        }
        return most;
    }
}

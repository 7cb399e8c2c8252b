package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.ejb.ReportingNotes;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.note.Note;
import org.egcg.reporting.web.route.ApiRoute;

/** Notes on runs, lanes, samples and projects. */
@Path("/notes")
@RequestScoped
public class NotesEndpoint {

    private static final int MOST = 1000;

    @Inject
    private ReportingNotes notes;

    @Context
    private HttpServletRequest request;

    @GET
    public Response list() {
        RequestArguments arguments = RequestArguments.of(request);
        List<String> names = arguments.all().getOrDefault("name", List.of());
        if (names.isEmpty() || names.size() > MOST) {
            throw new Malformed("name: expected between 1 and " + MOST + " of them");
        }
        BsonArray found = new BsonArray(notes.on(arguments.first("resource"), names).stream()
                .map(Note::told)
                .toList());
        return answer(200, new BsonDocument("data", found));
    }

    @POST
    public Response write() {
        BsonDocument fields = Body.of(request).fields();
        Note note = notes.write(Bson.text(fields, "resource"), Bson.text(fields, "name"), Bson.text(fields, "text"));
        return answer(201, note.told());
    }

    @PATCH
    @Path("/{item}")
    public Response edit() {
        return answer(
                200,
                notes.edit(id(), Bson.text(Body.of(request).fields(), "text")).told());
    }

    @DELETE
    @Path("/{item}")
    public Response delete() {
        notes.delete(id());
        return Response.noContent().build();
    }

    private ObjectId id() {
        return new ObjectId(((ApiRoute.Notes) ApiRequest.routeOf(request).orElseThrow()).id());
    }

    private Response answer(int status, BsonDocument body) {
        EveJson json = new EveJson(RequestArguments.of(request).has("pretty"));
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(json.plain(body))
                .build();
    }
}

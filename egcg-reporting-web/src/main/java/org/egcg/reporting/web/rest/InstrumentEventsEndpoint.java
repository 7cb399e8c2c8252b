package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.ejb.ReportingInstruments;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.event.EventKind;
import org.egcg.reporting.event.InstrumentEvent;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.web.route.ApiRoute;

/** What was done to instruments. */
@Path("/instrument_events")
@RequestScoped
public class InstrumentEventsEndpoint {

    @Inject
    private ReportingInstruments instruments;

    @Context
    private HttpServletRequest request;

    @GET
    public Response list() {
        List<String> asked = RequestArguments.of(request).all().getOrDefault("instrument", List.of());
        BsonArray found = new BsonArray(instruments.events().stream()
                .filter(event -> asked.isEmpty() || asked.contains(event.instrument()))
                .map(InstrumentEvent::told)
                .toList());
        return answer(200, new BsonDocument("data", found));
    }

    @POST
    public Response note() {
        BsonDocument fields = Body.of(request).fields();
        BsonValue fresh = fields.get("new_baseline");
        InstrumentEvent event = instruments.note(
                Bson.text(fields, "instrument"),
                EventKind.of(Bson.text(fields, "kind")),
                day(Bson.text(fields, "date")),
                Bson.text(fields, "text"),
                fresh != null
                        && (fresh.isBoolean()
                                ? fresh.asBoolean().getValue()
                                : Bson.text(fields, "new_baseline").equals("true")));
        return answer(201, event.told());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            throw new Malformed("date: must be a day, such as 2026-04-26");
        }
    }

    @DELETE
    @Path("/{item}")
    public Response takeBack() {
        String id = ((ApiRoute.InstrumentEvents) ApiRequest.routeOf(request).orElseThrow()).id();
        instruments.takeBack(new ObjectId(id));
        return Response.noContent().build();
    }

    private Response answer(int status, BsonDocument body) {
        EveJson json = new EveJson(RequestArguments.of(request).has("pretty"));
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(json.plain(body))
                .build();
    }
}

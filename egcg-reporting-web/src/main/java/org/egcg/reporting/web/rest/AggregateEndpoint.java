package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.egcg.reporting.aggregation.legacy.LegacyDocuments;
import org.egcg.reporting.ejb.ReportingReader;

/** The reports of an earlier API that the database computes when they are asked for. */
@Path("/aggregate/{name}")
@RequestScoped
public class AggregateEndpoint {

    @Inject
    private ReportingReader reader;

    @Context
    private HttpServletRequest request;

    @GET
    public Response report(@PathParam("name") String name) {
        RequestArguments arguments = RequestArguments.of(request);
        LegacyDocuments answer = answer(name, arguments);
        Links links = new Links("aggregate/" + name, arguments);
        return about(answer)
                .entity(new EveJson(arguments.has("pretty")).report(answer, links))
                .build();
    }

    @HEAD
    public Response headOfReport(@PathParam("name") String name) {
        try (LegacyDocuments answer = answer(name, RequestArguments.of(request))) {
            return about(answer).build();
        }
    }

    private LegacyDocuments answer(String name, RequestArguments arguments) {
        return reader.report(name, arguments.first());
    }

    private static Response.ResponseBuilder about(LegacyDocuments answer) {
        return Response.ok().type(MediaType.APPLICATION_JSON_TYPE).header("X-Total-Count", answer.total());
    }
}

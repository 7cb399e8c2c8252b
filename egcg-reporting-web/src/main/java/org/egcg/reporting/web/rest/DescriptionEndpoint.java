package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.web.openapi.OpenApi;

/** What the API can do, in the form that tools read. */
@Path("/openapi.json")
@RequestScoped
public class DescriptionEndpoint {

    @Inject
    private Reporting reporting;

    @GET
    public Response description(@Context HttpServletRequest request) {
        EveJson json = new EveJson(RequestArguments.of(request).has("pretty"));
        return Response.ok(json.plain(OpenApi.of(reporting)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}

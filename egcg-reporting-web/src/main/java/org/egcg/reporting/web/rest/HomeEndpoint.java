package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.egcg.reporting.schema.Schemas;

/** The list of resources. */
@Path("/home")
@RequestScoped
public class HomeEndpoint {

    @Inject
    private Schemas schemas;

    @GET
    public Response home(@Context HttpServletRequest request) {
        EveJson json = new EveJson(RequestArguments.of(request).has("pretty"));
        return Response.ok(json.home(schemas.all()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}

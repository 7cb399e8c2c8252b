package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.egcg.reporting.ejb.ReportingLims;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.lims.LimsAnswer;
import org.egcg.reporting.lims.LimsArguments;
import org.egcg.reporting.lims.request.LimsRequest;
import org.egcg.reporting.web.route.ApiRoute;

/** What the LIMS says: {@code lims/} and the name of a report, or one of the names that older scripts use. */
@Path("/lims")
@RequestScoped
public class LimsEndpoint {

    @Inject
    private ReportingLims lims;

    @GET
    @Path("/{path:.+}")
    public Response report(@PathParam("path") String path, @Context HttpServletRequest request) {
        RequestArguments arguments = RequestArguments.of(request);
        String name = name(request);
        LimsRequest asked = LimsArguments.of(arguments.all())
                .request(name)
                .orElseThrow(() -> new NotFound("the LIMS has no report named " + name));
        LimsAnswer answer = lims.report(asked);
        return Response.ok(new EveJson(arguments.has("pretty")).report(answer), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static String name(HttpServletRequest request) {
        return ApiRequest.routeOf(request).orElse(null) instanceof ApiRoute.Report route ? route.report() : "";
    }
}

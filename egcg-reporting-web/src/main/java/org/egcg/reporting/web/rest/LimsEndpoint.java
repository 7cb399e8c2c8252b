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
import org.egcg.reporting.lims.LimsArguments;
import org.egcg.reporting.lims.LimsReport;
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
        LimsArguments asked = LimsArguments.of(arguments.all());
        LimsReport.Answer answer = lims.report(name(request), asked);
        return Response.ok(new EveJson(arguments.has("pretty")).report(answer), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static String name(HttpServletRequest request) {
        return ApiRequest.routeOf(request).orElse(null) instanceof ApiRoute.Report route ? route.report() : "";
    }
}

package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ejb.ReportingStartup;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.openapi.OpenApi;

/** What the API can do, in the form that tools read. */
@Path("/openapi.json")
@RequestScoped
public class DescriptionEndpoint {

    @Inject
    private ReportingStartup startup;

    @GET
    public Response description(@Context HttpServletRequest request) {
        Reporting reporting = startup.reporting();
        String version = Optional.ofNullable(Reporting.class.getPackage().getImplementationVersion())
                .orElse("1.0.0");
        BsonDocument description = new OpenApi(reporting.schemas(), LimsReports.NAMES)
                .document(version, reporting.config().api().prefix());
        EveJson json = new EveJson(Arguments.of(request).has("pretty"));
        return Response.ok(json.plain(description), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}

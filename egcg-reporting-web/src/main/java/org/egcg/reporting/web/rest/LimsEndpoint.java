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
import java.util.Set;
import java.util.TreeSet;
import org.egcg.reporting.ejb.ReportingLims;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.lims.LimsArguments;
import org.egcg.reporting.lims.LimsReport;
import org.egcg.reporting.lims.LimsReports;

/** What the LIMS says: {@code lims/} and the name of a report, or one of the names that older scripts use. */
@Path("/lims")
@RequestScoped
public class LimsEndpoint {

    private static final String OLD = "status/";
    private static final String OLD_SAMPLES = "samples";

    /** The paths of all reports behind {@code lims/}. */
    static final Set<String> PATHS = paths();

    @Inject
    private ReportingLims lims;

    private static Set<String> paths() {
        Set<String> paths = new TreeSet<>(LimsReports.NAMES);
        LimsReports.NAMES.forEach(name -> paths.add(OLD + name));
        paths.add(OLD_SAMPLES);
        return Set.copyOf(paths);
    }

    @GET
    @Path("/{path:.+}")
    public Response report(@PathParam("path") String path, @Context HttpServletRequest request) {
        if (!PATHS.contains(path)) {
            throw new NotFound("lims/" + path + " is no report");
        }
        RequestArguments arguments = RequestArguments.of(request);
        LimsArguments asked = LimsArguments.of(arguments.all());
        LimsReport.Answer answer = lims.report(name(path), asked);
        return Response.ok(new EveJson(arguments.has("pretty")).report(answer), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static String name(String path) {
        return path.equals(OLD_SAMPLES) ? "sample_info" : path.replace(OLD, "");
    }
}

package org.egcg.reporting.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.egcg.reporting.ReportingException.Unavailable;

/** What the LIMS says. */
@Path("/lims")
@RequestScoped
public class LimsEndpoint {

    static final Set<String> REPORTS = Set.of(
            "project_info",
            "sample_info",
            "project_status",
            "plate_status",
            "sample_status",
            "run_status",
            "library_info",
            "sample_qc_info",
            "genotyping_info");

    @GET
    @Path("/{report: .+}")
    public Response report() {
        throw new Unavailable("lims", "no LIMS is connected", null);
    }
}

package org.egcg.reporting.web.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.web.door.AdmittedRequest;
import org.egcg.reporting.web.door.Opening;

/**
 * Leads requests for the API's addresses to it; see {@link ApiWays} for which these are.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ApiFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ReportingConfig config;

    @Inject
    private transient ApiWays ways;

    /** For browsers that are made to show an answer as if it were a page. */
    private static final String NO_PAGE =
            "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public ApiFilter() {}

    /** For those who inject nothing. */
    @SuppressWarnings("UnnecessaryAssignment") // in the place of whoever would inject
    ApiFilter(ReportingConfig config, ApiWays ways) {
        this.config = config;
        this.ways = ways;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AdmittedRequest admission = AdmittedRequest.of(request);
        if (admission.opening() == Opening.API) {
            forward(request, response, ways.route(admission.address()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private void forward(HttpServletRequest request, HttpServletResponse response, Optional<ApiRoute> route)
            throws IOException, ServletException {
        ApiRequest.limitedTo(request, config.limits());
        response.setHeader("Content-Security-Policy", NO_PAGE);
        String path = RestApplication.PATH + route.map(ApiRoute::path).orElse("/");
        request.getRequestDispatcher(path).forward(new ApiRequest(request, route), response);
    }
}

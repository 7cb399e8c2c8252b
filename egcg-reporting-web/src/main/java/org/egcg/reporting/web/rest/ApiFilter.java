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
import org.egcg.reporting.web.route.AdmittedRequest;
import org.egcg.reporting.web.route.ApiRoute;
import org.egcg.reporting.web.route.Route;
import org.egcg.reporting.web.route.Routes;

/**
 * Leads requests for the API's addresses to it; see {@link Routes} for which these are.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ApiFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ReportingConfig config;

    /** For browsers that are made to show an answer as if it were a page. */
    private static final String NO_PAGE =
            "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    public ApiFilter() {}

    /** For those who inject nothing. */
    @SuppressWarnings("UnnecessaryAssignment") // in the place of whoever would inject
    ApiFilter(ReportingConfig config) {
        this.config = config;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (AdmittedRequest.of(request).route() instanceof Route.Api api) {
            forward(request, response, api.path());
        } else {
            chain.doFilter(request, response);
        }
    }

    private void forward(HttpServletRequest request, HttpServletResponse response, Optional<ApiRoute> route)
            throws IOException, ServletException {
        ApiRequest.limitedTo(request, config.limits());
        response.setHeader("Content-Security-Policy", NO_PAGE);
        String path = RestApplication.PATH + route.map(ApiRoute::path).orElse("/");
        request.getRequestDispatcher(path).forward(new ApiRequest(request), response);
    }
}

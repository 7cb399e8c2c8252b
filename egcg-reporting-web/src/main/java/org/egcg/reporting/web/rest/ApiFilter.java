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
import org.egcg.reporting.ReportingException.Malformed;
import org.egcg.reporting.ejb.ReportingStartup;

/**
 * Leads requests that begin with the configured prefix to the API. Without a prefix the API has the paths of its
 * resources and reports, and the pages have the others.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ApiFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private transient String prefix;
    private transient Routes routes;

    @Inject
    private transient ReportingStartup startup;

    /** For browsers that are made to show an answer as if it were a page. */
    private static final String NO_PAGE =
            "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    @Override
    public void init() {
        prefix = startup.reporting().config().api().prefix();
        routes = new Routes(startup.reporting().schemas(), LimsEndpoint.PATHS);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith(RestApplication.PATH)) {
            forward(request, response, Optional.empty());
        } else if (path.equals(prefix) || path.startsWith(prefix + "/")) {
            Optional<Route> route = route(path.substring(prefix.length()));
            if (prefix.isEmpty() && route.filter(Routes::isNoPage).isEmpty()) {
                chain.doFilter(request, response);
            } else {
                forward(request, response, route);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<Route> route(String path) {
        try {
            return routes.find(Decoding.decoded(path.replace("+", "%2B")));
        } catch (Malformed noPath) {
            return Optional.empty();
        }
    }

    private void forward(HttpServletRequest request, HttpServletResponse response, Optional<Route> route)
            throws IOException, ServletException {
        ApiRequest.limitedTo(request, startup.reporting().config().limits());
        response.setHeader("Content-Security-Policy", NO_PAGE);
        String path = RestApplication.PATH + route.map(Route::path).orElse("/");
        request.getRequestDispatcher(path).forward(new ApiRequest(request, route), response);
    }
}

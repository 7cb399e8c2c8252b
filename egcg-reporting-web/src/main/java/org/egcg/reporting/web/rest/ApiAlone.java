package org.egcg.reporting.web.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.web.route.AdmittedRequest;
import org.egcg.reporting.web.route.PathReading;
import org.egcg.reporting.web.route.RequestPath;
import org.egcg.reporting.web.route.Route;
import org.egcg.reporting.web.route.Routes;

/**
 * The way to the API for a server that has nothing else and injects nothing, as in tests of pipelines: what is no address
 * of the API is nowhere.
 */
public final class ApiAlone extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient Routes routes;
    private final transient CurrentUser user;
    private final ApiFilter api;

    public ApiAlone(Reporting reporting, CurrentUser user) {
        this.user = user;
        this.routes = new Routes(reporting.config().api().prefix(), reporting.schemas(), path -> false);
        this.api = new ApiFilter(reporting.config());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (PathReading.of(request) instanceof RequestPath.Normal address
                && routes.find(address) instanceof Route.Api route) {
            new AdmittedRequest(address, route).noteIn(request);
            user.begin();
            Origin.Bound origin = Origin.request(request.getRemoteAddr(), "").bind();
            try {
                api.doFilter(request, response, chain);
            } finally {
                origin.close();
                user.end();
            }
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

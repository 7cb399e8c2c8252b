package org.egcg.reporting.web.rest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.ejb.CurrentUser;
import org.egcg.reporting.web.door.AdmittedRequest;
import org.egcg.reporting.web.door.Opening;
import org.egcg.reporting.web.door.RequestPath;

/**
 * The way to the API for a server that has nothing else and injects nothing, as in tests of pipelines: what is no address
 * of the API is nowhere.
 */
public final class ApiAlone extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient ApiWays ways;
    private final transient CurrentUser user;
    private final ApiFilter api;

    public ApiAlone(Reporting reporting, CurrentUser user) {
        this.user = user;
        this.ways = new ApiWays(reporting.config(), reporting.schemas());
        this.api = new ApiFilter(reporting.config(), ways);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RequestPath.of(request) instanceof RequestPath.Normal address
                && ways.opening(address).isPresent()) {
            new AdmittedRequest(address, Opening.API).noteIn(request);
            user.begin();
            try {
                api.doFilter(request, response, chain);
            } finally {
                user.end();
            }
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}

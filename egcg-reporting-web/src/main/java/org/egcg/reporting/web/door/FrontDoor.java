package org.egcg.reporting.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.security.internal.SecurityLog;
import org.egcg.reporting.web.route.AdmittedRequest;
import org.egcg.reporting.web.route.LoggedPath;
import org.egcg.reporting.web.route.PathReading;
import org.egcg.reporting.web.route.RequestPath;
import org.egcg.reporting.web.route.Routes;

/**
 * Lets in what is one clear request for an address that a rule opens. What it lets in carries an {@link AdmittedRequest},
 * by which all filters and servlets behind it decide; none of them reads the address again.
 */
public class FrontDoor extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ReportingConfig config;

    @Inject
    private transient Routes routes;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> fault = Framing.fault(request);
        RequestPath target = PathReading.of(request);
        if (fault.isPresent()) {
            refuse(request, response, new Problem(HttpServletResponse.SC_BAD_REQUEST, fault.get()));
        } else if (target instanceof RequestPath.Odd odd) {
            refuse(request, response, problem(request, odd));
        } else if (target instanceof RequestPath.Normal address) {
            admit(request, response, chain, new AdmittedRequest(address, routes.find(address)));
        }
    }

    private void admit(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, AdmittedRequest admission)
            throws IOException, ServletException {
        if (origins().isForged(request)) {
            refuse(
                    request,
                    response,
                    new Problem(HttpServletResponse.SC_FORBIDDEN, "Pages of other sites may change nothing here."));
        } else {
            admission.noteIn(request);
            chain.doFilter(request, response);
        }
    }

    private Origins origins() {
        ReportingConfig.Api api = config.api();
        return new Origins(api.crossOrigin().origins(), api.proxies());
    }

    private String prefix() {
        return config.api().prefix();
    }

    /** Clients of the API know a path with an empty part as one where nothing is. */
    private Problem problem(HttpServletRequest request, RequestPath.Odd odd) {
        boolean api = !prefix().isEmpty() && request.getRequestURI().startsWith(prefix() + "/");
        return odd.leadsNowhere() && api
                ? Problem.notFound()
                : new Problem(HttpServletResponse.SC_BAD_REQUEST, "The address " + odd.why() + ".");
    }

    /** A client that sends such a thing may have put another request behind it, so the connection ends. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        SecurityLog.note(
                "request refused",
                "status",
                String.valueOf(problem.status()),
                "why",
                problem.sentence(),
                "path",
                LoggedPath.of(request),
                "address",
                request.getRemoteAddr());
        response.setHeader("Connection", "close");
        problem.answer(request, response, prefix());
    }
}

package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Locale;
import java.util.Optional;

/**
 * A request on its way to the API: with the method that {@code X-HTTP-Method-Override} asks for, and without the
 * arguments, which each server would take apart in a way of its own.
 */
final class ApiRequest extends HttpServletRequestWrapper {

    private static final String QUERY = ApiRequest.class.getName() + ".query";
    private static final String ROUTE = ApiRequest.class.getName() + ".route";

    private final String method;

    ApiRequest(HttpServletRequest request, Optional<Route> route) {
        super(request);
        this.method = Optional.ofNullable(request.getHeader("X-HTTP-Method-Override"))
                .map(wanted -> wanted.strip().toUpperCase(Locale.ROOT))
                .orElse(request.getMethod());
        request.setAttribute(
                QUERY, Optional.ofNullable(request.getQueryString()).orElse(""));
        route.ifPresent(known -> request.setAttribute(ROUTE, known));
    }

    /** What stands behind the {@code ?}, as it was sent. */
    static String queryOf(HttpServletRequest request) {
        return (String) request.getAttribute(QUERY);
    }

    /** Where the request leads; empty if there is no such path, or the request came past the filter. */
    static Optional<Route> routeOf(HttpServletRequest request) {
        return Optional.ofNullable((Route) request.getAttribute(ROUTE));
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getQueryString() {
        return null;
    }
}

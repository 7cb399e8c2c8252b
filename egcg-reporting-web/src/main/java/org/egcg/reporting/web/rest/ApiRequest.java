package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig.Limits;
import org.egcg.reporting.security.User;
import org.egcg.reporting.web.route.AdmittedRequest;
import org.egcg.reporting.web.route.ApiRoute;
import org.egcg.reporting.web.route.Route;

/**
 * A request on its way to the API: with the method that {@code X-HTTP-Method-Override} asks for. RequestArguments and headers
 * are kept from the JAX-RS runtime, which on each server would take them apart in a way of its own: refuse what clients
 * send, or read from a form's body what is ours to read. Endpoints ask for headers by their names.
 */
final class ApiRequest extends HttpServletRequestWrapper {

    private static final String QUERY = ApiRequest.class.getName() + ".query";

    private static final String LIMITS = ApiRequest.class.getName() + ".limits";
    private static final String USER = ApiRequest.class.getName() + ".user";

    private final String method;

    ApiRequest(HttpServletRequest request) {
        super(request);
        this.method = Optional.ofNullable(request.getHeader("X-HTTP-Method-Override"))
                .map(wanted -> wanted.strip().toUpperCase(Locale.ROOT))
                .orElse(request.getMethod());
        request.setAttribute(
                QUERY, Optional.ofNullable(request.getQueryString()).orElse(""));
    }

    /** What stands behind the {@code ?}, as it was sent. */
    static String queryOf(HttpServletRequest request) {
        return (String) request.getAttribute(QUERY);
    }

    /** Where the request leads; empty if there is no such path, or the request came past the filter. */
    static Optional<ApiRoute> routeOf(HttpServletRequest request) {
        return AdmittedRequest.of(request).route() instanceof Route.Api api ? api.path() : Optional.empty();
    }

    /** Notes how much a request may send. */
    static void limitedTo(HttpServletRequest request, Limits limits) {
        request.setAttribute(LIMITS, limits);
    }

    /** How much the request may send. */
    static Limits limitsOf(HttpServletRequest request) {
        return (Limits) request.getAttribute(LIMITS);
    }

    /** Notes who sends a request. */
    static void sentBy(HttpServletRequest request, User user) {
        request.setAttribute(USER, user);
    }

    /** Who sends a request that was let in. */
    static User userOf(HttpServletRequest request) {
        return (User) request.getAttribute(USER);
    }

    @Override
    public String getMethod() {
        return method;
    }

    @Override
    public String getQueryString() {
        return null;
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String getContentType() {
        return null;
    }
}

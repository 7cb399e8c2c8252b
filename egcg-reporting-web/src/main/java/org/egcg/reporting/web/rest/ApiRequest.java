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
    private static final String PATH = ApiRequest.class.getName() + ".path";

    private final String method;

    /** @param path behind the API's prefix, as it was sent */
    ApiRequest(HttpServletRequest request, String path) {
        super(request);
        this.method = Optional.ofNullable(request.getHeader("X-HTTP-Method-Override"))
                .map(wanted -> wanted.strip().toUpperCase(Locale.ROOT))
                .orElse(request.getMethod());
        request.setAttribute(QUERY, Optional.ofNullable(request.getQueryString()).orElse(""));
        request.setAttribute(PATH, path);
    }

    /** What stands behind the {@code ?}, as it was sent. */
    static String queryOf(HttpServletRequest request) {
        return (String) request.getAttribute(QUERY);
    }

    /** What stands between the prefix and the {@code ?}, as it was sent; empty if the request came past the filter. */
    static Optional<String> pathOf(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(PATH));
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

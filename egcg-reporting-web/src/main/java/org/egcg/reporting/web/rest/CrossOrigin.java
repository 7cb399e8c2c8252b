package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which pages of other origins may use the API. Nobody named means everybody, with his own credentials; otherwise only
 * those named, or all if a star is among them.
 */
final class CrossOrigin {

    private static final String EVERY_METHOD = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";
    private static final String AUTHORIZATION = "Authorization";

    private final List<String> origins;

    CrossOrigin(List<String> origins) {
        this.origins = origins;
    }

    /** Adds what the browser of a page of another origin must know. */
    void answer(HttpServletRequest request, String method, MultivaluedMap<String, Object> headers) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return;
        }
        headers.putSingle("Vary", "Origin");
        if (origins.isEmpty()) {
            headers.putSingle("Access-Control-Allow-Origin", origin);
            headers.putSingle("Access-Control-Allow-Credentials", "true");
            if (method.equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null) {
                preflight(request, headers);
            }
        } else if (origins.contains(origin) || origins.contains("*")) {
            named(request, origin, headers);
        }
    }

    private static void preflight(HttpServletRequest request, MultivaluedMap<String, Object> headers) {
        headers.putSingle("Access-Control-Allow-Methods", EVERY_METHOD);
        String wanted = Optional.ofNullable(request.getHeader("Access-Control-Request-Headers"))
                .orElse("");
        String allowed = Arrays.stream(wanted.split(","))
                .map(String::strip)
                .filter(AUTHORIZATION::equalsIgnoreCase)
                .collect(Collectors.joining(", "));
        if (!allowed.isEmpty()) {
            headers.putSingle("Access-Control-Allow-Headers", allowed);
        }
    }

    private static void named(HttpServletRequest request, String origin, MultivaluedMap<String, Object> headers) {
        headers.putSingle("Access-Control-Allow-Origin", origin);
        headers.putSingle("Access-Control-Allow-Headers", AUTHORIZATION);
        headers.putSingle("Access-Control-Max-Age", "21600");
        ApiRequest.routeOf(request)
                .ifPresent(route -> headers.putSingle("Access-Control-Allow-Methods", route.allow()));
    }
}

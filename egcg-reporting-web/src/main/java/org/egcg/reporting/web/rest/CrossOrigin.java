package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import org.egcg.reporting.web.door.Origins;

/**
 * Which pages of other origins may use the API: those named, or all if a star is among them; an empty list means none.
 * What a browser knows of a user by itself is never for them.
 */
final class CrossOrigin {

    private final Origins origins;

    CrossOrigin(Origins origins) {
        this.origins = origins;
    }

    /** Adds what the browser of a page of another origin must know. */
    void answer(HttpServletRequest request, MultivaluedMap<String, Object> headers) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return;
        }
        headers.putSingle("Vary", "Origin");
        if (origins.mayRead(origin)) {
            headers.putSingle("Access-Control-Allow-Origin", origin);
            headers.putSingle("Access-Control-Allow-Headers", "Authorization");
            headers.putSingle("Access-Control-Max-Age", "21600");
            ApiRequest.routeOf(request)
                    .ifPresent(route -> headers.putSingle("Access-Control-Allow-Methods", route.allow()));
        }
    }
}

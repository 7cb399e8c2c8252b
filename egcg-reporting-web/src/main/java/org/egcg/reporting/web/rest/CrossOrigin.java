package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.web.door.Origins;
import org.egcg.reporting.web.route.ApiRoute;

/**
 * Which pages of other origins may use the API: those named, or all if a star is among them; an empty list means none.
 * What a browser knows of a user by itself is never for them.
 */
final class CrossOrigin {

    private final ReportingConfig.CrossOrigin allowed;
    private final Origins origins;

    CrossOrigin(ReportingConfig.Api api) {
        this.allowed = api.crossOrigin();
        this.origins = new Origins(allowed.origins(), api.proxies());
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
            headers.putSingle("Access-Control-Allow-Headers", String.join(", ", allowed.headers()));
            headers.putSingle("Access-Control-Expose-Headers", String.join(", ", allowed.exposed()));
            headers.putSingle("Access-Control-Max-Age", "21600");
            ApiRequest.routeOf(request)
                    .ifPresent(route -> headers.putSingle("Access-Control-Allow-Methods", methods(route)));
        }
    }

    private String methods(ApiRoute route) {
        return allowed.methods().isEmpty() ? route.allow() : String.join(", ", allowed.methods());
    }
}

package org.egcg.reporting.web.route;

import jakarta.servlet.http.HttpServletRequest;

/**
 * How the front door has let a request in. Who needs it and finds none has been reached by another way than the door,
 * and lets no user in.
 *
 * @param address the path that was asked for
 * @param route where it leads
 */
public record AdmittedRequest(RequestPath.Normal address, Route route) {

    private static final String NAME = AdmittedRequest.class.getName();

    public void noteIn(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** @throws IllegalStateException if the request did not come through the door */
    public static AdmittedRequest of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof AdmittedRequest admission) {
            return admission;
        }
        throw new IllegalStateException("a request that did not come through the front door");
    }
}

package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;

/** Who sends a request, for its line in the access log. */
public final class Caller {

    private static final String NAME = Caller.class.getName();

    private Caller() {}

    /** Notes the user who was let in. */
    public static void is(HttpServletRequest request, String user) {
        request.setAttribute(NAME, user);
    }

    /** The user's name; empty text if nobody was let in. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof String user ? user : "";
    }
}

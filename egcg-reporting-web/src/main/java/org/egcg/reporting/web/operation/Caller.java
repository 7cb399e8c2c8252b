package org.egcg.reporting.web.operation;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/** Who sends a request, and from where. Known of the request itself, however often it was wrapped since. */
public final class Caller {

    private static final String NAME = Caller.class.getName();
    private static final String ADDRESS = NAME + ".address";

    private Caller() {}

    /**
     * Notes the user who was let in, for the access log; his request goes on in a user's turn.
     *
     * @throws org.egcg.reporting.error.ReportingException.Busy if there is none to be had in time
     */
    public static void is(HttpServletRequest request, String user) {
        request.setAttribute(NAME, user);
        RequestSlot.of(request).ifPresent(admission -> admission.recognised(user));
    }

    /** The user's name; empty text for strangers. */
    static String of(ServletRequest request) {
        return request.getAttribute(NAME) instanceof String user ? user : "";
    }

    static void comesFrom(ServletRequest request, String address) {
        request.setAttribute(ADDRESS, address);
    }

    /** Where the request comes from, behind known proxies; also of a request that no filter of ours has wrapped. */
    public static String address(ServletRequest request) {
        return request.getAttribute(ADDRESS) instanceof String address ? address : request.getRemoteAddr();
    }
}

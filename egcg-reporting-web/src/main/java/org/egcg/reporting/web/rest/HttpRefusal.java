package org.egcg.reporting.web.rest;

import org.egcg.reporting.error.ReportingException;

/** A refusal that only HTTP knows, with the very words that the client is to read. */
final class HttpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    private HttpRefusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    static HttpRefusal methodNotAllowed() {
        return new HttpRefusal(405, "The method is not allowed for the requested URL.");
    }

    static HttpRefusal bodyTooLarge(long most) {
        return new HttpRefusal(413, "The request's body has more than " + most + " bytes.");
    }

    /** What went wrong with an action, which people read. */
    static HttpRefusal inItsWords(int status, ReportingException cause) {
        HttpRefusal refusal = new HttpRefusal(status, cause.getMessage());
        refusal.initCause(cause);
        return refusal;
    }

    /** A body of no known type, or an empty form. */
    static HttpRefusal badRequest(String message) {
        return new HttpRefusal(400, message);
    }

    /** The first request with a key is still at work. */
    static HttpRefusal underWay() {
        return new HttpRefusal(503, "The first request with this Idempotency-Key is still under way.");
    }

    /** The first request with a key was broken off in the middle of something that must not happen twice. */
    static HttpRefusal brokenOff() {
        return new HttpRefusal(
                409, "The first request with this Idempotency-Key was broken off; see in the LIMS what became of it.");
    }

    /** An {@code Idempotency-Key} that was used for another body. */
    static HttpRefusal keyReused() {
        return new HttpRefusal(422, "This Idempotency-Key was used for another request.");
    }
}

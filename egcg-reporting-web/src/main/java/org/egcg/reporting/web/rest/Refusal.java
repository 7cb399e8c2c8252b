package org.egcg.reporting.web.rest;

import org.egcg.reporting.ReportingException;

/** A refusal that only HTTP knows, with the very words that the client is to read. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    private Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }

    static Refusal methodNotAllowed() {
        return new Refusal(405, "The method is not allowed for the requested URL.");
    }

    static Refusal bodyTooLarge(long most) {
        return new Refusal(413, "The request's body has more than " + most + " bytes.");
    }

    /** What went wrong with an action, which people read. */
    static Refusal inItsWords(int status, ReportingException cause) {
        Refusal refusal = new Refusal(status, cause.getMessage());
        refusal.initCause(cause);
        return refusal;
    }

    /** A body of no known type, or an empty form. */
    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    /** The first request with a key is still at work. */
    static Refusal underWay() {
        return new Refusal(503, "The first request with this Idempotency-Key is still under way.");
    }

    /** The first request with a key was broken off in the middle of something that must not happen twice. */
    static Refusal brokenOff() {
        return new Refusal(
                409, "The first request with this Idempotency-Key was broken off; see in the LIMS what became of it.");
    }

    /** An {@code Idempotency-Key} that was used for another body. */
    static Refusal keyReused() {
        return new Refusal(422, "This Idempotency-Key was used for another request.");
    }
}

package org.egcg.reporting.web.rest;

import jakarta.ws.rs.WebApplicationException;

/** A refusal that only HTTP knows, with the very words that the client is to read. */
final class Refusal extends WebApplicationException {

    private static final long serialVersionUID = 1;

    private Refusal(int status, String message) {
        super(message, status);
    }

    static Refusal methodNotAllowed() {
        return new Refusal(405, "The method is not allowed for the requested URL.");
    }

    static Refusal bodyTooLarge(long most) {
        return new Refusal(413, "The request's body has more than " + most + " bytes.");
    }

    /** A body of no known type, or an empty form. */
    static Refusal badRequest(String message) {
        return new Refusal(400, message);
    }

    /** An {@code Idempotency-Key} that was used for another body. */
    static Refusal keyReused() {
        return new Refusal(422, "This Idempotency-Key was used for another request.");
    }
}

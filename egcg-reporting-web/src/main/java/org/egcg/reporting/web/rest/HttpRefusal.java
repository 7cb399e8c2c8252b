package org.egcg.reporting.web.rest;

import java.util.Optional;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.web.failure.StatusWords;

/** A refusal that only HTTP knows, with the very words that the client is to read. */
final class HttpRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;
    private String allow;

    private HttpRefusal(int status, String message) {
        this(status, message, message);
    }

    private HttpRefusal(int status, String message, String detail) {
        super(message);
        this.status = status;
        this.detail = detail;
    }

    /** What was refused, where, and what was expected. */
    String detail() {
        return detail;
    }

    int status() {
        return status;
    }

    /** @param allow the methods that are allowed */
    static HttpRefusal methodNotAllowed(String method, String allow) {
        HttpRefusal refusal = new HttpRefusal(
                405, StatusWords.of(405), "method: " + method + " has no meaning here; expected one of " + allow);
        refusal.allow = allow;
        return refusal;
    }

    /** The header {@code Allow} of a 405. */
    Optional<String> allow() {
        return Optional.ofNullable(allow);
    }

    /** A body in an encoding that we do not know. */
    static HttpRefusal unknownEncoding(String encoding) {
        return new HttpRefusal(
                415, StatusWords.of(415), "Content-Encoding: " + encoding + " is not known; expected gzip or none");
    }

    /** A version that was to be there, or was not to be there. */
    static HttpRefusal preconditionFailed(String detail) {
        return new HttpRefusal(412, StatusWords.of(412), detail);
    }

    /** A body of no known type. */
    static HttpRefusal unknownType(String type) {
        return new HttpRefusal(
                400,
                "Unknown or no Content-Type header supplied",
                "Content-Type: " + (type.isEmpty() ? "missing" : type + " is not known")
                        + "; expected application/json, application/x-www-form-urlencoded or multipart/form-data");
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

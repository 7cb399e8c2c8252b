package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;

/**
 * The server refused: any status but 200, 201, 202 and 204. The message is {@code Encountered a 404 status code: Not
 * Found}; method, address, etag and body of the exchange are at hand for the report a pipeline wants to write.
 */
public class RestStatusException extends RestClientException {
    private final transient RestResponse response;
    private final String etag;
    private final int attempts;

    RestStatusException(RestResponse response, String etag, int attempts) {
        super("Encountered a %d status code: %s".formatted(response.status(), response.reason()));
        this.response = response;
        this.etag = etag;
        this.attempts = attempts;
    }

    static RestStatusException of(RestResponse response, String etag, int attempts) {
        return switch (response.status()) {
            case 401 -> new Unauthorized(response, etag, attempts);
            case 404 -> new NotFound(response, etag, attempts);
            case 412, 428 -> new EtagMismatch(response, etag, attempts);
            case 422 -> new Invalid(response, etag, attempts);
            default -> new RestStatusException(response, etag, attempts);
        };
    }

    /** The answer as it came. */
    public RestResponse response() {
        return response;
    }

    /** The HTTP status. */
    public int status() {
        return response.status();
    }

    /** The standard phrase of the status, such as {@code Not Found}. */
    public String reason() {
        return response.reason();
    }

    /** The HTTP method, in upper case. */
    public String method() {
        return response.method();
    }

    /** The address asked, with its query. */
    public URI uri() {
        return response.uri();
    }

    /** The answer's body as text, possibly empty. */
    public String body() {
        return response.body();
    }

    /** The etag sent as {@code If-Match}; empty when none was sent. */
    public Optional<String> etag() {
        return Optional.ofNullable(etag);
    }

    /** How many times the request was sent, at least 1. */
    public int attempts() {
        return attempts;
    }

    /** What the server says is wrong with each field; an empty object when it says nothing of the kind. */
    public JsonNode issues() {
        return response.issues();
    }

    /** 401: no credentials, or not the right ones. */
    public static final class Unauthorized extends RestStatusException {
        Unauthorized(RestResponse response, String etag, int attempts) {
            super(response, etag, attempts);
        }
    }

    /** 404: no such endpoint or document. */
    public static final class NotFound extends RestStatusException {
        NotFound(RestResponse response, String etag, int attempts) {
            super(response, etag, attempts);
        }
    }

    /** 412 or 428: the document changed since it was read, or no etag was sent. */
    public static final class EtagMismatch extends RestStatusException {
        EtagMismatch(RestResponse response, String etag, int attempts) {
            super(response, etag, attempts);
        }
    }

    /** 422: the document breaks the schema; {@link #issues()} says where. */
    public static final class Invalid extends RestStatusException {
        Invalid(RestResponse response, String etag, int attempts) {
            super(response, etag, attempts);
        }
    }
}

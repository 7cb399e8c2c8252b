package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server refused: any status but 200, 201, 202 and 204. The message is {@code Encountered a 404 status code: Not
 * Found}, and in parentheses behind it the {@link #issues()}, if there are any; method, address, etag and body of the
 * exchange are at hand for the report that a pipeline writes.
 */
public class RestStatusException extends RestClientException {
    private final transient RestResponse response;
    private final @Nullable String etag;
    private final int attempts;

    RestStatusException(RestResponse response, @Nullable String etag, int attempts, String reasons) {
        super("Encountered a %d status code: %s%s".formatted(response.status(), response.reason(), reasons));
        this.response = response;
        this.etag = etag;
        this.attempts = attempts;
    }

    static RestStatusException of(RestResponse response, @Nullable String etag, int attempts) {
        String issues = Issues.line(response.body());
        String reasons = issues.isEmpty()
                ? ApiPrefix.doubt(response)
                        .map(doubt -> " (answered " + doubt + ")")
                        .orElse("")
                : " (" + issues + ")";
        return of(response, etag, attempts, reasons);
    }

    private static RestStatusException of(RestResponse response, @Nullable String etag, int attempts, String reasons) {
        return switch (response.status()) {
            case 401 -> new Unauthorized(response, etag, attempts, reasons);
            case 404 -> new NotFound(response, etag, attempts, reasons);
            case 412, 428 -> new EtagMismatch(response, etag, attempts, reasons);
            case 422 -> new Invalid(response, etag, attempts, reasons);
            default -> new RestStatusException(response, etag, attempts, reasons);
        };
    }

    /** The same refusal as far as it is about one document of a list. */
    RestStatusException about(int place, String verdict) {
        RestResponse one = new RestResponse(method(), uri(), status(), response.headers(), verdict);
        String issues = Issues.line(verdict);
        return of(one, etag, attempts, " (document %d%s)".formatted(place, issues.isEmpty() ? "" : ": " + issues));
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

    /** {@link RestResponse#issues()} of the answer. */
    public JsonNode issues() {
        return response.issues();
    }

    /** 401: no credentials, or not the right ones. */
    public static final class Unauthorized extends RestStatusException {
        Unauthorized(RestResponse response, @Nullable String etag, int attempts, String reasons) {
            super(response, etag, attempts, reasons);
        }
    }

    /** 404: no such endpoint or document. */
    public static final class NotFound extends RestStatusException {
        NotFound(RestResponse response, @Nullable String etag, int attempts, String reasons) {
            super(response, etag, attempts, reasons);
        }
    }

    /** 412 or 428: the document changed since it was read, or no etag was sent. */
    public static final class EtagMismatch extends RestStatusException {
        EtagMismatch(RestResponse response, @Nullable String etag, int attempts, String reasons) {
            super(response, etag, attempts, reasons);
        }
    }

    /** 422: the document breaks the schema; {@link #issues()} says where. */
    public static final class Invalid extends RestStatusException {
        Invalid(RestResponse response, @Nullable String etag, int attempts, String reasons) {
            super(response, etag, attempts, reasons);
        }
    }
}

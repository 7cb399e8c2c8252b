package org.egcg.reporting.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * A whole answer of the server: the address that answered in the end, its status, headers, and body as text. Immutable.
 *
 * @param status 100 to 599
 * @param body decoded by the answer's own charset, else UTF-8; bytes that are neither become U+FFFD
 */
public record RestResponse(String method, URI uri, int status, HttpHeaders headers, String body) {

    /** Whether the status is one of 200, 201, 202 and 204. */
    public boolean successful() {
        return status == 200 || status == 201 || status == 202 || status == 204;
    }

    /** The standard phrase of the status, such as {@code Not Found}. */
    public String reason() {
        return Reason.of(status);
    }

    /** The body as a tree; a {@link RestDecodingException} if it is not JSON or empty. */
    public JsonNode json() {
        try {
            JsonNode tree = ApiJson.MAPPER.readTree(body);
            if (tree.isMissingNode()) {
                throw new RestDecodingException(this, "any JSON", null);
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new RestDecodingException(this, "readable JSON", e);
        }
    }

    /** The {@code ETag} header without its quotes. */
    public Optional<String> etag() {
        return headers.firstValue("ETag").map(text -> text.replace("W/", "").replace("\"", ""));
    }

    /** The body's {@code _issues}; an empty object without them. */
    JsonNode issues() {
        try {
            JsonNode issues = ApiJson.MAPPER.readTree(body).path("_issues");
            return issues.isMissingNode() ? ApiJson.MAPPER.createObjectNode() : issues;
        } catch (JsonProcessingException e) {
            return ApiJson.MAPPER.createObjectNode();
        }
    }
}

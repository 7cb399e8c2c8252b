package org.egcg.reporting.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                throw lacking("without any JSON", null);
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw lacking("without readable JSON", e);
        }
    }

    /** The failure to make sense of this answer. */
    RestDecodingException lacking(String what, @Nullable Throwable cause) {
        return new RestDecodingException(method, uri, status, body, what, cause);
    }

    /** The {@code ETag} header without its quotes. */
    public Optional<String> etag() {
        return headers.firstValue("ETag").map(text -> text.replace("W/", "").replace("\"", ""));
    }

    /**
     * What the server finds fault with: the reasons by field, or, when a list of documents was sent, by place in the list
     * counted from 0 and then by field; an empty object when it says nothing of the kind.
     */
    public JsonNode issues() {
        return Issues.of(body);
    }
}

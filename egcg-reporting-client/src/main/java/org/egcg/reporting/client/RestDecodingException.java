package org.egcg.reporting.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The server answered with success, but not with the JSON that was expected: an HTML page, say, or nothing. */
public final class RestDecodingException extends RestClientException {
    private final String method;
    private final URI uri;
    private final int status;
    private final String body;

    RestDecodingException(String method, URI uri, int status, String body, String lacking, @Nullable Throwable cause) {
        super("%s %s answered %d %s".formatted(method, Redaction.uri(uri), status, lacking), cause);
        this.method = method;
        this.uri = uri;
        this.status = status;
        this.body = body;
    }

    /** The HTTP method, in upper case. */
    public String method() {
        return method;
    }

    /** The address that answered, with its query; after redirects not the one that was asked. */
    public URI uri() {
        return uri;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The answer's body as text, possibly empty. */
    public String body() {
        return body;
    }
}

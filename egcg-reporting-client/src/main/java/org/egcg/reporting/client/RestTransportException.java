package org.egcg.reporting.client;

import java.net.URI;

/**
 * No whole answer came. The message says why: unknown host, connection refused, a certificate that is not accepted, a
 * connection that broke or was too slow. The cause is the last attempt's own exception.
 */
public final class RestTransportException extends RestClientException {
    private final String method;
    private final URI uri;
    private final int attempts;

    RestTransportException(String method, URI uri, int attempts, Throwable cause) {
        super(
                "%s %s failed after %d attempt(s): %s"
                        .formatted(method, Redaction.uri(uri), attempts, ConnectionFailure.text(uri, cause)),
                cause);
        this.method = method;
        this.uri = uri;
        this.attempts = attempts;
    }

    /** The HTTP method, in upper case. */
    public String method() {
        return method;
    }

    /** The address asked, with its query. */
    public URI uri() {
        return uri;
    }

    /** How many times the request was sent, at least 1. */
    public int attempts() {
        return attempts;
    }
}

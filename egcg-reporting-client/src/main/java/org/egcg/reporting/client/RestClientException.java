package org.egcg.reporting.client;

import org.jspecify.annotations.Nullable;

/** What goes wrong between a pipeline and the reporting API; its subclasses say what and where. */
public class RestClientException extends RuntimeException {
    /** A failure that has no class of its own, such as a link that cannot be followed. */
    public RestClientException(String message) {
        super(message);
    }

    RestClientException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

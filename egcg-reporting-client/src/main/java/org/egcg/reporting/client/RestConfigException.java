package org.egcg.reporting.client;

/** The configuration cannot be found, cannot be read or lacks what a request needs. Nothing was sent. */
public final class RestConfigException extends RestClientException {
    RestConfigException(String message) {
        super(message);
    }

    RestConfigException(String message, Throwable cause) {
        super(message, cause);
    }
}

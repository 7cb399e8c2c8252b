package org.egcg.reporting.client;

/** The server answered with success, but not with the JSON that was expected: an HTML page, say, or nothing. */
public final class RestDecodingException extends RestClientException {
    private final transient RestResponse response;

    RestDecodingException(RestResponse response, String lacking, Throwable cause) {
        super(
                "%s %s answered %d without %s"
                        .formatted(response.method(), Redaction.uri(response.uri()), response.status(), lacking),
                cause);
        this.response = response;
    }

    /** The answer as it came. */
    public RestResponse response() {
        return response;
    }
}

package org.egcg.reporting.web.failure;

/** What the API says of a status where nothing more is known. */
public final class StatusWords {

    private StatusWords() {}

    public static String of(int status) {
        return switch (status) {
            case 400 -> "The browser (or proxy) sent a request that this server could not understand.";
            case 401 -> "Please provide proper credentials";
            case 403 -> "Your role does not allow this.";
            case 404 ->
                "The requested URL was not found on the server. If you entered the URL manually please check"
                        + " your spelling and try again.";
            case 405 -> "The method is not allowed for the requested URL.";
            case 409 ->
                "A conflict happened while processing the request. The resource might have been modified while"
                        + " the request was being processed.";
            case 415 -> "The server does not know the encoding of the request's body.";
            case 412 -> "Client and server etags don't match";
            case 428 -> "To edit a document its etag must be provided using the If-Match header";
            case 429 -> "Too many failed logins. Please try again later.";
            case 503 -> "The server has too much to do. Please try again in a moment.";
            default -> "The request failed.";
        };
    }
}

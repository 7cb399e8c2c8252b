package org.egcg.reporting.client;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells where an address may lack the API's prefix: a web page answers, the request is sent elsewhere, or there is no such
 * endpoint.
 */
final class ApiPrefix {
    private static final Set<Integer> REFUSALS_OF_PAGES = Set.of(400, 403, 404, 405, 415);

    private static final String QUESTION = "is the API's prefix in the address right, such as /api/0.1?";

    private ApiPrefix() {}

    /** What looks wrong with the address; empty if the answer may be the API's, or that of a server in trouble. */
    static Optional<String> doubt(RestResponse response) {
        if (response.status() / 100 == 3 && response.status() != 304) {
            return response.headers().firstValue("Location").map(ApiPrefix::redirection);
        }
        boolean telling = response.successful() || REFUSALS_OF_PAGES.contains(response.status());
        if (telling && isPage(response)) {
            return Optional.of("with a page, not with the API; " + QUESTION);
        }
        // a missing document has an address without a slash at its end
        boolean noEndpoint =
                response.status() == 404 && response.uri().getPath().endsWith("/");
        return noEndpoint ? Optional.of("that there is no such endpoint; " + QUESTION) : Optional.empty();
    }

    private static String redirection(String location) {
        return "with a redirection to %s; %s".formatted(Redaction.text(location), QUESTION);
    }

    private static boolean isPage(RestResponse response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String start = response.body().stripLeading().toLowerCase(Locale.ROOT);
        return type.contains("html") || start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}

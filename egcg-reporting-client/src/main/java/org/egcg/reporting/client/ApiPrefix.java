package org.egcg.reporting.client;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells answers of web pages from those of the API: an address without the API's prefix leads to the former. */
final class ApiPrefix {
    private static final Set<Integer> REFUSALS_OF_PAGES = Set.of(400, 403, 404, 405, 415);

    private ApiPrefix() {}

    /** What is wrong if the answer came from a web page; empty if it may be the API's, or that of a server in trouble. */
    static Optional<String> doubt(RestResponse response) {
        if (response.status() / 100 == 3 && response.status() != 304) {
            return response.headers().firstValue("Location").map(ApiPrefix::redirection);
        }
        boolean telling = response.successful() || REFUSALS_OF_PAGES.contains(response.status());
        return telling && isPage(response) ? Optional.of(page()) : Optional.empty();
    }

    private static String redirection(String location) {
        return "with a redirection to %s; is the API's prefix in the address right, such as /api/0.1?"
                .formatted(Redaction.text(location));
    }

    private static String page() {
        return "with a page, not with the API; is the API's prefix in the address right, such as /api/0.1?";
    }

    private static boolean isPage(RestResponse response) {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String start = response.body().stripLeading().toLowerCase(Locale.ROOT);
        return type.contains("html") || start.startsWith("<!doctype html") || start.startsWith("<html");
    }
}

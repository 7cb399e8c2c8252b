package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;

/** Under which conditions a request is to be answered, by the version of the document that its sender knows. */
final class Conditions {

    private final HttpServletRequest request;

    Conditions(HttpServletRequest request) {
        this.request = request;
    }

    /** The version that may be changed; quoted or not, weak or not. */
    Optional<String> ifMatch() {
        return etag("If-Match");
    }

    /** Whether the sender knows this version already: every condition that he names must say so. */
    boolean isKnown(String etag, Instant updated) {
        Optional<String> known = etag("If-None-Match");
        Optional<Instant> since =
                Optional.ofNullable(request.getHeader("If-Modified-Since")).flatMap(HttpDate::parse);
        return (known.isPresent() || since.isPresent())
                && known.map(etag::equals).orElse(true)
                && since.map(moment -> !updated.isAfter(moment)).orElse(true);
    }

    private Optional<String> etag(String header) {
        return Optional.ofNullable(request.getHeader(header))
                .map(Conditions::plain)
                .filter(etag -> !etag.isEmpty());
    }

    private static String plain(String etag) {
        String strong = etag.strip();
        if (strong.startsWith("W/")) {
            strong = strong.substring(2);
        }
        boolean quoted = strong.length() > 1 && strong.startsWith("\"") && strong.endsWith("\"");
        return quoted ? strong.substring(1, strong.length() - 1) : strong;
    }
}

package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Under which conditions a request is to be answered, by the version of the document that its sender knows (RFC 9110,
 * section 13). Tags may be quoted or not, weak or not, as clients have always sent them.
 */
final class Conditions {

    private static final String ANY = "*";

    private final HttpServletRequest request;

    Conditions(HttpServletRequest request) {
        this.request = request;
    }

    /** Whether the sender knows the document as it is; a date counts only if he names no tag. */
    boolean isKnown(EntityTag tag, Instant updated) {
        if (request.getHeader("If-None-Match") != null) {
            List<String> known = tags("If-None-Match");
            return known.contains(ANY) || known.contains(tag.text());
        }
        return tag.isOfOneDocument()
                && Optional.ofNullable(request.getHeader("If-Modified-Since"))
                        .flatMap(HttpDate::parse)
                        .filter(since -> !updated.isAfter(since))
                        .isPresent();
    }

    /** Whether the sender names a version that must be there. */
    boolean expectsVersion() {
        return !tags("If-Match").isEmpty();
    }

    /**
     * The version that may be changed; empty if the sender names none.
     *
     * @param current asks for the version that the document has; empty if there is no document
     * @throws HttpRefusal if the sender wants a version not to be there that is there
     */
    Optional<String> version(Supplier<Optional<String>> current) {
        List<String> unwanted = versions("If-None-Match");
        if (!unwanted.isEmpty()
                && current.get().filter(version -> isAmong(unwanted, version)).isPresent()) {
            throw HttpRefusal.preconditionFailed("If-None-Match: the document is there, at a version that is named");
        }
        List<String> wanted = versions("If-Match");
        if (wanted.size() < 2 && !wanted.contains(ANY)) {
            return wanted.stream().findFirst();
        }
        return current.get().filter(version -> isAmong(wanted, version)).or(() -> wanted.stream()
                .findFirst());
    }

    private static boolean isAmong(List<String> tags, String version) {
        return tags.contains(ANY) || tags.contains(version);
    }

    /** Of tags the part that changes with the document itself. */
    private List<String> versions(String header) {
        return tags(header).stream().map(tag -> tag.split("-", 2)[0]).toList();
    }

    private List<String> tags(String header) {
        return Optional.ofNullable(request.getHeader(header)).stream()
                .flatMap(tags -> Stream.of(tags.split(",")))
                .map(Conditions::plain)
                .filter(tag -> !tag.isEmpty())
                .toList();
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

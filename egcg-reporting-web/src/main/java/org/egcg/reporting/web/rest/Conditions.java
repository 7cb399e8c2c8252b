package org.egcg.reporting.web.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.egcg.reporting.error.ReportingException.EtagMismatch;

/**
 * Under which conditions a request is to be answered, by the version of the document that its sender knows (RFC 9110,
 * section 13). Tags may be quoted or not, weak or not, as clients have always sent them.
 */
final class Conditions {

    private static final String ANY = "*";
    private static final int RACES_LOST_AT_MOST = 20;

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
     * Lets a document be written at a version that the sender allows.
     *
     * @param current asks for the version that the document has; empty if there is no document
     * @param write is told which version it may change; empty if the sender names none
     * @throws HttpRefusal if the sender wants a version not to be there that is there
     * @throws EtagMismatch if the document is at none of the versions
     */
    <T> T write(Supplier<Optional<String>> current, Function<Optional<String>, T> write) {
        List<String> unwanted = versions("If-None-Match");
        if (!unwanted.isEmpty()
                && current.get().filter(version -> isAmong(unwanted, version)).isPresent()) {
            throw HttpRefusal.preconditionFailed("If-None-Match: the document is there, at a version that is named");
        }
        return atOneOf(versions("If-Match"), current, write);
    }

    /** Of several versions the store is told the one that is there; where another writer came between, that is looked up again. */
    static <T> T atOneOf(
            List<String> wanted, Supplier<Optional<String>> current, Function<Optional<String>, T> write) {
        if (wanted.size() < 2 && !wanted.contains(ANY)) {
            return write.apply(wanted.stream().findFirst());
        }
        for (int race = 0; race < RACES_LOST_AT_MOST; race++) {
            Optional<String> there = current.get().filter(version -> isAmong(wanted, version));
            if (there.isEmpty()) {
                break;
            }
            try {
                return write.apply(there);
            } catch (EtagMismatch raced) {
                // the next round sees what is there now
            }
        }
        return write.apply(wanted.stream().findFirst());
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

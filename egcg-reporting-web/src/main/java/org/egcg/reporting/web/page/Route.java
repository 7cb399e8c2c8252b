package org.egcg.reporting.web.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * An address of the pages.
 *
 * @param first the first part of the path; empty text for the main page
 * @param rest what may follow: nothing, one of some words, or any text
 * @param page the name of the page's bean and of its view
 * @param open whether it is shown to those who are not logged in
 */
record Route(String first, Rest rest, String page, boolean open) {

    /** What follows the first part. */
    sealed interface Rest {
        Optional<String> match(Optional<String> rest);
    }

    /** Nothing; the parameter is empty text. */
    record Nothing() implements Rest {
        @Override
        public Optional<String> match(Optional<String> rest) {
            return rest.isEmpty() ? Optional.of("") : Optional.empty();
        }
    }

    /** A slash, and one of some words. */
    record OneOf(Set<String> words) implements Rest {
        @Override
        public Optional<String> match(Optional<String> rest) {
            return rest.filter(words::contains);
        }
    }

    /** A slash, and any text; a slash in it is encoded, or else it would begin another part. */
    record Anything() implements Rest {
        @Override
        public Optional<String> match(Optional<String> rest) {
            return rest.filter(text -> text.indexOf('/') < 0)
                    .map(Route::decoded)
                    .filter(text -> !text.isBlank());
        }
    }

    /** The parameter in a path, if the path is of this route. */
    Optional<String> match(String path) {
        int slash = path.indexOf('/', 1);
        String head = path.substring(1, slash < 0 ? path.length() : slash);
        Optional<String> tail = slash < 0 ? Optional.empty() : Optional.of(path.substring(slash + 1));
        return decoded(head).equals(first) ? rest.match(tail) : Optional.empty();
    }

    /** A plus is a blank in these addresses, as in those of old. What is not encoded as it should be leads nowhere. */
    static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replaceFirst(";.*", ""), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return " ";
        }
    }
}

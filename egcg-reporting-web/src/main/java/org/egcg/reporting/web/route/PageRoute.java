package org.egcg.reporting.web.route;

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
public record PageRoute(String first, Rest rest, String page, boolean open) {

    /** What follows the first part. */
    public sealed interface Rest {
        Optional<String> match(RequestPath.Normal address);
    }

    /** Nothing; the parameter is empty text. */
    public record Nothing() implements Rest {
        @Override
        public Optional<String> match(RequestPath.Normal address) {
            return address.rest().isEmpty() ? Optional.of("") : Optional.empty();
        }
    }

    /** A slash, and one of some words. */
    public record OneOf(Set<String> words) implements Rest {
        @Override
        public Optional<String> match(RequestPath.Normal address) {
            return address.plain() ? address.rest().filter(words::contains) : Optional.empty();
        }
    }

    /** A slash, and any text; a slash in it is encoded, or else it would begin another part. */
    public record Anything() implements Rest {
        @Override
        public Optional<String> match(RequestPath.Normal address) {
            return address.segments().size() == 2 ? address.rest().filter(text -> !text.isBlank()) : Optional.empty();
        }
    }

    /** The parameter in an address, if it is of this route. */
    Optional<String> match(RequestPath.Normal address) {
        return address.first().equals(first) ? rest.match(address) : Optional.empty();
    }
}

package org.egcg.reporting.web.route;

import java.util.List;
import java.util.Optional;

/**
 * The path that a request asks for, read once. Servers and filters read odd paths differently, and a filter that judges
 * {@code /assets/../ui} while another serves {@code /ui} judges nothing; so a path that could be read in two ways is
 * none.
 */
public sealed interface RequestPath {

    /**
     * A path that means the same to all of them.
     *
     * @param segments its parts, decoded; a plus is a blank in them. The last one is empty if the path ends with a slash
     * @param plain whether no part has a slash in it
     */
    record Normal(List<String> segments, boolean plain) implements RequestPath {
        public Normal {
            segments = List.copyOf(segments);
        }

        /** The whole path, decoded. */
        public String path() {
            return "/" + String.join("/", segments);
        }

        public String first() {
            return segments.get(0);
        }

        /** What stands behind the first part; empty if not even a slash does. */
        public Optional<String> rest() {
            return segments.size() == 1
                    ? Optional.empty()
                    : Optional.of(String.join("/", segments.subList(1, segments.size())));
        }

        /** The path that begins with the second part. */
        public Normal behindFirst() {
            return new Normal(segments.subList(1, segments.size()), plain);
        }
    }

    /** @param why what is wrong with it, as the end of a sentence about the address */
    record Odd(String why) implements RequestPath {

        static final Odd EMPTY_SEGMENT = new Odd("has an empty part");

        /** Whether nothing is wrong with it but that nothing can be there. */
        public boolean leadsNowhere() {
            return equals(EMPTY_SEGMENT);
        }
    }
}

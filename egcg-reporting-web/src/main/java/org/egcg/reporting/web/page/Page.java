package org.egcg.reporting.web.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.egcg.reporting.web.table.Misread;

/** What every page has. */
public interface Page {

    /** The heading, and the beginning of the window's title. */
    String title();

    /** The heading of the menu that leads here; empty text for none. */
    default String menu() {
        return "";
    }

    /** The way down to this page. */
    default List<Link> crumbs() {
        return List.of();
    }

    /** Other views of the same things. */
    default List<Link> siblings() {
        return List.of();
    }

    /** Whether it is known of each view how many things it has: numbers stand at all of them or at none. */
    default boolean allCounted() {
        return siblings().stream().noneMatch(view -> view.count().isEmpty());
    }

    /** The view that has all of these things, where that is another one; else empty text. */
    default String wider() {
        return siblings().stream()
                .filter(view -> view.label().equals("All") && !view.here())
                .map(Link::href)
                .findFirst()
                .orElse("");
    }

    /**
     * What is said where its only list has no row at all.
     *
     * @param noun what a row is, in the plural
     */
    default Emptiness nothing(String noun) {
        List<Link> ways = wider().isEmpty() ? List.of() : List.of(Link.to("Show all " + noun, wider()));
        return new Emptiness("", "There are no " + noun + " here.", ways);
    }

    /** Whether another table of the page is shown although this one could not be read. */
    default boolean standsWithout(ReportTable failed) {
        return tables().stream().anyMatch(table -> table != failed && table.open() && !table.failed());
    }

    /** What there is to know at once, below the heading. */
    default List<Fact> facts() {
        return List.of();
    }

    /** The tables, in order. */
    default List<ReportTable> tables() {
        return List.of();
    }

    /** A sentence if what the address names does not exist; else empty text. */
    default String notFound() {
        return "";
    }

    /** What the address says and this page does not understand, beside what its tables tell of. */
    default List<Misread> misread() {
        return List.of();
    }

    /**
     * The parameters that the page understands beside those of its tables and of all pages; empty if it does not say which.
     */
    default Optional<Set<String>> words() {
        return Optional.empty();
    }

    /** The table of a key. */
    default ReportTable table(String key) {
        return tables().stream()
                .filter(table -> table.spec().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new org.egcg.reporting.error.ReportingException.NotFound("no table " + key));
    }

    /**
     * That there is nothing.
     *
     * @param heading empty text if the sentence says it all
     * @param sentence why, or when there will be something
     * @param ways what to do then
     */
    record Emptiness(String heading, String sentence, List<Link> ways) {}

    /**
     * A word of the head of a page.
     *
     * @param links what the text consists of
     * @param style of what is no link; empty text for the usual one
     */
    record Fact(String label, List<Link> links, String style) {
        public Fact(String label, List<Link> links) {
            this(label, links, "");
        }

        public static Fact of(String label, String text) {
            return new Fact(label, List.of(Link.end(text)));
        }
    }
}

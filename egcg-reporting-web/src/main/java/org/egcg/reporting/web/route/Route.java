package org.egcg.reporting.web.route;

import java.util.Optional;

/** Where an address leads, as {@link Routes} knows it. */
public sealed interface Route {

    /** Open to everyone: what pages are drawn with, the state of the service, ways to log in. */
    record Open() implements Route {}

    /**
     * An address of the API, which authenticates its clients itself.
     *
     * @param path empty if there is nothing at the address
     */
    record Api(Optional<ApiRoute> path) implements Route {}

    /**
     * What the scripts of the pages ask for; for users.
     *
     * @param chart the page whose chart is asked for; empty if it is something else
     */
    record Script(Optional<Page> chart) implements Route {}

    /**
     * A page; for users, unless the pattern is open.
     *
     * @param parameter what the address names, decoded; empty text if the pattern takes nothing
     */
    record Page(PageRoute pattern, String parameter) implements Route {}

    /** An earlier address of a page. */
    record Moved(String to) implements Route {}

    /** No rule opens the address. */
    record Nowhere() implements Route {}
}

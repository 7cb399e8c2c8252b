package org.egcg.reporting.web.table;

import java.io.IOException;

/** Where markup is written to; whatever is written is escaped there. */
public interface Markup {

    /** Opens an element; attributes are pairs of name and value, one whose value is null is left out. */
    Markup open(String element, String... attributes) throws IOException;

    Markup text(String text) throws IOException;

    Markup close(String element) throws IOException;

    /** A line that is too long may go on in the next here. */
    Markup mayBreak() throws IOException;

    /** An element with nothing but text. */
    default Markup element(String element, String text, String... attributes) throws IOException {
        return open(element, attributes).text(text).close(element);
    }

    /** What only screen readers say. */
    default Markup spoken(String text) throws IOException {
        return element("span", text, "class", "sr");
    }
}

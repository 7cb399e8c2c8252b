package org.egcg.reporting.web.page;

import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.egcg.reporting.web.table.Markup;

/** Markup that goes out with a page; the writer escapes every text and attribute. */
final class FacesMarkup implements Markup {

    private final ResponseWriter out;

    FacesMarkup(ResponseWriter out) {
        this.out = out;
    }

    @Override
    public Markup open(String element, String... attributes) throws IOException {
        out.startElement(element, null);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null && attributes[i].equals("href")) {
                out.writeURIAttribute("href", attributes[i + 1], null);
            } else if (attributes[i + 1] != null) {
                out.writeAttribute(attributes[i], attributes[i + 1], null);
            }
        }
        return this;
    }

    @Override
    public Markup text(String text) throws IOException {
        out.writeText(text, null);
        return this;
    }

    @Override
    public Markup close(String element) throws IOException {
        out.endElement(element);
        return this;
    }

    /** An element without an end, as the writer does not know it. */
    @Override
    public Markup mayBreak() throws IOException {
        out.write("<wbr/>");
        return this;
    }
}

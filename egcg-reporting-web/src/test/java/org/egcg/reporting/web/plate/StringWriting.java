package org.egcg.reporting.web.plate;

import org.egcg.reporting.web.table.Markup;

/** Markup as text, without quotes and escapes: what a test reads. */
final class StringWriting implements Markup {

    private final StringBuilder text = new StringBuilder();

    @Override
    public Markup open(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                text.append(' ').append(attributes[i]).append('=').append(attributes[i + 1]);
            }
        }
        text.append('>');
        return this;
    }

    @Override
    public Markup text(String words) {
        text.append(words);
        return this;
    }

    @Override
    public Markup close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    @Override
    public Markup mayBreak() {
        text.append("<wbr>");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

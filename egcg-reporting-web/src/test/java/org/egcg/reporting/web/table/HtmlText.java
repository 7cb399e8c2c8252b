package org.egcg.reporting.web.table;

/** Markup as it goes out to a browser. */
final class HtmlText implements Markup {

    private final StringBuilder text = new StringBuilder();

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public Markup open(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                text.append(' ').append(attributes[i]).append("=\"");
                text.append(escaped(attributes[i + 1])).append('"');
            }
        }
        text.append('>');
        return this;
    }

    @Override
    public Markup text(String words) {
        text.append(escaped(words));
        return this;
    }

    @Override
    public Markup close(String element) {
        if (!element.equals("input")) {
            text.append("</").append(element).append('>');
        }
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

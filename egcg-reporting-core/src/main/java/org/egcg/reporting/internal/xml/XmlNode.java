package org.egcg.reporting.internal.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element to be written: attributes, then text or further elements. Values are escaped. For one thread. */
public final class XmlNode {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>();

    private XmlNode(String name) {
        this.name = name;
    }

    /** An element by its name as it is written, prefix included. */
    public static XmlNode of(String name) {
        return new XmlNode(name);
    }

    public XmlNode attribute(String key, String value) {
        attributes.put(key, value);
        return this;
    }

    public XmlNode text(String text) {
        content.add(text);
        return this;
    }

    public XmlNode with(XmlNode child) {
        content.add(child);
        return this;
    }

    public XmlNode withAll(Iterable<XmlNode> children) {
        children.forEach(content::add);
        return this;
    }

    /** The document with this element as its root, in UTF-8. */
    public byte[] document() {
        return (DECLARATION + this).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        StringBuilder xml = new StringBuilder();
        appendTo(xml);
        return xml.toString();
    }

    private void appendTo(StringBuilder xml) {
        xml.append('<').append(name);
        attributes.forEach((key, value) ->
                xml.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
        if (content.isEmpty()) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        content.forEach(part -> appendTo(xml, part));
        xml.append("</").append(name).append('>');
    }

    private static void appendTo(StringBuilder xml, Object part) {
        if (part instanceof XmlNode child) {
            child.appendTo(xml);
        } else {
            xml.append(escaped(part.toString()));
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> append(escaped, letter));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int letter) {
        switch (letter) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\t', '\n', '\r' -> escaped.append("&#").append(letter).append(';');
            default -> escaped.appendCodePoint(letter < ' ' ? '?' : letter);
        }
    }
}

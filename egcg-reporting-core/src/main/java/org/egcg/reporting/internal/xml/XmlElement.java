package org.egcg.reporting.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * An element that was read, asked for by local names: prefixes and namespaces do not matter. A document type, and
 * with it every entity of one's own, is refused. For one thread.
 */
public final class XmlElement {

    private final Element element;

    private XmlElement(Element element) {
        this.element = element;
    }

    /**
     * The root of a document.
     *
     * @throws Malformed if it is not well formed, or declares a document type
     */
    public static XmlElement read(byte[] xml) {
        try {
            return new XmlElement(parser().parse(new ByteArrayInputStream(xml)).getDocumentElement());
        } catch (SAXException wrong) {
            throw new Malformed("not the XML that is expected: " + wrong.getMessage(), wrong);
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's own parser knows these features", impossible);
        }
    }

    /** The local name. */
    public String name() {
        return element.getLocalName();
    }

    /** The value of an attribute without a prefix; empty if there is none. */
    public Optional<String> attribute(String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }

    /**
     * The value of an attribute that has to be there.
     *
     * @throws Malformed if it is not
     */
    public String required(String name) {
        return attribute(name)
                .orElseThrow(() -> new Malformed("<" + element.getTagName() + "> without attribute " + name));
    }

    /** The children of this local name, in order. */
    public List<XmlElement> children(String name) {
        List<XmlElement> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && name.equals(child.getLocalName())) {
                children.add(new XmlElement(child));
            }
        }
        return List.copyOf(children);
    }

    /** The first child of this local name. */
    public Optional<XmlElement> child(String name) {
        return children(name).stream().findFirst();
    }

    /** All text inside, without blanks around it. */
    public String text() {
        return element.getTextContent().strip();
    }
}

package org.egcg.reporting.client.folder.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.egcg.reporting.client.folder.FolderException;

/** Walks an XML file from its beginning to its end. Document types and entities of a file's own are refused. */
public final class XmlFile {
    private static final int DEEPEST = 40;
    private static final int LONGEST = 1 << 16;
    private static final int LONGEST_SENTENCE = 200;

    private XmlFile() {}

    /** What is told of the elements, by their path from the root, such as {@code /RunInfo/Run}. */
    public interface Visitor {
        void begin(String path, Map<String, String> attributes);

        default void end(String path, String text) {}
    }

    /** Tells the visitor of each element; what it finds fault with is said with file and line. */
    public static void read(Path file, Visitor visitor) {
        TextFile.read(file, text -> {
            try {
                XMLStreamReader reader = factory().createXMLStreamReader(text);
                try {
                    walk(reader, visitor, text);
                } catch (LineLimit.NoSuchTextException wrong) {
                    throw wrong;
                } catch (IllegalArgumentException | IllegalStateException wrong) {
                    throw new FolderException(file, reader.getLocation().getLineNumber(), wrong.getMessage(), wrong);
                }
            } catch (XMLStreamException wrong) {
                if (wrong.getNestedException() instanceof IOException unread) {
                    throw unread;
                }
                throw new FolderException(file, line(wrong), "is no such XML: " + sentence(wrong), wrong);
            }
            return true;
        });
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    private static long line(XMLStreamException wrong) {
        return wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNumber();
    }

    private static String sentence(XMLStreamException wrong) {
        String message = String.valueOf(wrong.getMessage());
        int begin = message.indexOf("Message: ");
        String sentence = (begin < 0 ? message : message.substring(begin + 9)).replaceAll("\\p{Cntrl}", " ");
        return sentence.length() > LONGEST_SENTENCE ? sentence.substring(0, LONGEST_SENTENCE) + "…" : sentence;
    }

    private static void walk(XMLStreamReader reader, Visitor visitor, LineLimit file) throws XMLStreamException {
        Deque<String> paths = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (reader.hasNext()) {
            file.next();
            switch (reader.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    text.setLength(0);
                    paths.push(deeper(paths, reader.getLocalName()));
                    visitor.begin(paths.peek(), attributes(reader));
                }
                case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> append(text, reader.getText());
                case XMLStreamReader.END_ELEMENT -> {
                    visitor.end(paths.pop(), text.toString().strip());
                    text.setLength(0);
                }
                case XMLStreamReader.DTD, XMLStreamReader.ENTITY_REFERENCE ->
                    throw new IllegalArgumentException("declares a document type or an entity, as no sequencer does");
                default -> {}
            }
        }
    }

    private static String deeper(Deque<String> paths, String name) {
        if (paths.size() >= DEEPEST) {
            throw new IllegalArgumentException("has elements in one another as no such file has");
        }
        return (paths.isEmpty() ? "" : paths.peek()) + "/" + name;
    }

    private static void append(StringBuilder text, String more) {
        if (text.length() + more.length() > LONGEST) {
            throw new IllegalArgumentException("has a text that is longer than any of such a file");
        }
        text.append(more);
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int place = 0; place < reader.getAttributeCount(); place++) {
            attributes.put(reader.getAttributeLocalName(place), reader.getAttributeValue(place));
        }
        return attributes;
    }
}

package org.egcg.reporting.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Documents from a file, from the standard input or from the command line itself. */
final class Input {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Input() {}

    /** The documents of a file ({@code -} for the standard input): one, an array of them, or one after the other. */
    static List<JsonNode> documents(String file) {
        ObjectReader reader = MAPPER.readerFor(JsonNode.class);
        try (InputStream in = file.equals("-") ? System.in : Files.newInputStream(Path.of(file));
                MappingIterator<JsonNode> values = reader.readValues(in)) {
            List<JsonNode> documents = new ArrayList<>();
            while (values.hasNextValue()) {
                documents.add(values.nextValue());
            }
            return documents;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s is no JSON: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    /** {@code FIELD=VALUE} pairs as a document; a value that is JSON counts as such, any other as text. */
    static ObjectNode document(Map<String, String> fields) {
        ObjectNode document = MAPPER.createObjectNode();
        fields.forEach((name, value) -> document.set(name, value(value)));
        return document;
    }

    private static JsonNode value(String text) {
        try {
            JsonNode value = MAPPER.readTree(text);
            return value.isMissingNode() ? MAPPER.getNodeFactory().textNode(text) : value;
        } catch (JsonProcessingException e) {
            return MAPPER.getNodeFactory().textNode(text);
        }
    }
}

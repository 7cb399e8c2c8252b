package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A body to send.
 *
 * @param type its {@code Content-Type}
 * @param arguments what the log tells about it, without the contents of files
 */
record Payload(String type, Supplier<BodyPublisher> body, String arguments) {

    /** JSON, or multipart when a field of the document is a file. */
    static Payload of(JsonNode document) {
        FileFields.uploadable(document);
        Map<String, FilePart> files = FileFields.of(document);
        return files.isEmpty() ? json(document) : multipart((ObjectNode) document, files);
    }

    private static Payload json(JsonNode tree) {
        String text = ApiJson.text(tree);
        return new Payload("application/json", () -> BodyPublishers.ofString(text), text);
    }

    /** A form, as multipart when a field is a file. */
    static Payload form(JsonNode document) {
        if (!(FileFields.uploadable(document) instanceof ObjectNode fields)) {
            throw new IllegalArgumentException("a form has named fields");
        }
        Map<String, FilePart> files = FileFields.of(fields);
        if (!files.isEmpty()) {
            return multipart(fields, files);
        }
        String text = FormText.of(fields(fields));
        return new Payload(
                "application/x-www-form-urlencoded", () -> BodyPublishers.ofString(text), ApiJson.text(fields));
    }

    private static Payload multipart(ObjectNode document, Map<String, FilePart> files) {
        ObjectNode others = FileFields.others(document);
        others.forEach(value -> {
            if (value.isContainerNode()) {
                throw new RestClientException(FileFields.MIXED);
            }
        });
        Multipart multipart = new Multipart(fields(others), files);
        return new Payload(multipart.type(), multipart::body, ApiJson.text(others));
    }

    private static Map<String, JsonNode> fields(ObjectNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}

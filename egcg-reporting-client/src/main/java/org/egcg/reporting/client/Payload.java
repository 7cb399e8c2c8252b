package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
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
    private static final String MIXED = "Cannot upload files and nested json in one query";

    /** JSON, or multipart when a top-level value is a file. */
    static Payload of(Object document, ObjectMapper mapper) {
        Map<String, FilePart> files = files(document);
        return files.isEmpty() ? json(ApiJson.tree(mapper, document)) : multipart((Map<?, ?>) document, files, mapper);
    }

    static Payload json(JsonNode tree) {
        String text = ApiJson.text(tree);
        return new Payload("application/json", () -> BodyPublishers.ofString(text), text);
    }

    static Payload form(Object document, ObjectMapper mapper) {
        if (!(ApiJson.tree(mapper, document) instanceof ObjectNode fields)) {
            throw new IllegalArgumentException("a form has named fields");
        }
        String text = FormText.of(fields(fields));
        return new Payload(
                "application/x-www-form-urlencoded", () -> BodyPublishers.ofString(text), ApiJson.text(fields));
    }

    static boolean hasFiles(Object document) {
        return !files(document).isEmpty();
    }

    private static Map<String, FilePart> files(Object document) {
        Map<String, FilePart> files = new LinkedHashMap<>();
        if (document instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value instanceof Path path) {
                    files.put((String) name, FilePart.of(path));
                } else if (value instanceof FilePart part) {
                    files.put((String) name, part);
                }
            });
        }
        return files;
    }

    private static Payload multipart(Map<?, ?> document, Map<String, FilePart> files, ObjectMapper mapper) {
        Map<Object, Object> others = new LinkedHashMap<>(document);
        others.keySet().removeAll(files.keySet());
        ObjectNode fields = (ObjectNode) ApiJson.tree(mapper, others);
        fields.forEach(value -> {
            if (value.isContainerNode()) {
                throw new RestClientException(MIXED);
            }
        });
        Multipart multipart = new Multipart(fields(fields), files);
        return new Payload(multipart.type(), multipart::body, ApiJson.text(fields));
    }

    private static Map<String, JsonNode> fields(ObjectNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}

package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Files in documents. As a value of the document's own fields a file is uploaded; deeper, in a list of documents or in a
 * query there is no way to send one. In a tree a file is a node of its own kind, which has no JSON text.
 */
final class FileFields {
    static final String MIXED = "Cannot upload files and nested json in one query";

    private FileFields() {}

    /** The file that a node stands for. */
    private static Optional<FilePart> file(JsonNode node) {
        return node instanceof POJONode embedded && embedded.getPojo() instanceof FilePart part
                ? Optional.of(part)
                : Optional.empty();
    }

    /** The files among a document's own fields, by field; empty for what is no document. */
    static Map<String, FilePart> of(JsonNode document) {
        Map<String, FilePart> files = new LinkedHashMap<>();
        document.properties()
                .forEach(field -> file(field.getValue()).ifPresent(part -> files.put(field.getKey(), part)));
        return files;
    }

    /** A document's fields that are no files. */
    static ObjectNode others(ObjectNode document) {
        ObjectNode others = ApiJson.MAPPER.createObjectNode();
        document.properties().stream()
                .filter(field -> file(field.getValue()).isEmpty())
                .forEach(field -> others.set(field.getKey(), field.getValue()));
        return others;
    }

    /** The tree, unless a file stands anywhere but in a document's own field. */
    static JsonNode uploadable(JsonNode tree) {
        if (tree.isObject()) {
            tree.properties().stream()
                    .filter(field -> file(field.getValue()).isEmpty())
                    .forEach(field -> refuse(field.getValue(), field.getKey()));
        } else {
            refuse(tree, "");
        }
        return tree;
    }

    private static void refuse(JsonNode tree, String place) {
        places(tree, place).findFirst().ifPresent(found -> {
            throw new RestClientException(
                    "%s: %s is a file; send it as the value of a field of one document, or its name as text"
                            .formatted(MIXED, found));
        });
    }

    /** The tree of an argument of a query, unless it holds a file. */
    static JsonNode none(JsonNode tree, String argument) {
        places(tree, argument).findFirst().ifPresent(found -> {
            throw new IllegalArgumentException(
                    "%s is a file, which no query can hold; name it by its text".formatted(found));
        });
        return tree;
    }

    private static Stream<String> places(JsonNode tree, String place) {
        if (file(tree).isPresent()) {
            return Stream.of(place.isEmpty() ? "the document" : place);
        }
        String prefix = place.isEmpty() ? "" : place + ".";
        return tree.isArray()
                ? IntStream.range(0, tree.size()).boxed().flatMap(member -> places(tree.get(member), prefix + member))
                : List.copyOf(tree.properties()).stream()
                        .flatMap(field -> places(field.getValue(), prefix + field.getKey()));
    }
}

package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Documents that travel together, under their places in the caller's list. One with files travels alone. */
record Chunk(Map<Integer, ObjectNode> documents) {

    static List<Chunk> of(List<ObjectNode> documents, int size) {
        return cut(documents, size, Optional.empty());
    }

    /** No id twice in a chunk, so that the second one meets what the first one stored. */
    static List<Chunk> distinct(List<ObjectNode> documents, String idField, int size) {
        return cut(documents, size, Optional.of(idField));
    }

    private static List<Chunk> cut(List<ObjectNode> documents, int size, Optional<String> idField) {
        List<Chunk> chunks = new ArrayList<>();
        Chunk current = new Chunk(new LinkedHashMap<>());
        Set<JsonNode> ids = new HashSet<>();
        for (int place = 0; place < documents.size(); place++) {
            ObjectNode document = documents.get(place);
            boolean repeated =
                    idField.map(document::get).filter(id -> !ids.add(id)).isPresent();
            if (repeated || !current.takes(document, size)) {
                chunks.add(current);
                current = new Chunk(new LinkedHashMap<>());
                ids.clear();
                idField.map(document::get).ifPresent(ids::add);
            }
            current.documents.put(place, document);
        }
        if (!current.documents.isEmpty()) {
            chunks.add(current);
        }
        return chunks;
    }

    private boolean takes(ObjectNode document, int size) {
        return documents.isEmpty()
                || (documents.size() < size
                        && FileFields.of(document).isEmpty()
                        && documents.values().stream()
                                .allMatch(present -> FileFields.of(present).isEmpty()));
    }

    Set<Integer> places() {
        return documents.keySet();
    }

    JsonNode body() {
        if (documents.size() == 1) {
            return documents.values().iterator().next();
        }
        ArrayNode list = ApiJson.MAPPER.createArrayNode();
        documents.values().forEach(list::add);
        return list;
    }

    Chunk where(Predicate<ObjectNode> condition) {
        Map<Integer, ObjectNode> chosen = new LinkedHashMap<>(documents);
        chosen.values().removeIf(condition.negate());
        return new Chunk(chosen);
    }

    Chunk without(Set<Integer> places) {
        Map<Integer, ObjectNode> rest = new LinkedHashMap<>(documents);
        rest.keySet().removeAll(places);
        return new Chunk(rest);
    }

    /** The documents that the server found fault with, each with its own reasons; all if the answer names none. */
    Map<Integer, RestClientException> refused(RestStatusException refusal) {
        Map<Integer, RestClientException> refused = new TreeMap<>();
        if (documents.size() == 1) {
            places().forEach(place -> refused.put(place, refusal.about(place, refusal.body())));
            return refused;
        }
        JsonNode verdicts = Issues.verdicts(refusal.body());
        int order = 0;
        for (Integer place : places()) {
            JsonNode verdict = verdicts.path(order++);
            if (verdict.path("_status").asText().equals("ERR")) {
                refused.put(place, refusal.about(place, ApiJson.text(verdict)));
            }
        }
        return refused.isEmpty() ? all(refusal) : refused;
    }

    Map<Integer, RestClientException> all(RestClientException cause) {
        Map<Integer, RestClientException> all = new TreeMap<>();
        places().forEach(place -> all.put(place, cause));
        return all;
    }

    BatchResult failures(Map<Integer, RestClientException> causes) {
        List<BatchResult.Failure> failures = causes.entrySet().stream()
                .map(failed -> new BatchResult.Failure(
                        failed.getKey(),
                        ApiJson.text(FileFields.others(documents.get(failed.getKey()))),
                        failed.getValue()))
                .toList();
        return new BatchResult(0, 0, failures);
    }
}

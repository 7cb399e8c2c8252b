package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Stores many documents: those that exist are patched, the others posted, one by one or in chunks. */
final class BatchWriter {
    private final Communicator communicator;
    private final Patches patches;
    private final Batch batch;
    private final Executor executor;

    BatchWriter(Communicator communicator, Patches patches, Batch batch, Executor executor) {
        this.communicator = communicator;
        this.patches = patches;
        this.batch = batch;
        this.executor = executor;
    }

    BatchResult post(String endpoint, List<ObjectNode> documents) {
        List<Chunk> chunks = Chunk.of(documents, batch.chunk());
        return new Workers<>(chunks.iterator(), batch, (index, chunk) -> postChunk(endpoint, chunk)).run(executor);
    }

    /** The server takes a list wholly or not at all; when going on is asked for, the good ones are sent again. */
    private BatchResult postChunk(String endpoint, Chunk chunk) {
        try {
            communicator.postEntry(endpoint, chunk.body());
            return new BatchResult(chunk.documents().size(), 0, List.of());
        } catch (RestStatusException.Invalid refused) {
            Set<Integer> bad = chunk.refused(refused);
            BatchResult failures = chunk.failures(bad, refused);
            Chunk rest = chunk.without(bad);
            boolean again = batch.goesOn() && !rest.documents().isEmpty() && !bad.isEmpty();
            return again ? failures.plus(postChunk(endpoint, rest)) : failures;
        } catch (RestClientException e) {
            return chunk.failures(chunk.places(), e);
        }
    }

    BatchResult postOrPatch(String endpoint, List<ObjectNode> documents, String idField, int rereads) {
        List<Chunk> chunks = Chunk.distinct(documents, idField, batch.chunk());
        return new Workers<>(chunks.iterator(), batch, (index, chunk) -> settle(endpoint, chunk, idField, rereads))
                .run(executor);
    }

    private BatchResult settle(String endpoint, Chunk chunk, String idField, int rereads) {
        Map<JsonNode, JsonNode> stored;
        try {
            stored = stored(endpoint, chunk, idField);
        } catch (RestClientException e) {
            return chunk.failures(chunk.places(), e);
        }
        BatchResult result = new BatchResult(0, 0, List.of());
        Chunk absent = chunk.where(document -> !stored.containsKey(document.get(idField)));
        Chunk present = chunk.where(document -> stored.containsKey(document.get(idField)));
        for (Map.Entry<Integer, ObjectNode> entry : present.documents().entrySet()) {
            ObjectNode document = entry.getValue();
            result = result.plus(
                    patch(endpoint, entry.getKey(), stored.get(document.get(idField)), document, idField, rereads));
            if (!batch.goesOn() && !result.failures().isEmpty()) {
                return result;
            }
        }
        return absent.documents().isEmpty() ? result : result.plus(postChunk(endpoint, absent));
    }

    private Map<JsonNode, JsonNode> stored(String endpoint, Chunk chunk, String idField) {
        List<JsonNode> ids = new ArrayList<>();
        chunk.documents().values().forEach(document -> ids.add(document.get(idField)));
        boolean alone = ids.size() == 1;
        Query query = alone
                ? Query.where(idField, ids.get(0))
                : Query.where(idField, Map.of("$in", ids)).allPages();
        Map<JsonNode, JsonNode> stored = new LinkedHashMap<>();
        communicator
                .getDocuments(endpoint, query)
                .forEach(document -> stored.putIfAbsent(alone ? ids.get(0) : document.path(idField), document));
        return stored;
    }

    private BatchResult patch(
            String endpoint, int index, JsonNode stored, ObjectNode document, String idField, int rereads) {
        ObjectNode payload = document.deepCopy().without(List.of(idField));
        try {
            patches.patch(endpoint, stored, rereads, now -> UpdateLists.extended(now, payload, batch.lists()));
            return new BatchResult(0, 1, List.of());
        } catch (RestClientException e) {
            return Patches.failure(index, document.path(idField).asText(), e);
        }
    }

    /** Documents that travel together, under their places in the caller's list. */
    private record Chunk(Map<Integer, ObjectNode> documents) {

        static List<Chunk> of(List<ObjectNode> documents, int size) {
            return cut(documents, size, null);
        }

        /** No id twice in a chunk, so that the second one meets what the first one stored. */
        static List<Chunk> distinct(List<ObjectNode> documents, String idField, int size) {
            return cut(documents, size, idField);
        }

        private static List<Chunk> cut(List<ObjectNode> documents, int size, String idField) {
            List<Chunk> chunks = new ArrayList<>();
            Map<Integer, ObjectNode> current = new LinkedHashMap<>();
            Set<JsonNode> ids = new HashSet<>();
            for (int place = 0; place < documents.size(); place++) {
                boolean repeated =
                        idField != null && ids.contains(documents.get(place).get(idField));
                if (current.size() == size || repeated) {
                    chunks.add(new Chunk(current));
                    current = new LinkedHashMap<>();
                    ids.clear();
                }
                current.put(place, documents.get(place));
                ids.add(idField == null ? null : documents.get(place).get(idField));
            }
            if (!current.isEmpty()) {
                chunks.add(new Chunk(current));
            }
            return chunks;
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

        /** The places the server found fault with. */
        Set<Integer> refused(RestStatusException.Invalid refusal) {
            if (documents.size() == 1) {
                return places();
            }
            Set<Integer> refused = new HashSet<>();
            JsonNode verdicts = refusal.response().json().path("data");
            int order = 0;
            for (Integer place : places()) {
                if (verdicts.path(order++).path("_status").asText().equals("ERR")) {
                    refused.add(place);
                }
            }
            return refused.isEmpty() ? places() : refused;
        }

        BatchResult failures(Set<Integer> places, RestClientException cause) {
            List<BatchResult.Failure> failures = places.stream()
                    .sorted()
                    .map(place -> new BatchResult.Failure(place, ApiJson.text(documents.get(place)), cause))
                    .toList();
            return new BatchResult(0, 0, failures);
        }
    }
}

package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Stores many documents: those that exist are patched, the others posted, one by one or in chunks. */
final class BatchWriter {
    private final Reads reads;
    private final Writes writes;
    private final Patches patches;
    private final Batch batch;
    private final Executor executor;

    BatchWriter(Reads reads, Writes writes, Patches patches, Batch batch, Executor executor) {
        this.reads = reads;
        this.writes = writes;
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
            writes.post(endpoint, chunk.body());
            return new BatchResult(chunk.documents().size(), 0, List.of());
        } catch (RestStatusException.Invalid refused) {
            Map<Integer, RestClientException> bad = chunk.refused(refused);
            BatchResult failures = chunk.failures(bad);
            Chunk rest = chunk.without(bad.keySet());
            boolean again = batch.goesOn() && !rest.documents().isEmpty();
            return again ? failures.plus(postChunk(endpoint, rest)) : failures;
        } catch (RestClientException e) {
            return chunk.failures(chunk.all(e));
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
            return chunk.failures(chunk.all(e));
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
        reads.documents(endpoint, query)
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
}

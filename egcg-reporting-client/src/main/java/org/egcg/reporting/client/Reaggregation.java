package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** An empty PATCH per document: it changes no field, and the server then computes the aggregates it feeds. */
final class Reaggregation {
    private static final int REREADS = 10;
    private static final Set<Integer> VANISHED = Set.of(404);

    private final Patches patches;
    private final String endpoint;

    Reaggregation(Patches patches, String endpoint) {
        this.patches = patches;
        this.endpoint = endpoint;
    }

    BatchResult of(Iterator<JsonNode> stored, Batch batch, Executor executor) {
        return new Workers<>(stored, batch, this::one).run(executor);
    }

    private BatchResult one(int index, JsonNode document) {
        try {
            patches.patch(endpoint, document, REREADS, now -> ApiJson.MAPPER.createObjectNode(), VANISHED);
            return new BatchResult(0, 1, List.of());
        } catch (RestStatusException.NotFound vanished) {
            return new BatchResult(0, 0, List.of());
        } catch (RestClientException e) {
            return Patches.failure(index, document.path("_id").asText(), e);
        }
    }
}

package org.egcg.reporting.client;

import static java.lang.System.Logger.Level.INFO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The verbs that look documents up and change them, and those for many documents. */
final class Updates {
    private static final int REREADS_OF_UPDATES = 5;

    private final Reads reads;
    private final Writes writes;
    private final Patches patches;
    private final int rereads;
    private final Executor executor;

    Updates(Reads reads, Writes writes, Patches patches, int rereads, Executor executor) {
        this.reads = reads;
        this.writes = writes;
        this.patches = patches;
        this.rereads = rereads;
        this.executor = executor;
    }

    Optional<RestResponse> patchEntry(
            String endpoint, Object payload, String field, @Nullable Object value, List<String> lists) {
        UnaryOperator<JsonNode> change = change(payload, lists);
        return reads.document(endpoint, Query.where(field, value), 0)
                .map(stored -> patches.patch(endpoint, stored, rereads, change));
    }

    BatchResult patchEntries(String endpoint, Object payload, Query query, Batch batch) {
        UnaryOperator<JsonNode> change = change(payload, batch.lists());
        List<JsonNode> stored = keys(endpoint, query, batch.lists());
        if (!stored.isEmpty()) {
            ClientLog.LOG.log(INFO, "Updating {0} docs matching {1}", stored.size(), query);
        }
        return patches.patchAll(endpoint, stored.iterator(), rereads, batch, change, executor);
    }

    private List<JsonNode> keys(String endpoint, Query query, List<String> lists) {
        List<String> kept = new ArrayList<>(List.of("_id", "_etag"));
        kept.addAll(lists);
        Query whole = query.page().isPresent() ? query : query.allPages();
        try (Stream<JsonNode> documents = reads.asAsked(endpoint, whole)) {
            return documents
                    .map(document -> (JsonNode) ((ObjectNode) document).retain(kept))
                    .toList();
        }
    }

    /** What a payload makes of a stored document; what cannot be sent is refused here, before anything is read. */
    private UnaryOperator<JsonNode> change(Object payload, List<String> lists) {
        ObjectNode fields = writes.object(payload);
        Payload.of(UpdateLists.extended(ApiJson.MAPPER.createObjectNode(), fields, lists));
        return stored -> UpdateLists.extended(stored, fields, lists);
    }

    Optional<RestResponse> update(String endpoint, Query query, Function<JsonNode, ?> payload) {
        return reads.document(endpoint, query, 0)
                .map(stored ->
                        patches.patch(endpoint, stored, REREADS_OF_UPDATES, now -> writes.object(payload.apply(now))));
    }

    BatchResult postEntries(String endpoint, List<?> documents, Batch batch) {
        return new BatchWriter(reads, writes, patches, batch, executor).post(endpoint, writes.objects(documents));
    }

    BatchResult postOrPatch(String endpoint, List<?> documents, String idField, Batch batch) {
        List<ObjectNode> objects = writes.objects(documents);
        for (int place = 0; place < objects.size(); place++) {
            if (!objects.get(place).has(idField)) {
                throw new IllegalArgumentException("document %d has no %s".formatted(place, idField));
            }
        }
        return new BatchWriter(reads, writes, patches, batch, executor)
                .postOrPatch(endpoint, objects, idField, rereads);
    }

    BatchResult reaggregate(String endpoint, Query query, Batch batch) {
        try (Stream<JsonNode> stored = reads.stream(endpoint, query.stable())) {
            return new Reaggregation(patches, endpoint).of(stored.iterator(), batch, executor);
        }
    }
}

package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The verbs of {@link Communicator}, each answering at once; a future fails with what the verb itself would have thrown.
 * Immutable and thread-safe. Work runs on the communicator's executor.
 */
public final class AsyncCommunicator {
    private final Reads reads;
    private final Writes writes;
    private final Updates changes;
    private final Executor executor;

    AsyncCommunicator(Reads reads, Writes writes, Updates changes, Executor executor) {
        this.reads = reads;
        this.writes = writes;
        this.changes = changes;
        this.executor = executor;
    }

    private <T> CompletableFuture<T> later(Supplier<T> verb) {
        return CompletableFuture.supplyAsync(verb, executor);
    }

    /** {@link Communicator#getContent(String, Query)}. */
    public CompletableFuture<JsonNode> getContent(String endpoint, Query query) {
        return later(() -> reads.content(endpoint, query));
    }

    /** {@link Communicator#getDocuments(String, Query)}. */
    public CompletableFuture<List<JsonNode>> getDocuments(String endpoint, Query query) {
        return later(() -> reads.documents(endpoint, query));
    }

    /** {@link Communicator#getDocuments(String, Query, Class)}. */
    public <T> CompletableFuture<List<Document<T>>> getDocuments(String endpoint, Query query, Class<T> type) {
        return later(() -> reads.documents(endpoint, query, type));
    }

    /**
     * {@link Communicator#streamDocuments(String, Query)}; there is an answer when the first page has been read, the
     * following ones are read by the thread that comes to them.
     */
    public CompletableFuture<Stream<JsonNode>> streamDocuments(String endpoint, Query query) {
        return later(() -> Reads.begun(reads.stream(endpoint, query)));
    }

    /**
     * {@link Communicator#streamDocuments(String, Query, Class)}; there is an answer when the first page has been read, the
     * following ones are read by the thread that comes to them.
     */
    public <T> CompletableFuture<Stream<Document<T>>> streamDocuments(String endpoint, Query query, Class<T> type) {
        return later(() -> Reads.begun(reads.stream(endpoint, query, type)));
    }

    /** {@link Communicator#getDocument(String, Query)}. */
    public CompletableFuture<Optional<JsonNode>> getDocument(String endpoint, Query query) {
        return later(() -> reads.document(endpoint, query, 0));
    }

    /** {@link Communicator#getDocument(String, Query, int)}. */
    public CompletableFuture<Optional<JsonNode>> getDocument(String endpoint, Query query, int place) {
        return later(() -> reads.document(endpoint, query, place));
    }

    /** {@link Communicator#getDocument(String, Query, Class)}. */
    public <T> CompletableFuture<Optional<Document<T>>> getDocument(String endpoint, Query query, Class<T> type) {
        return later(() -> reads.document(endpoint, query, type));
    }

    /** {@link Communicator#getItem(String, String)}. */
    public CompletableFuture<JsonNode> getItem(String endpoint, String id) {
        return later(() -> reads.item(endpoint, id));
    }

    /** {@link Communicator#postEntry(String, Object)}. */
    public CompletableFuture<RestResponse> postEntry(String endpoint, Object document) {
        return later(() -> writes.post(endpoint, document));
    }

    /** {@link Communicator#postEntry(String, Object, String)}. */
    public CompletableFuture<RestResponse> postEntry(String endpoint, Object document, String idempotencyKey) {
        return later(() -> writes.post(endpoint, document, idempotencyKey));
    }

    /** {@link Communicator#postForm(String, Object)}. */
    public CompletableFuture<RestResponse> postForm(String endpoint, Object fields) {
        return later(() -> writes.postForm(endpoint, fields));
    }

    /** {@link Communicator#postEntries(String, List, Batch)}. */
    public CompletableFuture<BatchResult> postEntries(String endpoint, List<?> documents, Batch batch) {
        return later(() -> changes.postEntries(endpoint, documents, batch));
    }

    /** {@link Communicator#putEntry(String, String, Object)}. */
    public CompletableFuture<RestResponse> putEntry(String endpoint, String id, Object document) {
        return later(() -> writes.put(endpoint, id, document));
    }

    /** {@link Communicator#putEntry(String, String, Object, String)}. */
    public CompletableFuture<RestResponse> putEntry(String endpoint, String id, Object document, String etag) {
        return later(() -> writes.put(endpoint, id, document, etag));
    }

    /** {@link Communicator#deleteEntry(String, String, String)}. */
    public CompletableFuture<RestResponse> deleteEntry(String endpoint, String id, String etag) {
        return later(() -> writes.delete(endpoint, id, etag));
    }

    /** {@link Communicator#patchEntry(String, Object, String, Object, String...)}. */
    public CompletableFuture<Optional<RestResponse>> patchEntry(
            String endpoint, Object payload, String field, @Nullable Object value, String... updateLists) {
        return later(() -> changes.patchEntry(endpoint, payload, field, value, Arrays.asList(updateLists)));
    }

    /** {@link Communicator#patchEntries(String, Object, Query, String...)}. */
    public CompletableFuture<BatchResult> patchEntries(
            String endpoint, Object payload, Query query, String... updateLists) {
        return later(() ->
                changes.patchEntries(endpoint, payload, query, Batch.stopping().extending(updateLists)));
    }

    /** {@link Communicator#patchEntries(String, Object, Query, Batch)}. */
    public CompletableFuture<BatchResult> patchEntries(String endpoint, Object payload, Query query, Batch batch) {
        return later(() -> changes.patchEntries(endpoint, payload, query, batch));
    }

    /** {@link Communicator#postOrPatch(String, List, String, String...)}. */
    public CompletableFuture<BatchResult> postOrPatch(
            String endpoint, List<?> documents, String idField, String... updateLists) {
        return later(() -> changes.postOrPatch(
                endpoint, documents, idField, Batch.stopping().extending(updateLists)));
    }

    /** {@link Communicator#postOrPatch(String, List, String, Batch)}. */
    public CompletableFuture<BatchResult> postOrPatch(String endpoint, List<?> documents, String idField, Batch batch) {
        return later(() -> changes.postOrPatch(endpoint, documents, idField, batch));
    }

    /** {@link Communicator#update(String, Query, Function)}. */
    public CompletableFuture<Optional<RestResponse>> update(
            String endpoint, Query query, Function<JsonNode, ?> payload) {
        return later(() -> changes.update(endpoint, query, payload));
    }

    /** {@link Communicator#reaggregate(String, Query, Batch)}. */
    public CompletableFuture<BatchResult> reaggregate(String endpoint, Query query, Batch batch) {
        return later(() -> changes.reaggregate(endpoint, query, batch));
    }
}

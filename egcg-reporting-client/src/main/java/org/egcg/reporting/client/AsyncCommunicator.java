package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The verbs of {@link Communicator}, each answering at once; a future fails with what the verb itself would have thrown.
 * Immutable and thread-safe. Work runs on the communicator's executor.
 */
public final class AsyncCommunicator {
    private final Communicator communicator;
    private final Executor executor;

    AsyncCommunicator(Communicator communicator, Executor executor) {
        this.communicator = communicator;
        this.executor = executor;
    }

    private <T> CompletableFuture<T> later(Supplier<T> verb) {
        return CompletableFuture.supplyAsync(verb, executor);
    }

    /** {@link Communicator#getContent}. */
    public CompletableFuture<JsonNode> getContent(String endpoint, Query query) {
        return later(() -> communicator.getContent(endpoint, query));
    }

    /** {@link Communicator#getDocuments(String, Query)}. */
    public CompletableFuture<List<JsonNode>> getDocuments(String endpoint, Query query) {
        return later(() -> communicator.getDocuments(endpoint, query));
    }

    /** {@link Communicator#getDocuments(String, Query, Class)}. */
    public <T> CompletableFuture<List<Document<T>>> getDocuments(String endpoint, Query query, Class<T> type) {
        return later(() -> communicator.getDocuments(endpoint, query, type));
    }

    /** {@link Communicator#getDocument(String, Query)}. */
    public CompletableFuture<Optional<JsonNode>> getDocument(String endpoint, Query query) {
        return later(() -> communicator.getDocument(endpoint, query));
    }

    /** {@link Communicator#getDocument(String, Query, Class)}. */
    public <T> CompletableFuture<Optional<Document<T>>> getDocument(String endpoint, Query query, Class<T> type) {
        return later(() -> communicator.getDocument(endpoint, query, type));
    }

    /** {@link Communicator#postEntry(String, Object)}. */
    public CompletableFuture<RestResponse> postEntry(String endpoint, Object document) {
        return later(() -> communicator.postEntry(endpoint, document));
    }

    /** {@link Communicator#postEntry(String, Object, String)}. */
    public CompletableFuture<RestResponse> postEntry(String endpoint, Object document, String idempotencyKey) {
        return later(() -> communicator.postEntry(endpoint, document, idempotencyKey));
    }

    /** {@link Communicator#postForm}. */
    public CompletableFuture<RestResponse> postForm(String endpoint, Object fields) {
        return later(() -> communicator.postForm(endpoint, fields));
    }

    /** {@link Communicator#postEntries}. */
    public CompletableFuture<BatchResult> postEntries(String endpoint, List<?> documents, Batch batch) {
        return later(() -> communicator.postEntries(endpoint, documents, batch));
    }

    /** {@link Communicator#putEntry(String, String, Object)}. */
    public CompletableFuture<RestResponse> putEntry(String endpoint, String id, Object document) {
        return later(() -> communicator.putEntry(endpoint, id, document));
    }

    /** {@link Communicator#putEntry(String, String, Object, String)}. */
    public CompletableFuture<RestResponse> putEntry(String endpoint, String id, Object document, String etag) {
        return later(() -> communicator.putEntry(endpoint, id, document, etag));
    }

    /** {@link Communicator#patchEntry}. */
    public CompletableFuture<Optional<RestResponse>> patchEntry(
            String endpoint, Object payload, String field, Object value, String... updateLists) {
        return later(() -> communicator.patchEntry(endpoint, payload, field, value, updateLists));
    }

    /** {@link Communicator#patchEntries(String, Object, Query, Batch)}. */
    public CompletableFuture<BatchResult> patchEntries(String endpoint, Object payload, Query query, Batch batch) {
        return later(() -> communicator.patchEntries(endpoint, payload, query, batch));
    }

    /** {@link Communicator#postOrPatch(String, List, String, Batch)}. */
    public CompletableFuture<BatchResult> postOrPatch(String endpoint, List<?> documents, String idField, Batch batch) {
        return later(() -> communicator.postOrPatch(endpoint, documents, idField, batch));
    }

    /** {@link Communicator#update}. */
    public CompletableFuture<Optional<RestResponse>> update(
            String endpoint, Query query, Function<JsonNode, ?> payload) {
        return later(() -> communicator.update(endpoint, query, payload));
    }
}

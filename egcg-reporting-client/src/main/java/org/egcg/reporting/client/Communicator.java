package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reporting API as a JVM pipeline uses it. Immutable; threads may share one and do not wait for each other. Requests
 * block; {@link #async()} does the same in the background.
 *
 * <p>Documents to send may be maps, records, beans or {@link JsonNode}s; any {@link CharSequence} in them is text. A
 * {@link java.nio.file.Path}, a {@link java.io.File} or a {@link FilePart} as the value of a document's own field is sent
 * as a file; anywhere else a file is refused.
 *
 * <p>Every method throws {@link RestStatusException} when the server refuses, {@link RestTransportException} when no
 * answer comes, {@link RestDecodingException} when the answer makes no sense, and, before anything is sent,
 * {@link RestConfigException} without an address, {@link IllegalArgumentException} for arguments that cannot be sent,
 * {@link RestClientException} for files where none can be, {@link java.io.UncheckedIOException} for files that cannot be
 * read.
 */
public final class Communicator implements AutoCloseable {
    private final Wire wire;
    private final Reads reads;
    private final Writes writes;
    private final Updates changes;
    private final Executor executor;

    private Communicator(Builder options) {
        Settings settings = options.settings();
        this.wire = new Wire(options.opening(), settings.headers());
        Transport transport = new Transport(wire, settings);
        Requests requests = new Requests(settings);
        this.executor = settings.executor().orElseGet(BackgroundThreads::new);
        this.reads = new Reads(requests, transport, settings.mapper());
        this.writes = new Writes(requests, transport, settings.mapper());
        Patches patches = new Patches(requests, transport);
        this.changes = new Updates(reads, writes, patches, settings.rereads(), executor);
    }

    /** What a communicator is made from. */
    public static Builder builder() {
        return new Builder();
    }

    /** A communicator for an address, without credentials. */
    public static Communicator of(String url) {
        return builder().url(url).build();
    }

    /** One page as the server answers it: {@code data}, {@code _links} and {@code _meta}. */
    public JsonNode getContent(String endpoint, Query query) {
        return reads.content(endpoint, query);
    }

    /** The documents of the query's page, or of all pages after {@link Query#allPages()}, in the server's order. */
    public List<JsonNode> getDocuments(String endpoint, Query query) {
        return reads.documents(endpoint, query);
    }

    /** The same as documents of the caller's type; {@link IllegalArgumentException} where one does not fit it. */
    public <T> List<Document<T>> getDocuments(String endpoint, Query query, Class<T> type) {
        return reads.documents(endpoint, query, type);
    }

    /**
     * The documents of all pages from the query's page on. A page is asked for when the stream comes to it, and only one
     * is in memory; a stream that ends early or is closed asks for no more.
     */
    public Stream<JsonNode> streamDocuments(String endpoint, Query query) {
        return reads.stream(endpoint, query);
    }

    /** The same as documents of the caller's type. */
    public <T> Stream<Document<T>> streamDocuments(String endpoint, Query query, Class<T> type) {
        return reads.stream(endpoint, query, type);
    }

    /** The first document that fits; empty, and a warning in the log, if there is none. */
    public Optional<JsonNode> getDocument(String endpoint, Query query) {
        return reads.document(endpoint, query, 0);
    }

    /**
     * The document at a place of the query's page, counted from 0; empty if nothing fits at all, {@link
     * IndexOutOfBoundsException} if the page is shorter.
     */
    public Optional<JsonNode> getDocument(String endpoint, Query query, int place) {
        return reads.document(endpoint, query, place);
    }

    /** The first document that fits, as the caller's type. */
    public <T> Optional<Document<T>> getDocument(String endpoint, Query query, Class<T> type) {
        return reads.document(endpoint, query, type);
    }

    /** The document with this {@code _id}; {@link RestStatusException.NotFound} without it. */
    public JsonNode getItem(String endpoint, String id) {
        return reads.item(endpoint, id);
    }

    /** Stores a document, which may have files, or a list of documents wholly or not at all. */
    public RestResponse postEntry(String endpoint, Object document) {
        return writes.post(endpoint, document);
    }

    /**
     * Stores a document under an idempotency key of the caller's, which makes it safe to send the same again, even by
     * another process, as long as the server keeps the key. Calling this says that it does.
     */
    public RestResponse postEntry(String endpoint, Object document, String idempotencyKey) {
        return writes.post(endpoint, document, idempotencyKey);
    }

    /**
     * Posts a form, as the endpoint {@code actions} wants it: text fields, lists repeated, null left out; as multipart
     * when a field is a file, and then without lists. An action may
     * reach into the LIMS; it is sent again only where the endpoint itself has shown that it keeps keys.
     */
    public RestResponse postForm(String endpoint, Object fields) {
        return writes.postForm(endpoint, fields);
    }

    /**
     * Stores many documents, {@link Batch#chunk} of them per request. The server refuses a chunk wholly; a batch that goes
     * on sends its good documents again.
     */
    public BatchResult postEntries(String endpoint, List<?> documents, Batch batch) {
        return changes.postEntries(endpoint, documents, batch);
    }

    /** Stores a document that has an {@code _id} already; the server refuses if there is one under it. */
    public RestResponse putEntry(String endpoint, String id, Object document) {
        return writes.put(endpoint, id, document);
    }

    /** Replaces the document under the {@code _id} if it still has this etag. */
    public RestResponse putEntry(String endpoint, String id, Object document, String etag) {
        return writes.put(endpoint, id, document, etag);
    }

    /** Removes the document under the {@code _id} if it still has this etag. */
    public RestResponse deleteEntry(String endpoint, String id, String etag) {
        return writes.delete(endpoint, id, etag);
    }

    /**
     * Changes the document whose field has the value: its objects are merged, other values replaced; members of the
     * named lists are added to the stored ones. Empty if there is no such document.
     */
    public Optional<RestResponse> patchEntry(
            String endpoint, Object payload, String field, @Nullable Object value, String... updateLists) {
        return changes.patchEntry(endpoint, payload, field, value, Arrays.asList(updateLists));
    }

    /** Changes every document that fits, on all pages unless the query names one, and stops at the first failure. */
    public BatchResult patchEntries(String endpoint, Object payload, Query query, String... updateLists) {
        return patchEntries(endpoint, payload, query, Batch.stopping().extending(updateLists));
    }

    /** The same as the batch says. All documents are read before the first one is changed. */
    public BatchResult patchEntries(String endpoint, Object payload, Query query, Batch batch) {
        return changes.patchEntries(endpoint, payload, query, batch);
    }

    /**
     * Stores documents under their own id: those whose id field is known already are patched, without that field, the
     * others posted. Stops at the first failure.
     */
    public BatchResult postOrPatch(String endpoint, List<?> documents, String idField, String... updateLists) {
        return postOrPatch(endpoint, documents, idField, Batch.stopping().extending(updateLists));
    }

    /** The same as the batch says; with {@link Batch#chunk}, one request looks up, and one stores, a whole chunk. */
    public BatchResult postOrPatch(String endpoint, List<?> documents, String idField, Batch batch) {
        return changes.postOrPatch(endpoint, documents, idField, batch);
    }

    /**
     * Changes the first document that fits by what the function makes of it; when another client has changed it meanwhile,
     * it is read and the function applied again, up to five times. Empty if nothing fits.
     */
    public Optional<RestResponse> update(String endpoint, Query query, Function<JsonNode, ?> payload) {
        return changes.update(endpoint, query, payload);
    }

    /**
     * Has the server compute the aggregates of every document that fits, and of what they feed, once more. Page by page,
     * without limit; documents that change meanwhile are read again, those that vanish are passed over.
     */
    public BatchResult reaggregate(String endpoint, Query query, Batch batch) {
        return changes.reaggregate(endpoint, query, batch);
    }

    /** The same verbs, answering at once with a future. */
    public AsyncCommunicator async() {
        return new AsyncCommunicator(reads, writes, changes, executor);
    }

    /** Lets go of all connections. A communicator that is used again afterwards opens new ones. */
    @Override
    public void close() {
        wire.close();
    }

    /** Collects what a communicator needs. Can go on to build others. */
    public static final class Builder extends CommunicatorOptions<Builder> {
        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** The communicator. */
        public Communicator build() {
            return new Communicator(this);
        }
    }
}

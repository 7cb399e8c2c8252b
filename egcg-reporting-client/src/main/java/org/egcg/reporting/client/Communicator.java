package org.egcg.reporting.client;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The reporting API as a JVM pipeline uses it. Immutable; threads may share one and do not wait for each other. Requests
 * block; {@link #async()} does the same in the background.
 *
 * <p>Documents to send may be maps, records, beans or {@link JsonNode}s; a {@link java.nio.file.Path} or
 * {@link FilePart} as a map's value is sent as a file. Every method throws {@link RestStatusException} when the server
 * refuses, {@link RestTransportException} when no answer comes, {@link RestDecodingException} when the answer makes no
 * sense, {@link RestConfigException} without an address, and {@link IllegalArgumentException} before anything is sent
 * for arguments that cannot be sent.
 */
public final class Communicator implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Communicator.class.getName());

    private final Wire wire;
    private final Transport transport;
    private final Requests requests;
    private final Patches patches;
    private final ObjectMapper mapper;
    private final Executor executor;
    private final int rereads;

    Communicator(Settings settings, Supplier<HttpClient> opening) {
        this.wire = new Wire(opening, settings.headers());
        this.transport = new Transport(wire, settings);
        this.requests = new Requests(settings);
        this.patches = new Patches(requests, transport);
        this.mapper = settings.mapper();
        this.executor = settings.executor().orElseGet(BackgroundThreads::new);
        this.rereads = settings.rereads();
    }

    /** What a communicator is made from. */
    public static CommunicatorBuilder builder() {
        return new CommunicatorBuilder();
    }

    /** A communicator for an address, without credentials. */
    public static Communicator of(String url) {
        return builder().url(url).build();
    }

    /** One page as the server answers it: {@code data}, {@code _links} and {@code _meta}. */
    public JsonNode getContent(String endpoint, Query query) {
        return transport.send(requests.get(endpoint, query)).json();
    }

    /** The documents of the query's page, or of all pages after {@link Query#allPages()}, in the server's order. */
    public List<JsonNode> getDocuments(String endpoint, Query query) {
        try (Stream<JsonNode> documents =
                query.everyPage() ? streamDocuments(endpoint, query) : onePage(endpoint, query)) {
            return documents.toList();
        }
    }

    /** The same as documents of the caller's type; {@link IllegalArgumentException} where one does not fit it. */
    public <T> List<Document<T>> getDocuments(String endpoint, Query query, Class<T> type) {
        return getDocuments(endpoint, query).stream()
                .map(json -> Document.of(json, type, mapper))
                .toList();
    }

    /**
     * The documents of all pages from the query's page on. A page is asked for when the stream comes to it, and only one
     * is in memory; a stream that ends early or is closed asks for no more.
     */
    public Stream<JsonNode> streamDocuments(String endpoint, Query query) {
        AtomicBoolean closed = new AtomicBoolean();
        Iterator<JsonNode> pages = new Pages(page -> getContent(endpoint, page), query);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false)
                .takeWhile(page -> !closed.get())
                .flatMap(page -> data(endpoint, page))
                .onClose(() -> closed.set(true));
    }

    /** The same as documents of the caller's type. */
    public <T> Stream<Document<T>> streamDocuments(String endpoint, Query query, Class<T> type) {
        return streamDocuments(endpoint, query).map(json -> Document.of(json, type, mapper));
    }

    private Stream<JsonNode> onePage(String endpoint, Query query) {
        return data(endpoint, getContent(endpoint, query));
    }

    private static Stream<JsonNode> data(String endpoint, JsonNode page) {
        JsonNode data = page.path("data");
        if (!data.isArray()) {
            throw new RestClientException("The answer of endpoint %s has no data".formatted(endpoint));
        }
        return StreamSupport.stream(data.spliterator(), false);
    }

    /** The first document that fits; empty, and a warning in the log, if there is none. */
    public Optional<JsonNode> getDocument(String endpoint, Query query) {
        return getDocument(endpoint, query, 0);
    }

    /**
     * The document at a place of the query's page, counted from 0; empty if nothing fits at all, {@link
     * IndexOutOfBoundsException} if the page is shorter.
     */
    public Optional<JsonNode> getDocument(String endpoint, Query query, int place) {
        List<JsonNode> documents = getDocuments(endpoint, query);
        if (documents.isEmpty()) {
            LOG.log(WARNING, "No document found in endpoint {0} for {1}", endpoint, query);
            return Optional.empty();
        }
        return Optional.of(documents.get(place));
    }

    /** The first document that fits, as the caller's type. */
    public <T> Optional<Document<T>> getDocument(String endpoint, Query query, Class<T> type) {
        return getDocument(endpoint, query).map(json -> Document.of(json, type, mapper));
    }

    /** The document with this {@code _id}; {@link RestStatusException.NotFound} without it. */
    public JsonNode getItem(String endpoint, String id) {
        return transport.send(requests.item(endpoint, id)).json();
    }

    /** Stores a document, or a list of documents wholly or not at all. */
    public RestResponse postEntry(String endpoint, Object document) {
        return transport.send(requests.post(endpoint, requests.payload(document), Call.Repeatable.WHERE_KEYS_COUNT));
    }

    /**
     * Stores a document under an idempotency key of the caller's, which makes it safe to send the same again, even by
     * another process, as long as the server keeps the key. Calling this says that it does.
     */
    public RestResponse postEntry(String endpoint, Object document, String idempotencyKey) {
        return transport.send(
                requests.post(endpoint, requests.payload(document), idempotencyKey, Call.Repeatable.ALWAYS));
    }

    /**
     * Posts a form, as the endpoint {@code actions} wants it: text fields, lists repeated, null left out. An action may
     * reach into the LIMS; it is sent again only where the endpoint itself has shown that it keeps keys.
     */
    public RestResponse postForm(String endpoint, Object fields) {
        return transport.send(
                requests.post(endpoint, Payload.form(fields, mapper), Call.Repeatable.WHERE_KEYS_WERE_KEPT));
    }

    /** Stores many documents, {@link Batch#chunk} of them per request. A failed chunk is refused wholly. */
    public BatchResult postEntries(String endpoint, List<?> documents, Batch batch) {
        return new BatchWriter(this, patches, batch, executor).post(endpoint, objects(documents));
    }

    /** Stores a document that has an {@code _id} already; the server refuses if there is one under it. */
    public RestResponse putEntry(String endpoint, String id, Object document) {
        return transport.send(requests.put(endpoint, id, requests.payload(document)));
    }

    /** Replaces the document under the {@code _id} if it still has this etag. */
    public RestResponse putEntry(String endpoint, String id, Object document, String etag) {
        return transport.send(requests.put(endpoint, id, requests.payload(document), etag));
    }

    /** Removes the document under the {@code _id} if it still has this etag. */
    public RestResponse deleteEntry(String endpoint, String id, String etag) {
        return transport.send(requests.delete(endpoint, id, etag));
    }

    /**
     * Changes the document whose field has the value: its objects are merged, other values replaced; members of the
     * named lists are added to the stored ones. Empty if there is no such document.
     */
    public Optional<RestResponse> patchEntry(
            String endpoint, Object payload, String field, Object value, String... updateLists) {
        Function<JsonNode, Object> change = change(payload, Arrays.asList(updateLists));
        return getDocument(endpoint, Query.where(field, value))
                .map(stored -> patches.patch(endpoint, stored, rereads, change));
    }

    /** Changes every document that fits, on all pages unless the query names one, and stops at the first failure. */
    public BatchResult patchEntries(String endpoint, Object payload, Query query, String... updateLists) {
        return patchEntries(endpoint, payload, query, Batch.stopping().extending(updateLists));
    }

    /** The same as the batch says. All documents are read before the first one is changed. */
    public BatchResult patchEntries(String endpoint, Object payload, Query query, Batch batch) {
        Function<JsonNode, Object> change = change(payload, batch.lists());
        List<JsonNode> stored = keys(endpoint, query, batch.lists());
        if (!stored.isEmpty()) {
            LOG.log(INFO, "Updating {0} docs matching {1}", stored.size(), query);
        }
        return patches.patchAll(endpoint, stored.iterator(), rereads, batch, change, executor);
    }

    private List<JsonNode> keys(String endpoint, Query query, List<String> lists) {
        List<String> kept = new ArrayList<>(List.of("_id", "_etag"));
        kept.addAll(lists);
        Query whole = query.page().isPresent() ? query : query.allPages();
        try (Stream<JsonNode> documents =
                whole.everyPage() ? streamDocuments(endpoint, whole) : onePage(endpoint, whole)) {
            return documents
                    .map(document -> (JsonNode) ((ObjectNode) document).retain(kept))
                    .toList();
        }
    }

    private Function<JsonNode, Object> change(Object payload, List<String> lists) {
        if (Payload.hasFiles(payload)) {
            Payload files = requests.payload(payload);
            return stored -> files;
        }
        ObjectNode fields = object(payload);
        return stored -> UpdateLists.extended(stored, fields, lists);
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
        List<ObjectNode> objects = objects(documents);
        for (int place = 0; place < objects.size(); place++) {
            if (!objects.get(place).has(idField)) {
                throw new IllegalArgumentException("document %d has no %s".formatted(place, idField));
            }
        }
        return new BatchWriter(this, patches, batch, executor).postOrPatch(endpoint, objects, idField, rereads);
    }

    /**
     * Changes the first document that fits by what the function makes of it, reading and asking again, up to five times,
     * when somebody else was faster. Empty if nothing fits.
     */
    public Optional<RestResponse> update(String endpoint, Query query, Function<JsonNode, ?> payload) {
        return getDocument(endpoint, query)
                .map(stored -> patches.patch(endpoint, stored, 5, now -> ApiJson.tree(mapper, payload.apply(now))));
    }

    /**
     * Has the server compute the aggregates of every document that fits, and of what they feed, once more. Page by page,
     * without limit; documents that change meanwhile are read again, those that vanish are passed over.
     */
    public BatchResult reaggregate(String endpoint, Query query, Batch batch) {
        try (Stream<JsonNode> stored = streamDocuments(endpoint, query.stable())) {
            return new Reaggregation(patches, endpoint).of(stored.iterator(), batch, executor);
        }
    }

    private List<ObjectNode> objects(List<?> documents) {
        return documents.stream().map(this::object).toList();
    }

    private ObjectNode object(Object document) {
        if (ApiJson.tree(mapper, document) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("a document has named fields");
    }

    /** The same verbs, answering at once with a future. */
    public AsyncCommunicator async() {
        return new AsyncCommunicator(this, executor);
    }

    /** Lets go of all connections. A communicator that is used again afterwards opens new ones. */
    @Override
    public void close() {
        wire.close();
    }
}

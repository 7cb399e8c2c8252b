package org.egcg.reporting.client;

import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The verbs that read. */
final class Reads {
    private final Requests requests;
    private final Transport transport;
    private final ObjectMapper mapper;

    Reads(Requests requests, Transport transport, ObjectMapper mapper) {
        this.requests = requests;
        this.transport = transport;
        this.mapper = mapper;
    }

    JsonNode content(String endpoint, Query query) {
        return transport.send(requests.get(endpoint, query)).json();
    }

    JsonNode item(String endpoint, String id) {
        return transport.send(requests.item(endpoint, id)).json();
    }

    List<JsonNode> documents(String endpoint, Query query) {
        try (Stream<JsonNode> documents = asAsked(endpoint, query)) {
            return documents.toList();
        }
    }

    <T> List<Document<T>> documents(String endpoint, Query query, Class<T> type) {
        return documents(endpoint, query).stream()
                .map(json -> Document.of(json, type, mapper))
                .toList();
    }

    /** The documents of one page or of all, as the query says. */
    Stream<JsonNode> asAsked(String endpoint, Query query) {
        return query.everyPage() ? stream(endpoint, query) : data(endpoint, content(endpoint, query));
    }

    Stream<JsonNode> stream(String endpoint, Query query) {
        AtomicBoolean closed = new AtomicBoolean();
        Iterator<JsonNode> pages = new QueryPages(page -> content(endpoint, page), query);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false)
                .takeWhile(page -> !closed.get())
                .flatMap(page -> data(endpoint, page))
                .onClose(() -> closed.set(true));
    }

    <T> Stream<Document<T>> stream(String endpoint, Query query, Class<T> type) {
        return stream(endpoint, query).map(json -> Document.of(json, type, mapper));
    }

    /** A stream whose first page has been read. */
    static <T> Stream<T> begun(Stream<T> documents) {
        Iterator<T> iterator = documents.iterator();
        if (!iterator.hasNext()) {
            documents.close();
            return Stream.empty();
        }
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false)
                .onClose(documents::close);
    }

    private static Stream<JsonNode> data(String endpoint, JsonNode page) {
        JsonNode data = page.path("data");
        if (!data.isArray()) {
            throw new RestClientException("The answer of endpoint %s has no data".formatted(endpoint));
        }
        return StreamSupport.stream(data.spliterator(), false);
    }

    Optional<JsonNode> document(String endpoint, Query query, int place) {
        List<JsonNode> documents = documents(endpoint, query);
        if (documents.isEmpty()) {
            ClientLog.LOG.log(WARNING, "No document found in endpoint {0} for {1}", endpoint, query);
            return Optional.empty();
        }
        return Optional.of(documents.get(place));
    }

    <T> Optional<Document<T>> document(String endpoint, Query query, Class<T> type) {
        return document(endpoint, query, 0).map(json -> Document.of(json, type, mapper));
    }
}

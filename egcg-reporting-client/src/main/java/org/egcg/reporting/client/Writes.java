package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The verbs that send documents as they are given. */
final class Writes {
    private final Requests requests;
    private final Transport transport;
    private final ObjectMapper mapper;

    Writes(Requests requests, Transport transport, ObjectMapper mapper) {
        this.requests = requests;
        this.transport = transport;
        this.mapper = mapper;
    }

    /** A document or a list of documents as a tree; null is none. */
    JsonNode tree(Object document) {
        JsonNode tree = ApiJson.tree(mapper, document);
        if (tree.isNull()) {
            throw new IllegalArgumentException("a document must not be null");
        }
        return tree;
    }

    /** A single document as a tree that can be sent: what cannot is refused before anything is. */
    ObjectNode object(Object document) {
        if (FileFields.uploadable(tree(document)) instanceof ObjectNode object) {
            if (!FileFields.of(object).isEmpty()) {
                Payload.of(object);
            }
            return object;
        }
        throw new IllegalArgumentException("a document has named fields");
    }

    List<ObjectNode> objects(List<?> documents) {
        return documents.stream().map(this::object).toList();
    }

    RestResponse post(String endpoint, Object document) {
        Payload payload = Payload.of(tree(document));
        return transport.send(requests.post(endpoint, payload, Call.Repeatable.WHERE_KEYS_COUNT));
    }

    RestResponse post(String endpoint, Object document, String idempotencyKey) {
        Payload payload = Payload.of(tree(document));
        return transport.send(requests.post(endpoint, payload, idempotencyKey, Call.Repeatable.ALWAYS));
    }

    RestResponse postForm(String endpoint, Object fields) {
        Payload payload = Payload.form(tree(fields));
        return transport.send(requests.post(endpoint, payload, Call.Repeatable.WHERE_KEYS_WERE_KEPT));
    }

    RestResponse put(String endpoint, String id, Object document) {
        return transport.send(requests.put(endpoint, id, Payload.of(tree(document))));
    }

    RestResponse put(String endpoint, String id, Object document, String etag) {
        return transport.send(requests.put(endpoint, id, Payload.of(tree(document)), etag));
    }

    RestResponse delete(String endpoint, String id, String etag) {
        return transport.send(requests.delete(endpoint, id, etag));
    }
}

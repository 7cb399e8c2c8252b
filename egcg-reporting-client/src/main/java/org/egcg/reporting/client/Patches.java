package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Changes stored documents under their etags, and settles what a 412 means. */
final class Patches {
    private final Requests requests;
    private final Transport transport;

    Patches(Requests requests, Transport transport) {
        this.requests = requests;
        this.transport = transport;
    }

    /**
     * Sends what the change makes of the stored document. On 412 the document is read again: if an earlier attempt had
     * arrived after all, that is success; else the change is applied anew, up to {@code rereads} times.
     */
    RestResponse patch(String endpoint, JsonNode document, int rereads, Function<JsonNode, Object> change) {
        String id = document.path("_id").asText();
        JsonNode stored = document;
        for (int reread = 0; ; reread++) {
            Object payload = change.apply(stored);
            try {
                String etag = stored.path("_etag").asText();
                return transport.send(requests.patch(endpoint, id, requests.payload(payload), etag));
            } catch (RestStatusException.EtagMismatch mismatch) {
                if (mismatch.attempts() == 1 && reread >= rereads) {
                    throw mismatch;
                }
                RestResponse now = transport.send(requests.item(endpoint, id));
                if (mismatch.attempts() > 1 && arrived(now.json(), payload)) {
                    return now;
                }
                if (reread >= rereads) {
                    throw mismatch;
                }
                stored = now.json();
            }
        }
    }

    private static boolean arrived(JsonNode stored, Object payload) {
        return payload instanceof ObjectNode asked && Containment.holds(stored, asked);
    }

    BatchResult patchAll(
            String endpoint,
            Iterator<JsonNode> stored,
            int rereads,
            Batch batch,
            Function<JsonNode, Object> change,
            Executor executor) {
        return new Workers<>(stored, batch, (index, document) -> outcome(endpoint, index, document, rereads, change))
                .run(executor);
    }

    private BatchResult outcome(
            String endpoint, int index, JsonNode document, int rereads, Function<JsonNode, Object> change) {
        try {
            patch(endpoint, document, rereads, change);
            return new BatchResult(0, 1, List.of());
        } catch (RestClientException e) {
            return failure(index, document.path("_id").asText(), e);
        }
    }

    static BatchResult failure(int index, String document, RestClientException cause) {
        return new BatchResult(0, 0, List.of(new BatchResult.Failure(index, document, cause)));
    }
}

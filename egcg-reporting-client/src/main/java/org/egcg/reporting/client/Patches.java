package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** Changes stored documents under their etags, and settles what a 412 means. */
final class Patches {
    private static final int MISMATCH = 412;

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
    RestResponse patch(String endpoint, JsonNode document, int rereads, UnaryOperator<JsonNode> change) {
        return patch(endpoint, document, rereads, change, Set.of());
    }

    /** The same for a caller who knows what other refusals mean; they are thrown, but are no errors in the log. */
    RestResponse patch(
            String endpoint, JsonNode document, int rereads, UnaryOperator<JsonNode> change, Set<Integer> expected) {
        String id = document.path("_id").asText();
        JsonNode stored = document;
        for (int reread = 0; ; reread++) {
            JsonNode payload = change.apply(stored);
            Call call =
                    requests.patch(endpoint, id, payload, stored.path("_etag").asText());
            Transport.Answer answer = transport.answer(call);
            boolean repeated = answer.attempts() > 1;
            if (answer.response().status() != MISMATCH || (!repeated && reread >= rereads)) {
                return transport.judged(call, answer, expected);
            }
            RestResponse now = transport.send(requests.item(endpoint, id), expected);
            if (repeated && Containment.holds(now.json(), payload)) {
                transport.settled(call, answer.response());
                return now;
            }
            if (reread >= rereads) {
                return transport.judged(call, answer, expected);
            }
            transport.settled(call, answer.response());
            stored = now.json();
        }
    }

    BatchResult patchAll(
            String endpoint,
            Iterator<JsonNode> stored,
            int rereads,
            Batch batch,
            UnaryOperator<JsonNode> change,
            Executor executor) {
        return new Workers<>(stored, batch, (index, document) -> outcome(endpoint, index, document, rereads, change))
                .run(executor);
    }

    private BatchResult outcome(
            String endpoint, int index, JsonNode document, int rereads, UnaryOperator<JsonNode> change) {
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

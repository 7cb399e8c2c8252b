package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The API's addresses and what each verb sends there. */
final class Requests {
    private final Supplier<String> url;
    private final Duration timeout;

    Requests(Settings settings) {
        this.url = settings.url();
        this.timeout = settings.timeout();
    }

    Call get(String endpoint, Query query) {
        return read(list(endpoint, query));
    }

    Call item(String endpoint, String id) {
        return read(URI.create(address(endpoint) + FormText.segment(id)));
    }

    private Call read(URI uri) {
        return new Call("GET", uri, Map.of(), BodyPublishers::noBody, Call.Repeatable.ALWAYS, "", timeout);
    }

    Call post(String endpoint, Payload payload, Call.Repeatable repeatable) {
        return post(endpoint, payload, UUID.randomUUID().toString(), repeatable);
    }

    Call post(String endpoint, Payload payload, String key, Call.Repeatable repeatable) {
        return write("POST", URI.create(address(endpoint)), Map.of("Idempotency-Key", key), payload, repeatable);
    }

    Call put(String endpoint, String id, Payload payload) {
        return write("PUT", uri(endpoint, id), Map.of(), payload, Call.Repeatable.NEVER);
    }

    Call put(String endpoint, String id, Payload payload, String etag) {
        return write("PUT", uri(endpoint, id), Map.of("If-Match", etag), payload, Call.Repeatable.ALWAYS);
    }

    Call patch(String endpoint, String id, JsonNode changes, String etag) {
        Payload payload = Payload.of(changes);
        return write("PATCH", uri(endpoint, id), Map.of("If-Match", etag), payload, Call.Repeatable.ALWAYS);
    }

    Call delete(String endpoint, String id, String etag) {
        Map<String, String> headers = Map.of("If-Match", etag);
        return new Call(
                "DELETE", uri(endpoint, id), headers, BodyPublishers::noBody, Call.Repeatable.ALWAYS, "", timeout);
    }

    private Call write(
            String method, URI uri, Map<String, String> headers, Payload payload, Call.Repeatable repeatable) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", payload.type());
        return new Call(method, uri, all, payload.body(), repeatable, payload.arguments(), timeout);
    }

    private URI uri(String endpoint, String id) {
        return URI.create(address(endpoint) + FormText.segment(id));
    }

    private URI list(String endpoint, Query query) {
        String text = query.text();
        return URI.create(address(endpoint) + (text.isEmpty() ? "" : "?" + text));
    }

    private String address(String endpoint) {
        String path = endpoint.replaceAll("^/+|/+$", "");
        if (path.isEmpty()) {
            throw new IllegalArgumentException("an endpoint has a name");
        }
        return base() + "/" + path + "/";
    }

    private String base() {
        String base = RestConfig.withoutSlashes(url.get());
        if (!base.matches("(?i)https?://.*")) {
            throw new RestConfigException(
                    "'%s' is no address of the reporting API, which begins with http:// or https://".formatted(base));
        }
        return base;
    }
}

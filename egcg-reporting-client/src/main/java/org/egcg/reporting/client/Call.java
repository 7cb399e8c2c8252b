package org.egcg.reporting.client;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request, ready to be sent as often as it takes.
 *
 * @param body made anew for each attempt
 * @param arguments what the log tells about the body
 */
record Call(
        String method,
        URI uri,
        Map<String, String> headers,
        Supplier<BodyPublisher> body,
        Repeatable repeatable,
        String arguments,
        Duration timeout) {

    /** Whether the server can be asked twice without doing it twice. */
    enum Repeatable {
        ALWAYS,
        WHERE_KEYS_COUNT,
        WHERE_KEYS_WERE_KEPT,
        NEVER
    }

    @Nullable
    String etag() {
        return headers.get("If-Match");
    }

    Call to(URI other) {
        return new Call(method, other, headers, body, repeatable, arguments, timeout);
    }
}

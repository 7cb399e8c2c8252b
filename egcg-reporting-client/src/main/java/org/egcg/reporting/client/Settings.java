package org.egcg.reporting.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What the options came to when a communicator was built. */
record Settings(
        Supplier<String> url,
        Credentials credentials,
        Retry retry,
        Duration timeout,
        int rereads,
        boolean idempotencyKeys,
        boolean quiet,
        List<ExchangeListener> listeners,
        Map<String, Supplier<String>> headers,
        ObjectMapper mapper,
        Optional<Executor> executor) {

    Settings {
        listeners = List.copyOf(listeners);
        headers = Map.copyOf(headers);
    }
}

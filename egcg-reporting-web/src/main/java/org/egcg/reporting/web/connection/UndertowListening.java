package org.egcg.reporting.web.connection;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.OpenListener;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/**
 * One of WildFly's listeners. While the process ends WildFly takes the application and its host away before the listener,
 * and answers 404 to what comes meanwhile, by which clients would know that a document is absent; so 503 is answered in
 * front of all that, from the first moment to the last.
 */
final class UndertowListening implements Listening {

    private static final String BODY = "{\"_status\": \"ERR\", \"_error\": {\"code\": 503, \"message\": "
            + "\"The service is being stopped. Please try again in a moment.\"}}";

    private final OpenListener listener;
    private final HttpHandler usual;
    private final HttpHandler front = this::answer;
    private volatile boolean refusing;

    /** From now on new connections come by here. */
    UndertowListening(OpenListener listener) {
        this.listener = listener;
        usual = listener.getRootHandler();
        listener.setRootHandler(front);
    }

    private void answer(HttpServerExchange exchange) throws Exception {
        if (!refusing) {
            usual.handleRequest(exchange);
            return;
        }
        exchange.setStatusCode(StatusCodes.SERVICE_UNAVAILABLE).setPersistent(false);
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.RETRY_AFTER, "5");
        headers.put(Headers.CONNECTION, "close");
        headers.put(Headers.CACHE_CONTROL, "no-store");
        headers.put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(BODY);
    }

    @Override
    public void refuse() {
        refusing = true;
    }

    /** Also those that are older than the application, and do not come by here. */
    @Override
    public void hangUp() {
        listener.closeConnections();
    }

    /** What another application has put in front meanwhile stays. */
    @Override
    public void close() {
        if (listener.getRootHandler() == front) {
            listener.setRootHandler(usual);
        }
    }
}

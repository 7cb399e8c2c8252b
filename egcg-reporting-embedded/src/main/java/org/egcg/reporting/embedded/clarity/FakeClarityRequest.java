package org.egcg.reporting.embedded.clarity;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.clarity.ClarityAccount;

/**
 * A request, read whole.
 *
 * @param root where the server's root is; empty, or a path without a slash at its end
 * @param path below that root
 */
record FakeClarityRequest(
        String method,
        String root,
        String path,
        String rawQuery,
        Map<String, List<String>> query,
        String host,
        ClarityAccount account,
        String body) {

    private static final int LARGEST = 1 << 20;

    /** How much more of a body that is too large is taken, and thrown away. */
    private static final long READ_ON = 16L << 20;

    private static final int BUFFER = 1 << 14;

    /** @throws FakeClarityFault if it is too large */
    static FakeClarityRequest of(HttpExchange exchange, String root) throws IOException {
        String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        ClarityAccount account = account(exchange.getRequestHeaders().getFirst("Authorization"));
        return new FakeClarityRequest(
                exchange.getRequestMethod(),
                root,
                exchange.getRequestURI().getPath().substring(root.length()),
                raw,
                parsed(raw),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                        .orElse("127.0.0.1"),
                account,
                body(exchange));
    }

    private static String body(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            drain(exchange);
            throw new FakeClarityFault(413, "Request Entity Too Large");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A sender that is cut off in the middle sees a broken connection in the place of the answer. */
    static void drain(HttpExchange exchange) throws IOException {
        InputStream sent = exchange.getRequestBody();
        byte[] unused = new byte[BUFFER];
        long left = READ_ON;
        // Not skip(): the JDK's server lets it pass its count of what is left, and takes fewer than there are.
        for (int read = sent.read(unused); read >= 0 && left > 0; read = sent.read(unused)) {
            left -= read;
        }
    }

    private static ClarityAccount account(String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return new ClarityAccount("", "");
        }
        byte[] decoded = Base64.getMimeDecoder().decode(authorization.substring("Basic ".length()));
        String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        return new ClarityAccount(parts[0], parts.length == 2 ? parts[1] : "");
    }

    private static Map<String, List<String>> parsed(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            query.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return query;
    }

    /** A link into this API, by the name under which the server was called. */
    String link(String path) {
        return "http://" + host + root + "/api/v2/" + path;
    }
}

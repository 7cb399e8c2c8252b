package org.egcg.reporting.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a request says once, and clearly, for which host it is and where its body ends. If it does not, a proxy in
 * front may have read another request than the server.
 */
final class Framing {

    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    private static final Pattern CHUNKED = Pattern.compile("[ \\t]*chunked[ \\t]*", Pattern.CASE_INSENSITIVE);

    private static final String NO_HOST = "The request names no host, or several.";

    private Framing() {}

    /** What is wrong; empty if nothing is. */
    static Optional<String> fault(HttpServletRequest request) {
        boolean hostless = !request.getProtocol().equals("HTTP/1.1");
        return !hostless && all(request, "Host").isEmpty()
                ? Optional.of(NO_HOST)
                : fault(all(request, "Host"), all(request, "Content-Length"), all(request, "Transfer-Encoding"));
    }

    static Optional<String> fault(List<String> hosts, List<String> lengths, List<String> codings) {
        if (hosts.size() > 1
                || hosts.stream().anyMatch(host -> !HOST.matcher(host).matches())) {
            return Optional.of(NO_HOST);
        } else if (lengths.size() > 1 || (!lengths.isEmpty() && !codings.isEmpty())) {
            return Optional.of("The request says in two ways where its body ends.");
        } else if (!codings.isEmpty() && !isChunked(codings)) {
            return Optional.of("The request's body is encoded in a way that is not known here.");
        }
        return Optional.empty();
    }

    private static boolean isChunked(List<String> codings) {
        return codings.size() == 1 && CHUNKED.matcher(codings.get(0)).matches();
    }

    private static List<String> all(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}

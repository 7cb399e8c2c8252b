package org.egcg.reporting.web.connection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether the head of a request is what RFC 9112 allows, as far as a server that takes more lets us see it. What is not
 * is refused: two servers in a row must never read one request as two.
 */
public final class Soundness {
    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._~:%\\[\\]-]{1,255}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

    private Soundness() {}

    /** What is wrong with a request, as a sentence; empty if nothing is. */
    public static Optional<String> fault(HttpServletRequest request) {
        if (!VERSIONS.contains(request.getProtocol())) {
            return Optional.of("HTTP/1.1 is spoken here");
        }
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        if (hosts.size() > 1
                || hosts.stream().anyMatch(host -> !HOST.matcher(host).matches())) {
            return Optional.of("the Host header is none");
        }
        if (!isLengthClear(request)) {
            return Optional.of("the length of the body is told in two ways");
        }
        boolean sound = Collections.list(request.getHeaderNames()).stream().allMatch(name -> isSound(request, name));
        return sound ? Optional.empty() : Optional.of("a header is none");
    }

    private static boolean isLengthClear(HttpServletRequest request) {
        List<String> encodings = Collections.list(request.getHeaders("Transfer-Encoding"));
        List<String> lengths = Collections.list(request.getHeaders("Content-Length"));
        return encodings.isEmpty()
                ? lengths.size() <= 1
                : lengths.isEmpty() && encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked");
    }

    private static boolean isSound(HttpServletRequest request, String name) {
        return TOKEN.matcher(name).matches()
                && Collections.list(request.getHeaders(name)).stream()
                        .noneMatch(value -> CONTROL.matcher(value).find());
    }
}

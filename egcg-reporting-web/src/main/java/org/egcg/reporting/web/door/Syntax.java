package org.egcg.reporting.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a request is HTTP/1.0 or 1.1 and its headers are what RFC 9110 calls so, as far as can be seen here: servers
 * take more than they should, such as names with spaces, and a proxy in front may have read them otherwise.
 */
final class Syntax {
    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");

    private Syntax() {}

    static boolean isSound(HttpServletRequest request) {
        return VERSIONS.contains(request.getProtocol())
                && Collections.list(request.getHeaderNames()).stream().allMatch(name -> isSound(request, name));
    }

    private static boolean isSound(HttpServletRequest request, String name) {
        return NAME.matcher(name).matches()
                && Collections.list(request.getHeaders(name)).stream()
                        .noneMatch(value -> CONTROL.matcher(value).find());
    }
}

package org.egcg.reporting.web.door;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;

/** What every answer tells browsers, whatever it is: a page, a refusal, a redirect, a failure. */
final class SafeHeaders {

    /** By which a request is found in the log. */
    static final String REQUEST_ID = "X-Request-Id";

    static final String POLICY = "Content-Security-Policy";

    /** Rooms may say these otherwise; there is one of each in an answer: the last one. */
    static final Set<String> SINGLE = Set.of("content-security-policy", "cache-control", "expires", "vary");

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            POLICY,
            "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
            "Cache-Control",
            "no-store",
            "Vary",
            "Accept-Encoding");

    private SafeHeaders() {}

    /** @param https whether browsers come by HTTPS only */
    static void of(HttpServletResponse response, boolean https) {
        ALWAYS.forEach(response::setHeader);
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}

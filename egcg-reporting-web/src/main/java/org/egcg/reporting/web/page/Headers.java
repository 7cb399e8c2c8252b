package org.egcg.reporting.web.page;

import jakarta.servlet.http.HttpServletResponse;

/** What browsers are told not to allow. Nothing comes from another host, and no script stands in a page. */
final class Headers {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Headers() {}

    /** For what is no page; pages get the same from the faces servlet, which adds a nonce for scripts of its own. */
    static void policy(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
    }

    static void of(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
}

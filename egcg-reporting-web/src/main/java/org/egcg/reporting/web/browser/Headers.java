package org.egcg.reporting.web.browser;

import jakarta.servlet.http.HttpServletResponse;

/** What browsers may load for a page. Nothing comes from another host, and no script stands in a page. */
public final class Headers {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Headers() {}

    /** For what is no page; pages get the same from the faces servlet, which adds a nonce for scripts of its own. */
    public static void policy(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
    }
}

package org.egcg.reporting.web.page;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * An answer that sends browsers to paths of this host only, and names no more than the path: servers would put scheme
 * and host before it, which behind a proxy may be others than the browser's, and which clients can invent.
 */
final class LocalRedirects extends HttpServletResponseWrapper {

    LocalRedirects(HttpServletResponse response) {
        super(response);
    }

    /** A path that would be taken for another host's name leads to the main page. */
    @Override
    public void sendRedirect(String location) throws IOException {
        resetBuffer();
        setStatus(SC_FOUND);
        setHeader("Location", Address.isLocal(location) ? location : "/");
        flushBuffer();
    }
}

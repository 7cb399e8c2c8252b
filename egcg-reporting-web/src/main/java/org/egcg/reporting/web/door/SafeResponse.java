package org.egcg.reporting.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import org.egcg.reporting.web.route.LocalPath;

/**
 * An answer that no server adds anything of its own to: errors have our words, and redirects lead to paths of this host
 * and name no more than the path. Servers would put scheme and host before it, which behind a proxy may be others than
 * the browser's, and which clients can invent.
 */
final class SafeResponse extends HttpServletResponseWrapper {

    private static final String COMPRESSED = "Accept-Encoding";

    private final HttpServletRequest request;
    private final String prefix;
    private final boolean https;

    SafeResponse(HttpServletRequest request, HttpServletResponse response, String prefix, boolean https) {
        super(response);
        this.request = request;
        this.prefix = prefix;
        this.https = https;
        SafeHeaders.of(this, https);
    }

    /** A path that would be taken for another host's name leads to the main page. */
    @Override
    public void sendRedirect(String location) throws IOException {
        resetBuffer();
        setStatus(SC_FOUND);
        setHeader("Location", LocalPath.isLocal(location) ? location : "/");
        flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        resetBuffer();
        Problem.of(status).answer(request, this, prefix);
        flushBuffer();
    }

    /** What the sender has to say is not passed on: it may be of the inside, or of what was sent. */
    @Override
    public void sendError(int status, String message) throws IOException {
        sendError(status);
    }

    /** That servers compress is said by every answer, whatever else it depends on. */
    @Override
    public void setHeader(String name, String value) {
        boolean more = name.equalsIgnoreCase("Vary") && !value.contains(COMPRESSED);
        super.setHeader(name, more ? value + ", " + COMPRESSED : value);
    }

    @Override
    public void addHeader(String name, String value) {
        if (SafeHeaders.SINGLE.contains(name.toLowerCase(Locale.ROOT))) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    /** Forgets everything but what every answer says, and by what the request is found in the log. */
    @Override
    public void reset() {
        String id = getHeader(SafeHeaders.REQUEST_ID);
        super.reset();
        SafeHeaders.of(this, https);
        if (id != null) {
            setHeader(SafeHeaders.REQUEST_ID, id);
        }
    }
}

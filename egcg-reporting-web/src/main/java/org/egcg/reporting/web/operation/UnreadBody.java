package org.egcg.reporting.web.operation;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * What is still to come of a request that was refused before it had come whole. WildFly would wait for it, and keep a
 * thread for as long as the client sends a byte now and then; so little of it is awaited here, for clients that read the
 * answer only when they have sent everything, and then the connection is ended. Other servers do so by themselves.
 */
final class UnreadBody {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final boolean UNDERTOW = isUndertow();

    private UnreadBody() {}

    private static boolean isUndertow() {
        try {
            Class.forName("io.undertow.servlet.handlers.ServletRequestContext");
            return true;
        } catch (ClassNotFoundException anotherServer) {
            return false;
        }
    }

    /**
     * Sends what was answered, and waits no longer for the rest.
     *
     * @param request as the server gave it
     */
    static void giveUp(HttpServletRequest request, HttpServletResponse response) {
        if (!UNDERTOW || !hasBody(request)) {
            return;
        }
        try {
            response.flushBuffer(); // it keeps a short answer back until the request has come whole
            if (!hasCome(request.getInputStream())) {
                HttpServerExchange exchange =
                        ServletRequestContext.requireCurrent().getExchange();
                exchange.getConnection().close();
            }
        } catch (IOException gone) {
            // there is no connection to be ended any more
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean hasCome(ServletInputStream body) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        byte[] discarded = new byte[8192];
        while (System.nanoTime() < end) {
            if (body.isFinished() || body.read(discarded) < 0) {
                return true;
            }
        }
        return false;
    }
}

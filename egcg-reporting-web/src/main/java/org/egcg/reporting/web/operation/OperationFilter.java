package org.egcg.reporting.web.operation;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.ejb.ReportingStartup;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.security.SecurityLog;
import org.egcg.reporting.work.Turns;

/**
 * The outermost door: gives each request an id, which its answer and all log lines of its thread carry, and a turn; and
 * writes down how it ended. A body that says that it is too large is refused unread.
 */
public class OperationFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** Others are answered 501 by servlets, 400 by some servers, and meant by nobody. */
    static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Inject
    private transient ReportingStartup startup;

    @Inject
    private transient Figures figures;

    @Override
    protected void doFilter(HttpServletRequest sent, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request =
                Forwarded.by(sent, startup.reporting().config().api().proxies());
        RequestId id = RequestId.of(request.getHeader(RequestId.HEADER));
        response.setHeader(RequestId.HEADER, id.text());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (startup.reporting().config().facility().https()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName(name + " " + id.text());
        AccessLog line = AccessLog.of(request, id);
        long begun = System.nanoTime();
        boolean failed = true;
        try {
            admit(request, response, chain);
            failed = false;
        } finally {
            int status = failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus();
            long nanos = System.nanoTime() - begun;
            figures.count(request.getMethod(), status, nanos);
            line.write(Caller.of(request), status, nanos);
            thread.setName(name);
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int most = startup.reporting().config().limits().body();
        if (!METHODS.contains(request.getMethod())) {
            refuse(response, 405, "The method is not allowed for the requested URL.");
        } else if (request.getRequestURI().startsWith(StatusServlet.PATH)) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > most) {
            limit(request, "body too large");
            refuse(response, 413, "The request's body has more than " + most + " bytes.");
        } else {
            inTurn(request, response, chain);
        }
    }

    private void inTurn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Turns turns = startup.turns();
        if (!turns.begin()) {
            limit(request, "too many requests at work");
            response.setHeader("Retry-After", "5");
            refuse(response, 503, "The server has too much to do. Please try again in a moment.");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            turns.end();
        }
    }

    private static void limit(HttpServletRequest request, String which) {
        SecurityLog.note("limit reached", "limit", which, "address", request.getRemoteAddr());
    }

    /** In the shape that clients of the API know. */
    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        BsonDocument error = new BsonDocument("code", new BsonInt32(status)).append("message", new BsonString(message));
        response.setStatus(status);
        response.setHeader("Connection", "close");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.getOutputStream()
                .write(JsonWriter.text(new BsonDocument("_status", new BsonString("ERR")).append("_error", error))
                        .getBytes(StandardCharsets.UTF_8));
    }
}

package org.egcg.reporting.web.operation;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.error.ReportingException.Forbidden;
import org.egcg.reporting.error.ReportingException.TooManyAttempts;
import org.egcg.reporting.error.ReportingException.Unauthenticated;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.security.Authenticated;
import org.egcg.reporting.security.Authenticator;

/**
 * How the service is, on every server at the same addresses: {@code live}, {@code ready} (also {@code ready/store} and
 * {@code ready/lims} alone), and for users {@code metrics}. In the shape of MicroProfile Health.
 */
@WebServlet(StatusServlet.PATH + "*")
public class StatusServlet extends HttpServlet {

    static final String PATH = "/status/";

    private static final long serialVersionUID = 1;

    @Inject
    private transient Reporting reporting;

    @Inject
    private transient RequestCapacity capacity;

    @Inject
    private transient Dependencies dependencies;

    @Inject
    private transient RequestMetrics figures;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        switch (Optional.ofNullable(request.getPathInfo()).orElse("")) {
            case "/live" -> answer(response, true, Map.of());
            case "/ready" -> ready(response);
            case "/ready/store" -> one(response, "store", dependencies.store());
            case "/ready/lims" -> one(response, "lims", dependencies.lims());
            case "/metrics" -> metrics(request, response);
            default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** A LIMS that is away is told of, and is no reason for a balancer to send clients elsewhere. */
    private void ready(HttpServletResponse response) throws IOException {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("open", dependencies.open());
        checks.put("store", dependencies.open() && dependencies.store());
        checks.put("lims", dependencies.open() && dependencies.lims());
        answer(response, checks.get("store"), checks);
    }

    private static void one(HttpServletResponse response, String name, boolean holds) throws IOException {
        answer(response, holds, Map.of(name, holds));
    }

    private static void answer(HttpServletResponse response, boolean up, Map<String, Boolean> checks)
            throws IOException {
        BsonArray list = new BsonArray();
        checks.forEach((name, holds) ->
                list.add(new BsonDocument("name", new BsonString(name)).append("status", word(holds))));
        response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getOutputStream()
                .write(JsonWriter.text(new BsonDocument("status", word(up)).append("checks", list))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static BsonString word(boolean up) {
        return new BsonString(up ? "UP" : "DOWN");
    }

    private void metrics(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Authenticated caller = new Authenticator(reporting.users(), reporting.tokens(), reporting.apiTokens())
                    .caller(Optional.ofNullable(request.getHeader("Authorization")), request.getRemoteAddr());
            caller.scopes().require("status", false);
            Caller.is(request, caller.user().name());
        } catch (Unauthenticated nobody) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"eve\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        } catch (Forbidden notThisWay) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        } catch (TooManyAttempts slowDown) {
            response.setHeader(
                    "Retry-After", Long.toString(slowDown.retryAfter().toSeconds() + 1));
            response.setStatus(429);
            return;
        } catch (Unavailable | Busy later) {
            response.setHeader("Retry-After", "5");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().write(figures.text(capacity));
    }
}

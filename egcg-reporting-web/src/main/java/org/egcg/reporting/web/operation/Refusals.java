package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.egcg.reporting.json.JsonWriter;

/** How requests are refused that get no further than this door, in the shape that clients of the API know. */
final class Refusals {

    static final String BUSY = "The server has too much to do. Please try again in a moment.";

    /** A status with the sentence that goes with it, and the limit for the log; no limit, no line there. */
    private record Refused(int status, String message, Optional<String> limit) {}

    private Refusals() {}

    /** Answers if what was thrown is a refusal of ours, and nothing was answered yet; says whether that is so. */
    static boolean answered(
            HttpServletRequest request, HttpServletResponse response, Exception thrown, LimitLog reached)
            throws IOException {
        Optional<Refused> refused = refused(thrown);
        if (refused.isEmpty() || response.isCommitted()) {
            return false;
        }
        refused.get().limit().ifPresent(which -> reached.note(request, which));
        response.resetBuffer();
        refuse(response, refused.get().status(), refused.get().message());
        return true;
    }

    /** What is thrown inside a page comes wrapped. */
    private static Optional<Refused> refused(Throwable thrown) {
        if (thrown instanceof Busy busy) {
            return Optional.of(new Refused(503, BUSY, Optional.of(busy.getMessage())));
        } else if (thrown instanceof TooLate late) {
            return Optional.of(new Refused(408, late.getMessage(), Optional.of("body too slow")));
        } else if (thrown instanceof TooLarge large) {
            return Optional.of(new Refused(413, large.getMessage(), Optional.of("body too large")));
        } else if (thrown instanceof Malformed) {
            String message = "The browser (or proxy) sent a request that this server could not understand.";
            return Optional.of(new Refused(400, message, Optional.empty()));
        }
        return thrown.getCause() == null ? Optional.empty() : refused(thrown.getCause());
    }

    static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        BsonDocument error = new BsonDocument("code", new BsonInt32(status)).append("message", new BsonString(message));
        response.setStatus(status);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.setHeader("Connection", "close");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        byte[] body = JsonWriter.text(new BsonDocument("_status", new BsonString("ERR")).append("_error", error))
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            // who does not wait for a refusal is refused all the same, and no failure of ours
        }
    }
}

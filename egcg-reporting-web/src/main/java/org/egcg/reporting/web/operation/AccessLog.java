package org.egcg.reporting.web.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.web.route.LoggedPath;

/** A line of JSON per request: who asked what, from where, how it ended and how long it took. Bodies are not logged. */
final class AccessLog {

    /** The name of the log, by which servers send it where it belongs. */
    static final String NAME = "org.egcg.reporting.access";

    private static final int LONGEST = 500;
    private static final System.Logger LOG = System.getLogger(NAME);

    private final BsonDocument line;

    private AccessLog(BsonDocument line) {
        this.line = line;
    }

    /** What was asked, noted before it is answered: on some servers a request that was led on has another path. */
    static AccessLog of(HttpServletRequest request, RequestId id) {
        return new AccessLog(new BsonDocument("id", new BsonString(id.text()))
                .append("address", text(request.getRemoteAddr()))
                .append("method", text(request.getMethod()))
                .append("path", text(LoggedPath.of(request)))
                .append("query", text(request.getQueryString())));
    }

    /** @param user who was let in; empty text for strangers */
    void write(String user, int status, long nanos) {
        line.append("user", text(user))
                .append("status", new BsonInt32(status))
                .append("ms", new BsonDouble(Math.round(nanos / 10_000.0) / 100.0));
        LOG.log(System.Logger.Level.INFO, JsonWriter.text(line));
    }

    private static BsonString text(String value) {
        String text = Optional.ofNullable(value).orElse("");
        return new BsonString(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }
}

package org.egcg.reporting.web.browser;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.web.failure.Failure;
import org.egcg.reporting.web.failure.Sentences;

/** JSON for the scripts of the pages. */
public final class ScriptJson {

    private ScriptJson() {}

    public static void json(HttpServletResponse response, int status, BsonDocument body) throws IOException {
        Headers.policy(response);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(JsonWriter.text(body).getBytes(StandardCharsets.UTF_8));
    }

    /** What a script is told of a refusal: the status that the API would give, and the sentence. */
    public static void refused(HttpServletResponse response, ReportingException refused) throws IOException {
        error(response, Failure.of(refused).status(), Sentences.of(refused));
    }

    public static void error(HttpServletResponse response, int status, String sentence) throws IOException {
        json(response, status, new BsonDocument("message", new BsonString(sentence)));
    }
}

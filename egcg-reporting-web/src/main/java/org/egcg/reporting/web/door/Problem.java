package org.egcg.reporting.web.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.web.failure.Failure;
import org.egcg.reporting.web.failure.StatusWords;

/**
 * Why a request is refused: a status and a sentence, in the shape that its client can read. Clients of the API get the API's,
 * scripts of the pages theirs, browsers a page without anything of the application in it.
 */
record Problem(int status, String sentence) {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%s</title></head>
            <body><main><h1>%s</h1><p>%s</p><p><a href="/">Main page</a></p></main></body>
            </html>
            """;

    static Problem notFound() {
        return new Problem(HttpServletResponse.SC_NOT_FOUND, StatusWords.of(HttpServletResponse.SC_NOT_FOUND));
    }

    /** @param id by which the request is found in the log */
    static Problem of(Failure failure, String id) {
        return failure.unexpected()
                ? new Problem(
                        failure.status(),
                        "The server met an error that it did not expect; it is in its log as request " + id + ".")
                : of(failure.status());
    }

    /** What a status means, where nothing more is known. */
    static Problem of(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> notFound();
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> new Problem(status, StatusWords.of(status));
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE ->
                new Problem(status, "Something that is needed for this does not answer. Please try again in a moment.");
            default -> new Problem(status, status < 500 ? "The request cannot be answered." : "The request failed.");
        };
    }

    /** @param prefix the API's; empty text if it has none */
    void answer(HttpServletRequest request, HttpServletResponse response, String prefix) throws IOException {
        String path = request.getRequestURI();
        boolean api = !prefix.isEmpty() && (path.equals(prefix) || path.startsWith(prefix + "/"));
        boolean browser =
                Optional.ofNullable(request.getHeader("Accept")).orElse("").contains("text/html");
        String body = api || !browser ? json(path.startsWith("/ui/")) : page();
        response.setStatus(status);
        if (status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "5");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(api || !browser ? "application/json" : "text/html;charset=UTF-8");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private String json(boolean script) {
        BsonString message = new BsonString(sentence);
        BsonDocument error = new BsonDocument("code", new BsonInt32(status))
                .append("message", message)
                .append("detail", message);
        return JsonWriter.text(
                script
                        ? new BsonDocument("message", message)
                        : new BsonDocument("_status", new BsonString("ERR")).append("_error", error));
    }

    /** Sentences are ours, and hold no markup; what a client has sent is in none of them. */
    private String page() {
        String title = status == HttpServletResponse.SC_NOT_FOUND
                ? "Page not found"
                : status < 500 ? "This cannot be answered" : "Something went wrong";
        return PAGE.formatted(title, title, sentence);
    }
}

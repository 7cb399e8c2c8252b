package org.egcg.reporting.web.operation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.egcg.reporting.testkit.RunningServer;

/** Asks a server as the user {@code demo}, as somebody else, or as nobody. */
final class Client {

    static final String PASSWORD = "only for this test";
    static final String AUTHORIZATION = basic("demo", PASSWORD);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final RunningServer server;

    Client(RunningServer server) {
        this.server = server;
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> send(String method, String target, String body) {
        return sent(request(target)
                .header("Authorization", AUTHORIZATION)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** The status of the answer to another user of the same password. */
    int sendAs(String user, String method, String target, String body) {
        return sent(request(target)
                        .header("Authorization", basic(user, PASSWORD))
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** A body of blanks whose length is not told. */
    HttpResponse<String> postChunked(String target, int length) {
        byte[] blanks = " ".repeat(length).getBytes(StandardCharsets.UTF_8);
        return sent(request(target)
                .header("Authorization", AUTHORIZATION)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks))));
    }

    HttpResponse<String> as(String user, String password, String target) {
        return sent(request(target).header("Authorization", basic(user, password)));
    }

    HttpResponse<String> as(String user, String password, String target, String id) {
        return sent(
                request(target).header("Authorization", basic(user, password)).header("X-Request-Id", id));
    }

    HttpResponse<String> with(String header, String value, String target) {
        return sent(request(target).header("Authorization", AUTHORIZATION).header(header, value));
    }

    HttpResponse<String> anonymous(String target) {
        return sent(request(target));
    }

    /** A figure that the server tells; 0 if it does not tell it. */
    double metric(String name) {
        return send("GET", "/status/metrics", "")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private HttpRequest.Builder request(String target) {
        String escaped = target.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + escaped))
                .timeout(Duration.ofSeconds(60));
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }
}

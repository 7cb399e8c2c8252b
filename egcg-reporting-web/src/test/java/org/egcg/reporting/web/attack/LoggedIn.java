package org.egcg.reporting.web.attack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user with a browser's cookies, who has logged in by the form. */
final class LoggedIn {

    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*name=\"([^\"]*enter)\"");
    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String csrf;

    private LoggedIn(String user) {
        String form = get("/login").body();
        List<String> fields = new ArrayList<>(HIDDEN.matcher(form)
                .results()
                .map(field -> pair(field.group(1), field.group(2)))
                .toList());
        fields.add(pair("login:username", user));
        fields.add(pair("login:password", AttackedServer.PASSWORD));
        fields.add(pair(first(BUTTON, form, "login:enter"), ""));
        send(form("/login", String.join("&", fields)));
        csrf = first(CSRF, get("/").body(), "");
    }

    static LoggedIn as(String user) {
        return new LoggedIn(user);
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : otherwise;
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Sends a form as the scripts of the pages do. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = String.join(
                "&",
                fields.entrySet().stream()
                        .map(field -> pair(field.getKey(), field.getValue()))
                        .toList());
        return send(form(path, body).header("X-CSRF-Token", csrf));
    }

    static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder form(String path, String body) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + AttackedServer.get().port() + path))
                .header("Accept", "text/html")
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}

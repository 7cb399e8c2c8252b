package org.egcg.reporting.web.attack;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that shows nothing: it keeps cookies, fills in forms, and follows no redirect by itself. */
final class Visitor {

    static final String LOGIN_COOKIE = "egcg";

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" (?:value|content)=\"([^\"]*)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** A visitor who has entered the right password. */
    static Visitor loggedIn(String user) {
        Visitor visitor = new Visitor();
        HttpResponse<String> answer = visitor.logIn(user, AttackedServer.PASSWORD);
        if (answer.statusCode() != 302) {
            throw new IllegalStateException(user + " is not let in: " + answer.body());
        }
        return visitor;
    }

    /** Sends a header along with everything from now on. */
    Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    HttpResponse<String> logIn(String user, String password) {
        return post("/login", Map.of("csrf", token("/login"), "username", user, "password", password));
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** The secret of the login; null without one. */
    String secret() {
        return cookies.get(LOGIN_COOKIE);
    }

    /** The secret that forms of a page send along. */
    String token(String path) {
        Matcher found = CSRF.matcher(get(path).body());
        return found.find() ? found.group(1) : "";
    }

    HttpResponse<String> get(String path) {
        return sent(request(path).GET());
    }

    /** Sends a form of the page, with the page's secret. */
    HttpResponse<String> submit(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", token(path));
        return post(path, all);
    }

    /** Sends a form as it is. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return sent(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends bytes as a script does that has the secret of a page; without one if that is empty. */
    HttpResponse<String> send(String path, byte[] bytes, String csrf) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/octet-stream");
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-Token", csrf);
        }
        return sent(request.POST(BodyPublishers.ofByteArray(bytes)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether a page is shown, and not the way to the login. */
    boolean isInside() {
        return get("/runs/recent").statusCode() == 200;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + AttackedServer.get().port() + path))
                .timeout(Duration.ofMinutes(1));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException());
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}

package org.egcg.reporting.web.signin;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies by host and port, follows redirects, and fills in forms. */
final class Visitor {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern FORM = Pattern.compile("<form[^>]*?action=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final int MOST_STEPS = 15;

    /** What came back, and from where. */
    record Answer(URI address, int status, Optional<String> location, String body) {

        /** Path and query alone. */
        String place() {
            return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        }

        /** Whether this is what administrators alone see at {@code /users}. */
        boolean showsUsers() {
            return place().equals("/users") && status == 200 && body.contains("All users");
        }
    }

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    /** Sends a header with everything, as a proxy on the way would. */
    Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Visitor without(String header) {
        headers.remove(header);
        return this;
    }

    /** One request, without going on. */
    Answer look(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET(), address);
    }

    /** A request and all that it leads to. */
    Answer visit(URI address) throws IOException, InterruptedException {
        return followed(look(address));
    }

    /** Sends the form of a page, with its hidden fields, to where it says, and goes on. */
    Answer enter(Answer page, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>();
        HIDDEN.matcher(page.body()).results().forEach(field -> all.put(field.group(1), plain(field.group(2))));
        all.putAll(fields);
        Matcher form = FORM.matcher(page.body());
        URI target = form.find() ? page.address().resolve(plain(form.group(1))) : page.address();
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return followed(send(
                HttpRequest.newBuilder(target)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", target.getScheme() + "://" + target.getAuthority())
                        .POST(BodyPublishers.ofString(body)),
                target));
    }

    private static String plain(String html) {
        return html.replace("&amp;", "&").replace("&quot;", "\"").replace("&#61;", "=");
    }

    private Answer followed(Answer first) throws IOException, InterruptedException {
        Answer answer = first;
        for (int step = 0; answer.location().isPresent(); step++) {
            if (step == MOST_STEPS) {
                throw new IllegalStateException("no end of redirects at " + answer.address());
            }
            answer = look(answer.address().resolve(answer.location().get()));
        }
        return answer;
    }

    private Answer send(HttpRequest.Builder request, URI address) throws IOException, InterruptedException {
        String host = address.getAuthority() + " ";
        String own = cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().startsWith(host))
                .map(cookie -> cookie.getKey().substring(host.length()) + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!own.isEmpty()) {
            request.header("Cookie", own);
        }
        headers.forEach(request::header);
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").forEach(line -> keep(host, line));
        return new Answer(address, response.statusCode(), response.headers().firstValue("Location"), response.body());
    }

    private void keep(String host, String line) {
        HttpCookie cookie = HttpCookie.parse(line).get(0);
        if (cookie.getMaxAge() == 0) {
            cookies.remove(host + cookie.getName());
        } else {
            cookies.put(host + cookie.getName(), cookie.getValue());
        }
    }

    /** The cookie of a name; empty text if there is none. */
    String cookie(URI address, String name) {
        return cookies.getOrDefault(address.getAuthority() + " " + name, "");
    }

    void setCookie(URI address, String name, String value) {
        cookies.put(address.getAuthority() + " " + name, value);
    }
}

package org.egcg.reporting.web.service;

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
import java.util.regex.Pattern;

/** Somebody who looks at pages, logging in where he is asked to. For one thread. */
final class PageVisitor {

    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String root;

    PageVisitor(URI api) {
        this.root = "http://" + api.getAuthority();
    }

    /** The status of a page, once logged in. */
    int visit(String path) throws IOException, InterruptedException {
        return page(path).statusCode();
    }

    /** What a page shows, once logged in. */
    String read(String path) throws IOException, InterruptedException {
        return page(path).body();
    }

    private HttpResponse<String> page(String path) throws IOException, InterruptedException {
        HttpResponse<String> page = sent(request(path));
        if (page.statusCode() == 302) {
            logIn();
            page = sent(request(path));
        }
        return page;
    }

    private void logIn() throws IOException, InterruptedException {
        String form = sent(request("/login")).body();
        List<String> fields = new ArrayList<>(HIDDEN.matcher(form)
                .results()
                .map(field -> pair(field.group(1), field.group(2)))
                .toList());
        fields.add(pair("username", "apiuser"));
        fields.add(pair("password", "apiuser"));
        sent(request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", fields))));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

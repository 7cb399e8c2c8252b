package org.egcg.reporting.web.attack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.testkit.RunningServer;

/** Somebody with a browser of his own and an address of his own, who reads pages and fills in forms. For one thread. */
final class DistantVisitor {

    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*method=\"post\".*?</form>");
    private static final Pattern FIELD = Pattern.compile("<(?:input|button)\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(name|type|value)=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final RunningServer server;
    private final String address;

    DistantVisitor(RunningServer server, String address) {
        this.server = server;
        this.address = address;
    }

    /** Who may be known already; else logs in. */
    static DistantVisitor loggedIn(RunningServer server, String address, String user)
            throws IOException, InterruptedException {
        DistantVisitor visitor = new DistantVisitor(server, address);
        int status = visitor.submit("/login", user, AttackedServer.PASSWORD);
        if (status != 302) {
            throw new IOException("the login of " + user + " was answered " + status);
        }
        return visitor;
    }

    int visit(String path) throws IOException, InterruptedException {
        return sent(request(path)).statusCode();
    }

    /** The answer to the form of a page that asks for a password, with these texts in the fields that one fills in. */
    int submit(String path, String... texts) throws IOException, InterruptedException {
        String page = sent(request(path)).body();
        String form = FORM.matcher(page)
                .results()
                .map(found -> found.group())
                .filter(found -> found.contains("type=\"password\""))
                .findFirst()
                .orElseThrow(() -> new IOException("no form at " + path));
        return sent(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Origin",
                                server.address().resolve("/").toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofString(filled(form, new ArrayDeque<>(List.of(texts))))))
                .statusCode();
    }

    private static String filled(String form, Queue<String> texts) {
        List<String> pairs = new ArrayList<>();
        for (Matcher field = FIELD.matcher(form); field.find(); ) {
            String name = attribute(field.group(), "name");
            String type = attribute(field.group(), "type");
            boolean empty = type.equals("text") || type.equals("password");
            if (!name.isEmpty()) {
                pairs.add(pair(name, empty ? texts.remove() : attribute(field.group(), "value")));
            }
        }
        return String.join("&", pairs);
    }

    private static String attribute(String tag, String name) {
        return ATTRIBUTE
                .matcher(tag)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .findFirst()
                .orElse("");
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path))
                .header("X-Forwarded-For", address)
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

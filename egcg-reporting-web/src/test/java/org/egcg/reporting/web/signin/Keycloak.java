package org.egcg.reporting.web.signin;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.testkit.RunningServer;

/** A real Keycloak from its distribution, with a realm of an institute; changed as its administrators change it. */
final class Keycloak implements AutoCloseable {

    static final String CLIENT = "reporting";
    static final String CLIENT_SECRET = "between-these-two";
    static final String PASSWORD = "a word for Keycloak";

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final int port;
    private final Process process;

    private Keycloak(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts one on a free port, and waits until it answers.
     *
     * @param service whose logins it is for
     */
    static Keycloak start(Path directory, URI service) throws IOException, InterruptedException {
        Path home = RunningServer.projectRoot().resolve("egcg-reporting-web/target/servers/keycloak");
        clear(home.resolve("data"));
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.writeString(imports.resolve("lab-realm.json"), realm().replace("SERVICE", service.toString()));
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        "/bin/sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--import-realm")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keycloak.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD,
                        "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m"));
        Keycloak keycloak = new Keycloak(port, builder.start());
        keycloak.awaitAnswer();
        return keycloak;
    }

    private static String realm() throws IOException {
        try (InputStream in = Keycloak.class.getResourceAsStream("/keycloak/lab-realm.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What an earlier one has kept; the realm is made anew. */
    private static void clear(Path data) throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/lab";
    }

    private void awaitAnswer() throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!isAnswering()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                close();
                throw new IllegalStateException("Keycloak did not start; see keycloak.log");
            }
            Thread.sleep(500);
        }
    }

    private boolean isAnswering() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")))
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Puts somebody into a group. */
    void join(String user, String group) throws IOException, InterruptedException {
        admin("PUT", "/users/" + user(user) + "/groups/" + group(group), "{}");
    }

    void leave(String user, String group) throws IOException, InterruptedException {
        admin("DELETE", "/users/" + user(user) + "/groups/" + group(group), "");
    }

    void disable(String user) throws IOException, InterruptedException {
        admin("PUT", "/users/" + user(user), "{\"enabled\": false}");
    }

    void remove(String user) throws IOException, InterruptedException {
        admin("DELETE", "/users/" + user(user), "");
    }

    private String user(String name) throws IOException, InterruptedException {
        return id(admin("GET", "/users?exact=true&username=" + name, ""));
    }

    private String group(String name) throws IOException, InterruptedException {
        return id(admin("GET", "/groups?exact=true&search=" + name, ""));
    }

    private static String id(String json) {
        Matcher id = ID.matcher(json);
        if (!id.find()) {
            throw new IllegalStateException("nothing found: " + json);
        }
        return id.group(1);
    }

    private String admin(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/admin/realms/lab" + path))
                        .header("Authorization", "Bearer " + adminToken())
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private String adminToken() throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=admin&password=" + PASSWORD.replace(' ', '+');
        HttpResponse<String> answer = send(HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new IllegalStateException(answer.body());
        }
        return token.group(1);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}

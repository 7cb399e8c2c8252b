package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those see who keep the service running: limits, logs, health, figures, and how it stops. */
class OperationIT {

    @TempDir
    static Path directory;

    private static RunningServer server;
    private static Client client;

    @BeforeAll
    static void start() {
        server = RunningServer.in(directory)
                .configured("""
                rest_app: {url_prefix: api, api_version: '0.1'}
                service:
                    max_body_mb: 1
                    max_depth: 20
                    max_requests: 3
                    max_wait_seconds: 1
                    stop_seconds: 30
                    https: true
                    proxies: ['127.0.0.1', '0:0:0:0:0:0:0:1']
                """)
                .withExample(Client.PASSWORD)
                .start();
        client = new Client(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() throws IOException {
        try (SlowPost post = SlowPost.of(server, "/api/0.1/genomes", 2_000_000)) {
            assertThat(post.answer()).startsWith("HTTP/1.1 413").contains("\"_status\": \"ERR\"", "\"code\": 413");
        }
    }

    @Test
    void aBodyOfUnknownSizeIsRefusedOnceItIsTooLarge() {
        HttpResponse<String> answer = client.postChunked("/api/0.1/genomes", 1_500_000);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(error(answer)).isEqualTo(413);
    }

    @Test
    void jsonThatNestsTooDeepIsRefused() {
        String deep = "{\"assembly_name\": " + "[".repeat(30) + "]".repeat(30) + "}";
        HttpResponse<String> answer = client.send("POST", "/api/0.1/genomes", deep);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(error(answer)).isEqualTo(413);
    }

    @Test
    void whoComesWhenAllTurnsAreTakenIsToldToComeAgain() throws IOException {
        List<SlowPost> taken = List.of(slowGenome(), slowGenome(), slowGenome());
        await().until(() -> client.metric("egcg_requests_at_work") == 3);
        HttpResponse<String> answer = client.send("GET", "/api/0.1/runs", "");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(error(answer)).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(client.send("GET", "/status/live", "").statusCode())
                .as("whoever looks after the service is let in")
                .isEqualTo(200);
        for (SlowPost post : taken) {
            assertThat(post.finish()).startsWith("HTTP/1.1 201");
            post.close();
        }
        assertThat(client.send("GET", "/api/0.1/runs", "").statusCode()).isEqualTo(200);
    }

    private static SlowPost slowGenome() throws IOException {
        return SlowPost.of(server, "/api/0.1/genomes", "{\"assembly_name\": \"" + UUID.randomUUID() + "\"}");
    }

    @Test
    void whoGuessesPasswordsHasToWait() throws IOException {
        HttpResponse<String> answer = client.as("guesser", "wrong", "/api/0.1/runs");
        assertThat(answer.statusCode()).isEqualTo(401);
        for (int i = 0; i < 25 && answer.statusCode() == 401; i++) {
            answer = client.as("guesser", "wrong", "/api/0.1/runs");
        }
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(error(answer)).isEqualTo(429);
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(client.send("GET", "/api/0.1/runs", "").statusCode())
                .as("another account")
                .isEqualTo(200);
        assertThat(events("login refused")).anyMatch(event -> event.contains("\"user\": \"guesser\""));
        assertThat(events("login refused; further attempts have to wait"))
                .anyMatch(event -> event.contains("\"user\": \"guesser\""));
        assertThat(Files.readString(server.log())).doesNotContain(Client.PASSWORD);
    }

    @Test
    void aRequestIsFoundInTheLogByItsId() throws IOException {
        HttpResponse<String> answer = client.with("X-Request-Id", "pipeline.42-a", "/api/0.1/runs?max_results=1");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("pipeline.42-a");
        await().until(() -> !lines("\"id\": \"pipeline.42-a\"").isEmpty());
        assertThat(lines("\"id\": \"pipeline.42-a\"")).singleElement().satisfies(line -> assertThat(line)
                .contains("\"user\": \"demo\"", "\"path\": \"/api/0.1/runs\"", "\"status\": 200", "max_results=1"));
    }

    @Test
    void behindAProxyTheClientsAddressCounts() throws IOException {
        client.with("X-Forwarded-For", "198.51.100.1, 192.0.2.7", "/api/0.1/runs?page=77");
        await().until(() -> !lines("\"query\": \"page=77\"").isEmpty());
        assertThat(lines("\"query\": \"page=77\"")).allMatch(line -> line.contains("\"address\": \"192.0.2.7\""));
    }

    @Test
    void aPageIsShownToWhoeverAcceptsWhateverItIs() {
        for (String accept : List.of(";;;", ",", "x", "*/*", "text/html;q=0.x")) {
            assertThat(client.with("Accept", accept, "/login").statusCode())
                    .as(accept)
                    .isEqualTo(200);
        }
    }

    @Test
    void anIdThatIsNoIdIsNotTaken() {
        String sent = "x\" onerror=alert(1)";
        assertThat(client.with("X-Request-Id", sent, "/api/0.1/runs").headers().firstValue("X-Request-Id"))
                .isPresent()
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{16}"));
    }

    @Test
    void otherLogLinesOfARequestCarryItsIdInTheirThreadsName() throws IOException {
        client.with("X-Request-Id", "stranger-0001", "/api/0.1/nothing-there");
        client.as("another stranger", "wrong", "/api/0.1/runs?request=1", "stranger-0002");
        assertThat(Files.readString(server.log())).containsPattern("(?s)stranger-0002[^\\n]*\\n?[^\\n]*login refused");
    }

    @Test
    void pagesAreTiedToThisHostAndToHttps() {
        HttpResponse<String> login = client.anonymous("/login");
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.headers().allValues("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(cookie)
                .startsWith("__Host-egcg-form=")
                .containsIgnoringCase("; Path=/")
                .containsIgnoringCase("; Secure")
                .containsIgnoringCase("; HttpOnly")
                .containsIgnoringCase("; SameSite=Lax")
                .doesNotContainIgnoringCase("Domain"));
        assertThat(header(login, "Strict-Transport-Security")).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(header(login, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(login, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(login, "Content-Security-Policy"))
                .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void anAnswerOfTheApiIsNoPage() {
        HttpResponse<String> runs = client.send("GET", "/api/0.1/runs", "");
        assertThat(header(runs, "Content-Security-Policy"))
                .contains("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'");
        assertThat(header(runs, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aRoleMayDoWhatItMayAndNoMore() throws IOException {
        String users = directory.resolve("data/users.sqlite").toString();
        try (Users database = Users.open(users, Role.VIEWER)) {
            database.add("reader", Client.PASSWORD, Role.VIEWER);
            database.add("writer", Client.PASSWORD, Role.EDITOR);
        }
        String genome = "{\"assembly_name\": \"of a reader\"}";
        assertThat(client.sendAs("reader", "GET", "/api/0.1/genomes", "")).isEqualTo(200);
        for (String method : List.of("POST", "DELETE")) {
            assertThat(client.sendAs("reader", method, "/api/0.1/genomes", genome))
                    .isEqualTo(403);
        }
        assertThat(client.sendAs("writer", "POST", "/api/0.1/genomes", genome)).isEqualTo(201);
        assertThat(client.sendAs("writer", "DELETE", "/api/0.1/genomes", "")).isEqualTo(403);
        await().until(() -> events("access denied").size() >= 3);
        assertThat(events("access denied")).anyMatch(event -> event.contains("\"user\": \"writer\""));
    }

    @Test
    void storeAndLimsAreReportedSeparately() {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> client.send("GET", "/status/ready/lims", "").statusCode() == 200);
        HttpResponse<String> ready = client.send("GET", "/status/ready", "");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(checks(ready)).containsExactly("open UP", "store UP", "lims UP");
        assertThat(client.send("GET", "/status/ready/store", "").statusCode()).isEqualTo(200);
    }

    private static List<String> checks(HttpResponse<String> health) {
        return JsonReader.read(health.body()).asDocument().getArray("checks").stream()
                .map(BsonValue::asDocument)
                .map(check -> check.getString("name").getValue() + " "
                        + check.getString("status").getValue())
                .toList();
    }

    @Test
    void aServerWithMicroProfileHealthTellsTheSameInItsWay() {
        assumeThat(System.getProperty("egcg.server", "payara")).isEqualTo("payara");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> client.send("GET", "/status/ready/lims", "").statusCode() == 200);
        assertThat(checks(client.anonymous("/health/live"))).contains("service UP");
        assertThat(checks(client.anonymous("/health/ready"))).contains("store UP", "lims UP");
    }

    @Test
    void figuresAreForUsers() {
        assertThat(client.anonymous("/status/metrics").statusCode()).isEqualTo(401);
        double before = client.metric("egcg_requests_total{method=\"GET\",status=\"4xx\"}");
        client.send("GET", "/api/0.1/nothing-there", "");
        assertThat(client.metric("egcg_requests_total{method=\"GET\",status=\"4xx\"}"))
                .isGreaterThan(before);
        assertThat(client.metric("egcg_heap_used_bytes")).isPositive();
    }

    @Test
    void aServerThatIsStoppedFinishesWhatItHasBegun() throws IOException {
        String lane = "lane_" + System.nanoTime();
        String element = """
                {"run_element_id": "%s", "run_id": "a_stopped_run", "lane": 1, "barcode": "ACGT", "library_id": "l",
                 "project_id": "p", "sample_id": "s", "total_reads": 7}""".formatted(lane);
        client.send("POST", "/api/0.1/runs", "{\"run_id\": \"a_stopped_run\"}");
        SlowPost post = SlowPost.of(server, "/api/0.1/run_elements", element);
        await().until(() -> client.metric("egcg_requests_at_work") == 1);
        Thread stopping = new Thread(server::stop);
        stopping.start();
        await().during(Duration.ofSeconds(5)).until(stopping::isAlive);
        assertThat(post.finish()).startsWith("HTTP/1.1 201");
        await().atMost(Duration.ofMinutes(1)).until(() -> !stopping.isAlive());
        server.start();
        String run = client.send("GET", "/api/0.1/runs?where={\"run_id\":\"a_stopped_run\"}", "")
                .body();
        assertThat(run).as("the cascade was finished").contains("\"aggregated\"", "\"total_reads\": 7");
    }

    private static int error(HttpResponse<String> answer) {
        BsonDocument body = JsonReader.read(answer.body()).asDocument();
        assertThat(body.getString("_status").getValue()).isEqualTo("ERR");
        return body.getDocument("_error").getNumber("code").intValue();
    }

    private static List<String> events(String event) throws IOException {
        return lines("{\"event\": \"" + event + "\"");
    }

    private static List<String> lines(String holding) throws IOException {
        try (Stream<String> lines = Files.lines(server.log())) {
            return lines.filter(line -> line.contains(holding)).toList();
        }
    }
}

package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/** Nobody takes the service from the others: not by slowness, not by size, and not by hiding where he comes from. */
class LimitsIT {

    private static final Duration SLOWEST = Duration.ofSeconds(2);
    private static final String KNOWN = "X-Forwarded-For: 198.51.100.200";

    private final RunningServer server = AttackedServer.get();

    private String post(String path, String body, String... headers) {
        return Wire.exchange(
                server.port(),
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n" + String.join("\r\n", headers)
                        + "\r\n\r\n" + body);
    }

    private String list(String user) {
        return Wire.exchange(server.port(), Wire.get("/api/0.1/runs?max_results=1", Wire.basic(user), KNOWN));
    }

    private void assertAnsweredSoon(String what, int status, java.util.function.Supplier<String> request) {
        long begun = System.nanoTime();
        assertThat(Wire.status(request.get())).as(what).isEqualTo(status);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(what).isLessThan(SLOWEST);
    }

    private List<Socket> slow(int number, String path, String... headers) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Socket socket = new Socket("localhost", server.port());
            socket.setSoTimeout(40_000);
            socket.getOutputStream()
                    .write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n"
                                    + String.join("\r\n", headers) + "\r\n\r\nx")
                            .getBytes(StandardCharsets.UTF_8));
            sockets.add(socket);
        }
        return sockets;
    }

    /** The answers to requests of which a byte comes every other second. WildFly ends silent ones without a word. */
    private static Collection<String> answers(List<Socket> slow) throws IOException {
        Map<Socket, String> answers = new LinkedHashMap<>();
        for (int round = 0; round < 15 && answers.size() < slow.size(); round++) {
            for (Socket socket : slow) {
                if (!answers.containsKey(socket)) {
                    socket.setSoTimeout(750);
                    String answer = Wire.begun(socket);
                    if (answer.isEmpty()) {
                        socket.getOutputStream().write('x');
                    } else {
                        answers.put(socket, answer);
                    }
                }
            }
        }
        assertThat(answers).hasSameSizeAs(slow);
        return answers.values();
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void slowLoginsKeepNeitherUsersNorStrangersOut() throws IOException, InterruptedException {
        assertThat(Wire.status(list("reader"))).isEqualTo(200);
        DistantVisitor known = loggedIn("198.51.100.201");
        List<Socket> slow = slow(
                100, "/login", "Content-Type: application/x-www-form-urlencoded", "X-Forwarded-For: 203.0.113.201");
        Thread.sleep(1000);
        assertAnsweredSoon("a user of the API", 200, () -> list("reader"));
        assertAnsweredSoon(
                "a stranger",
                200,
                () -> Wire.exchange(server.port(), Wire.get("/login", "X-Forwarded-For: 198.51.100.202")));
        assertThat(known.visit("/runs/recent")).isEqualTo(200);
        assertThat(new DistantVisitor(server, "198.51.100.203").submit("/login", "reader", AttackedServer.PASSWORD))
                .as("somebody who comes in now")
                .isEqualTo(302);
        close(slow);
    }

    private DistantVisitor loggedIn(String address) throws IOException, InterruptedException {
        return DistantVisitor.loggedIn(server, address, "reader");
    }

    @Test
    void aBodyThatDoesNotArriveInTimeIsGivenUp() throws IOException {
        List<Socket> slow =
                new ArrayList<>(slow(1, "/api/0.1/genomes", "Content-Type: application/json", Wire.basic("writer")));
        slow.addAll(
                slow(1, "/login", "Content-Type: application/x-www-form-urlencoded", "X-Forwarded-For: 203.0.113.202"));
        for (String answer : answers(slow)) {
            assertThat(answer)
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"code\": 408")
                    .containsIgnoringCase("Connection: close");
        }
        close(slow);
    }

    @Test
    void oneUsersSlowBodiesLeaveTurnsToOthers() throws IOException, InterruptedException {
        assertThat(Wire.status(list("reader"))).isEqualTo(200);
        List<Socket> slow =
                slow(100, "/api/0.1/genomes", "Content-Type: application/json", Wire.basic("writer"), KNOWN);
        Thread.sleep(1000);
        assertAnsweredSoon("another user", 200, () -> list("reader"));
        close(slow);
    }

    @Test
    void millionsOfValuesAreRefusedBeforeTheyAreMade() throws IOException {
        String objects = "{\"a\":[" + "{},".repeat(20_000_000) + "{}]}";
        String question = "/api/0.1/actions/explain?resource=runs&id=r";
        assertThat(Wire.status(Wire.exchange(
                        server.port(),
                        "POST " + question + " HTTP/1.1\r\nHost: localhost\r\n" + Wire.basic("reader")
                                + "\r\nContent-Type: application/json\r\nContent-Length: 60000000\r\n\r\n")))
                .isEqualTo(413);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(Wire.status(post(
                            "/api/0.1/genomes",
                            objects,
                            "Content-Type: application/json",
                            Wire.basic("writer"),
                            KNOWN)))
                    .isEqualTo(413);
        }
        String many = "{\"a\":[" + "0,".repeat(30_000) + "0]}";
        assertThat(post(question, many, "Content-Type: application/json", Wire.basic("reader"), KNOWN))
                .startsWith("HTTP/1.1 413 ")
                .contains("more than 20000 values");
        assertThat(Wire.status(list("reader"))).isEqualTo(200);
        assertThat(AttackedServer.log()).doesNotContain("OutOfMemoryError");
    }

    @Test
    void manySmallPartsAreRefusedToo() {
        String json = "Content-Type: application/json";
        String form = "Content-Type: application/x-www-form-urlencoded";
        for (String number : List.of("1".repeat(10_000_000), "1." + "1".repeat(10_000_000))) {
            assertThat(Wire.status(
                            post("/api/0.1/genomes", "{\"genome_size\": " + number + "}", json, Wire.basic("writer"))))
                    .isEqualTo(413);
        }
        assertThat(Wire.status(post("/api/0.1/genomes", "a=1&".repeat(2_000_000), form, Wire.basic("writer"))))
                .isEqualTo(413);
        assertThat(Wire.status(post("/api/0.1/genomes", "&".repeat(20_000_000), form, Wire.basic("writer"))))
                .isEqualTo(400);
        assertThat(Wire.status(Wire.exchange(
                        server.port(), Wire.get("/api/0.1/runs?" + "a&".repeat(2000), Wire.basic("reader")))))
                .as("WildFly counts those of the address itself, before the application is asked")
                .isEqualTo(System.getProperty("egcg.server", "payara").equals("wildfly") ? 400 : 413);
        assertThat(Wire.status(post("/login", "a=1&".repeat(5000), form, "X-Forwarded-For: 203.0.113.203")))
                .isEqualTo(413);
        assertThat(Wire.status(post("/login", "a".repeat(100_000), form, "X-Forwarded-For: 203.0.113.203")))
                .isEqualTo(413);
    }

    @Test
    void inventedNamesKeepNoUserWaiting() throws Exception {
        assertThat(Wire.status(list("reader"))).isEqualTo(200);
        try (Load load = new Load()) {
            new Attacks(server).inventedNames(load, 120, 20);
            Thread.sleep(2000);
            for (int i = 0; i < 10; i++) {
                assertAnsweredSoon("a user who is known", 200, () -> list("reader"));
            }
        }
    }

    @Test
    void whoGuessesIsKnownByHisAddressHoweverItIsSpelt() {
        assertSlowedDown("hydra", number -> "X-Forwarded-For: 203.0.113.210:" + (1000 + number));
        assertSlowedDown(
                "scylla", number -> "X-Forwarded-For: 10.9.8." + number + "\r\nX-Forwarded-For: 203.0.113.211");
    }

    private void assertSlowedDown(String name, java.util.function.IntFunction<String> header) {
        int status = 401;
        int attempts = 0;
        while (status == 401 && attempts++ < 30) {
            String credentials = java.util.Base64.getEncoder()
                    .encodeToString((name + ":wrong" + attempts).getBytes(StandardCharsets.UTF_8));
            status = Wire.status(Wire.exchange(
                    server.port(),
                    Wire.get("/api/0.1/runs", "Authorization: Basic " + credentials, header.apply(attempts))));
        }
        assertThat(status).as(name + " after " + attempts).isEqualTo(429);
    }

    @Test
    void behindAProxyAVisitorOfThePagesHasAnAddressOfHisOwn() throws IOException, InterruptedException {
        new DistantVisitor(server, "203.0.113.220")
                .submit("/login?redirect=/runs/recent", "nobody of this name", "a guess");
        assertThat(AttackedServer.log().lines().filter(line -> line.contains("nobody of this name")))
                .anyMatch(line -> line.contains("203.0.113.220"));
    }
}

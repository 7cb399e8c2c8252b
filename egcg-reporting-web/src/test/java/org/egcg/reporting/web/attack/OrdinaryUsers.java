package org.egcg.reporting.web.attack;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.testkit.RunningServer;

/** A laboratory on an ordinary day: pipelines that read and write, people who look at pages, and some who just come in. */
final class OrdinaryUsers {

    private static final List<String> PAGES = List.of("/", "/runs/recent", "/projects/", "/species");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningServer server;
    private final Latencies latencies;
    private final AtomicInteger newcomers = new AtomicInteger();

    OrdinaryUsers(RunningServer server, Latencies latencies) {
        this.server = server;
        this.latencies = latencies;
    }

    void at(Load load) throws Exception {
        load.add(200, () -> api("read", 200, "reader", "GET", "/runs?max_results=20", ""));
        load.add(500, () -> api("filter", 200, "reader", "GET", "/run_elements?max_results=50&sort=-_created", ""));
        load.add(300, () -> api("write", 201, "writer", "POST", "/genomes", genome()));
        load.add(3000, () -> api("write 200", 201, "writer", "POST", "/genomes", genomes(200)));
        for (int person = 1; person <= 2; person++) {
            DistantVisitor visitor = DistantVisitor.loggedIn(server, "198.51.100." + person, "reader");
            AtomicInteger page = new AtomicInteger();
            load.add(
                    500,
                    () -> latencies.measure(
                            "page", 200, () -> visitor.visit(PAGES.get(page.getAndIncrement() % PAGES.size()))));
        }
        load.add(3000, this::comeIn);
    }

    private static String genome() {
        return "{\"assembly_name\": \"" + UUID.randomUUID() + "\"}";
    }

    private static String genomes(int number) {
        return IntStream.range(0, number).mapToObj(each -> genome()).collect(Collectors.joining(",", "[", "]"));
    }

    private void comeIn() throws Exception {
        String address = "198.51.100." + (100 + newcomers.getAndIncrement() % 100);
        DistantVisitor visitor = new DistantVisitor(server, address);
        latencies.measure("login page", 200, () -> visitor.visit("/login"));
        latencies.measure("login", 302, () -> visitor.submit("/login", "writer", AttackedServer.PASSWORD));
    }

    private void api(String kind, int expected, String user, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(java.net.URI.create(server.api() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", Wire.basic(user).replaceFirst("^Authorization: ", ""))
                .header("X-Forwarded-For", "198.51.100.50")
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        latencies.measure(kind, expected, () -> client.send(request, BodyHandlers.ofString())
                .statusCode());
    }
}

package org.egcg.reporting.web.attack;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.testkit.RunningServer;

/** A laboratory on an ordinary day: pipelines that read and write, people who look at pages, and some who just come in. */
final class OrdinaryUsers {

    private static final List<String> PAGES = List.of("/", "/runs/recent", "/projects/", "/species");

    private static final int LANES = 8;
    private static final int A_SAMPLE = 100;

    /** Each measurement begins with others, as what it writes must be new. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningServer server;
    private final Latencies latencies;
    private final AtomicInteger newcomers = new AtomicInteger();
    private final AtomicInteger one = new AtomicInteger();

    OrdinaryUsers(RunningServer server, Latencies latencies) {
        this.server = server;
        this.latencies = latencies;
    }

    void at(Load load) throws Exception {
        String run = "270311_A01234_%04d_BHATTACK2".formatted(RUNS.incrementAndGet());
        load.add(200, () -> api("read", 200, "reader", "GET", "/runs?max_results=20", ""));
        load.add(500, () -> api("filter", 200, "reader", "GET", "/run_elements?max_results=50&sort=-_created", ""));
        load.add(300, () -> api("write", 201, "writer", "POST", "/run_elements", element(run, one.incrementAndGet())));
        load.add(3000, () -> api("write 200", 201, "writer", "POST", "/run_elements", run(200)));
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

    private String run(int elements) {
        String run = "270311_A01234_%04d_AHATTACK1".formatted(RUNS.incrementAndGet());
        return IntStream.range(0, elements)
                .mapToObj(number -> element(run, number))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** One of eight lanes, and of samples that have a hundred each. */
    private static String element(String run, int number) {
        return """
                {"run_element_id": "%s_%d_%d", "run_id": "%s", "lane": %d, "barcode": "%d", "project_id": "attacked",
                 "library_id": "library", "sample_id": "%s_%d", "total_reads": 120000, "passing_filter_reads": 100000,
                 "bases_r1": 15000000, "bases_r2": 15000000, "q30_bases_r1": 14000000, "q30_bases_r2": 13000000}""".formatted(run, number % LANES + 1, number, run, number % LANES + 1, number, run, number / A_SAMPLE);
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

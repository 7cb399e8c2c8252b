package org.egcg.reporting.web.attack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.testkit.RunningServer;

/** The most expensive requests that we could think of; {@code docs/reliability.md} lists them. For several threads. */
final class CostlyRequests {

    private static final int MEGABYTE = 1024 * 1024;

    /** One request with its name in tables. */
    record Costly(String name, String user, String method, String path, String body) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningServer server;

    CostlyRequests(RunningServer server) {
        this.server = server;
    }

    static List<Costly> all() {
        List<Costly> all = new ArrayList<>();
        for (String report : List.of("run_elements", "run_elements_by_lane", "all_runs", "samples", "projects")) {
            all.add(read("aggregate " + report, "/aggregate/" + report + "?max_results=25"));
        }
        all.add(read("aggregate, computed order", "/aggregate/samples?sort=-clean_pc_q30&page=1&max_results=25"));
        all.add(read("4,000 values without index", "/run_elements?where=" + encoded(values("barcode", 4_000))));
        all.add(read("2,000 alternatives", "/run_elements?where=" + encoded(alternatives())));
        all.add(read("500 comparisons without index", "/run_elements?where=" + encoded(comparisons())));
        all.add(read("order without index", "/run_elements?sort=-total_reads,barcode&max_results=100000"));
        all.add(read("last page", "/run_elements?sort=-passing_filter_reads&max_results=1000&page=200"));
        all.add(read("100,000 documents", "/run_elements?max_results=100000"));
        all.add(read("runs with their elements", "/runs?max_results=2000&embedded=" + encoded(embedded())));
        all.add(read(
                "samples with sums",
                "/samples?aggregate=True&max_results=20000&sort=yield_in_gb&embedded=" + encoded(embedded())));
        for (String report : List.of(
                "project_status",
                "plate_status",
                "sample_status",
                "run_status",
                "sample_info",
                "project_info",
                "library_info",
                "sample_qc_info",
                "genotyping_info")) {
            all.add(read("lims " + report, "/lims/" + report));
        }
        all.add(post("64 MB of zeros", "/runs", "[" + "0,".repeat(31 * MEGABYTE) + "0]"));
        all.add(post("100,000 numbers", "/runs", "[" + "1,".repeat(99_999) + "1]"));
        all.add(post("60 MB of documents", "/run_elements", documents(60_000, 950)));
        all.add(post("20 MB of documents", "/run_elements", documents(20_000, 950)));
        all.add(post("a document of 14 MB", "/genomes", genome(14)));
        all.add(post("a document of 20 MB", "/genomes", genome(20)));
        return all;
    }

    /** What people ask for with a browser. */
    static List<String> pages() {
        return List.of(
                "/samples/all?part=samples&all=1&export=csv",
                "/samples/all?part=samples&all=1&export=xlsx",
                "/samples/all",
                "/runs/all",
                "/",
                "/charts/seq/last_12_months",
                "/charts/tat",
                "/charts/bioinformatics",
                "/project_status/all");
    }

    private static Costly read(String name, String path) {
        return new Costly(name, "reader", "GET", path, "");
    }

    private static Costly post(String name, String path, String body) {
        return new Costly(name, "writer", "POST", path, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String values(String field, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "\"ACGT" + i * 40 + '"')
                .collect(Collectors.joining(",", "{\"" + field + "\":{\"$in\":[", "]}}"));
    }

    private static String alternatives() {
        return IntStream.range(0, 2_000)
                .mapToObj(i -> "{\"barcode\":\"ACGT" + i * 90 + "\"}")
                .collect(Collectors.joining(",", "{\"$or\":[", "]}"));
    }

    private static String comparisons() {
        return IntStream.range(0, 500)
                .mapToObj(i -> "{\"total_reads\":{\"$lt\":" + i + "}}")
                .collect(Collectors.joining(",", "{\"$or\":[", "]}"));
    }

    private static String embedded() {
        return "{\"run_elements\":1}";
    }

    private static String documents(int number, int filling) {
        String comments = "c".repeat(filling);
        return IntStream.range(0, number)
                .mapToObj(i -> """
                        {"run_element_id":"costly %d","run_id":"costly","lane":"none","project_id":"p","library_id":"l",\
                        "sample_id":"s","review_comments":"%s"}""".formatted(i, comments))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String genome(int megabytes) {
        return "{\"assembly_name\":\"costly\",\"tools_used\":{\"a\":\"" + "x".repeat(megabytes * MEGABYTE) + "\"}}";
    }

    /** The status; the answer is read to its end, and kept nowhere. */
    int send(Costly costly) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.api() + costly.path()))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", Wire.basic(costly.user()).replaceFirst("^Authorization: ", ""))
                .header("X-Forwarded-For", "198.51.100.70")
                .header("Content-Type", "application/json")
                .method(
                        costly.method(),
                        costly.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(costly.body(), StandardCharsets.US_ASCII))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}

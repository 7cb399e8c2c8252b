package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.aggregation.Recomputation;
import org.egcg.reporting.aggregation.RecomputationOutcome;
import org.egcg.reporting.aggregation.RecomputationProgress;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * What requests take, against the least that a service could do ({@link BareLoop}), in turns in one run: of shared machines
 * only the ratio and the processor time say something. A command of its own, see {@code docs/performance.md}. {@code -Dbenchmark.server=} with
 * {@code -Dbenchmark.user=} and {@code -Dbenchmark.password=} measures another service with the same API instead of one
 * started here; {@code -Dbenchmark.elements=} says how many run elements there are, {@code -Dbenchmark.java=} with which options
 * the server is started, else it is those of the start script, and {@code -Dbenchmark.directory=} where its store stays. The
 * bare loop holds 12,800 at most. When all is measured, the service is stopped and everything it stored is summed up anew.
 */
class RequestsBenchmark {

    private static final int ELEMENTS_PER_RUN = 256;
    private static final int BARE_RUNS = 50;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 60);
    private static final String PASSWORD = "correct-horse-battery-staple";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger names = new AtomicInteger();
    private final AtomicInteger stored = new AtomicInteger();
    private final int elements = Integer.getInteger("benchmark.elements", 12_800);
    private Optional<ProcessHandle> process = Optional.empty();
    private String authorization = "";
    private URI ours = URI.create("http://localhost/");

    @Test
    void requestsAgainstTheLeastThatAServiceCanDo() throws Exception {
        String other = System.getProperty("benchmark.server", "");
        if (!other.isEmpty()) {
            measure(URI.create(other), System.getProperty("benchmark.user"), System.getProperty("benchmark.password"));
            return;
        }
        String kept = System.getProperty("benchmark.directory", "");
        Path directory = kept.isEmpty()
                ? Files.createTempDirectory(Files.createDirectories(Path.of("target")), "requests")
                : Path.of(kept);
        try (RunningServer server = RunningServer.in(directory)
                .withAdministrator("bench", PASSWORD)
                .with("JAVA_OPTS", System.getProperty("benchmark.java", ""))
                .start()) {
            process = ProcessHandle.of(server.pid());
            measure(URI.create(server.api() + "/"), "bench", PASSWORD);
            System.out.printf("heap after a collection: %d MB%n", server.heapInUse() >> 20);
            System.out.println(Files.readString(Path.of("/proc", String.valueOf(server.pid()), "status"))
                    .lines()
                    .filter(line -> line.startsWith("VmRSS"))
                    .collect(Collectors.joining()));
        }
        audit(directory);
    }

    /** Nothing acknowledged is lost, and no sum is stale. */
    private void audit(Path directory) {
        ReportingConfig configuration = Configuration.load(
                Map.of("EGCG_DATA_DIR", directory.resolve("data").toString()), directory);
        long start = System.nanoTime();
        try (Reporting reporting = Reporting.open(configuration)) {
            long open = System.nanoTime();
            Recomputation recomputation = reporting.recomputation(2);
            List<String> stale = Collections.synchronizedList(new ArrayList<>());
            RecomputationOutcome outcome = recomputation.check(
                    recomputation.everything(),
                    RecomputationProgress.IGNORED,
                    difference -> stale.add(difference.toString()));
            System.out.printf(
                    "store opened in %.1f s; %d sums of %d run elements checked in %.1f s%n",
                    (open - start) / 1e9, outcome.examined(), stored.get(), (System.nanoTime() - open) / 1e9);
            assertThat(stale).isEmpty();
            assertThat(reporting.reader().count(reporting.schema("run_elements"), new BsonDocument()))
                    .isEqualTo(stored.get());
        }
    }

    private void measure(URI api, String user, String password) throws Exception {
        ours = api;
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        try (BareLoop bare = new BareLoop()) {
            load(bare.address());
            System.out.printf(
                    "%d run elements%n| request | ours | its processor time | bare loop | ratio |%n|---|---|---|---|---|%n",
                    elements);
            reads(bare.address());
            writes(bare.address());
        }
    }

    private void load(URI bare) throws Exception {
        int runs = elements / ELEMENTS_PER_RUN;
        long start = System.nanoTime();
        long before = processor();
        for (int number = 0; number < runs; number++) {
            int run = number;
            post(ours, "runs", "{\"run_id\": \"run%d\"}".formatted(run));
            post(ours, "lanes", list(8, lane -> """
                    {"lane_id": "run%1$d_%2$d", "run_id": "run%1$d", "lane_number": %2$d}""".formatted(run, lane + 1)));
            String all = elements(run, ELEMENTS_PER_RUN);
            post(ours, "run_elements", all);
            if (number < BARE_RUNS) {
                post(bare, "run_elements", all);
            }
            if ((number + 1) % Math.max(1, runs / 10) == 0) {
                System.out.printf(
                        "%d run elements of %d runs stored after %.0f s, %.0f s of the server's processor time%n",
                        stored.get(), number + 1, (System.nanoTime() - start) / 1e9, (processor() - before) / 1e9);
            }
        }
    }

    private void reads(URI bare) throws Exception {
        String item = get(ours, "run_elements?max_results=1").replaceFirst("(?s).*\"_id\": \"([0-9a-f]{24})\".*", "$1");
        String same = get(bare, "run_elements?max_results=1").replaceFirst("(?s).*oid\": \"([0-9a-f]{24})\".*", "$1");
        row("GET one by id", () -> get(ours, "run_elements/" + item), () -> get(bare, "run_elements/" + same));
        for (int size : List.of(100, 1000, 10_000)) {
            String page = "run_elements?max_results=" + size;
            row("GET page of " + size, () -> get(ours, page), () -> get(bare, page));
        }
        for (int clients : List.of(4, 16)) {
            row(
                    "GET page of 100, %d clients, 4 each".formatted(clients),
                    () -> together(clients, () -> get(ours, "run_elements?max_results=100")),
                    () -> together(clients, () -> get(bare, "run_elements?max_results=100")));
        }
    }

    private void writes(URI bare) throws Exception {
        row(
                "POST one run element",
                () -> post(ours, "run_elements", elements(1, 1)),
                () -> post(bare, "run_elements", elements(1, 1)));
        for (int size : List.of(64, 800)) {
            row(
                    "POST of " + size,
                    () -> post(ours, "run_elements", elements(2, size)),
                    () -> post(bare, "run_elements", elements(2, size)));
        }
        for (int clients : List.of(4, 16)) {
            row(
                    "POST to one run, %d clients, 4 each".formatted(clients),
                    () -> together(clients, () -> post(ours, "run_elements", elements(3, 1))),
                    () -> together(clients, () -> post(bare, "run_elements", elements(3, 1))));
        }
    }

    /** Each client sends four. */
    private static String together(int clients, Callable<String> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            for (Future<String> one : threads.invokeAll(Collections.nCopies(clients * 4, request))) {
                one.get();
            }
            return "";
        } finally {
            threads.shutdown();
        }
    }

    private void row(String name, Callable<String> here, Callable<String> there) throws Exception {
        List<Long> mine = new ArrayList<>();
        List<Long> least = new ArrayList<>();
        long processor = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = processor();
            mine.add(took(here));
            processor += round < ROUNDS / 2 ? 0 : processor() - before;
            least.add(took(there));
        }
        double a = median(mine);
        double b = median(least);
        double each = processor / 1e6 / (ROUNDS - ROUNDS / 2);
        System.out.printf("| %s | %.1f ms | %.1f ms | %.1f ms | %.1f |%n", name, a, each, b, a / b);
    }

    /** What the server has used, all of its threads, to ten milliseconds: of many requests together it says something. */
    private long processor() {
        return process.flatMap(server -> server.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
    }

    private static long took(Callable<String> request) throws Exception {
        long start = System.nanoTime();
        request.call();
        return System.nanoTime() - start;
    }

    /** In milliseconds, of the second half: the first one warms up. */
    private static double median(List<Long> times) {
        List<Long> warm =
                times.subList(times.size() / 2, times.size()).stream().sorted().toList();
        return warm.get(warm.size() / 2) / 1e6;
    }

    private String elements(int run, int count) {
        return list(count, i -> """
                {"run_element_id": "e%1$d", "run_id": "run%2$d", "lane": %3$d, "project_id": "P%4$d", "library_id": "L",
                 "sample_id": "S%4$d_%5$d", "barcode": "ATGC%5$d", "useable": "yes", "total_reads": 1200000,
                 "passing_filter_reads": 1000000, "bases_r1": 150000000, "bases_r2": 150000000, "q30_bases_r1": 140000000,
                 "q30_bases_r2": 130000000, "clean_bases_r1": 149000000, "clean_bases_r2": 149000000,
                 "clean_q30_bases_r1": 139000000, "clean_q30_bases_r2": 129000000, "clean_reads": 990000, "phix_reads": 10,
                 "reviewed": "pass", "mapping_metrics": {"bam_file_reads": 2000000, "mapped_reads": 1900000,
                 "duplicate_reads": 20000, "picard_opt_dup_reads": 100}}""".formatted(names.incrementAndGet(), run, i % 8 + 1, run, i));
    }

    private static String list(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(",", "[", "]"));
    }

    private String post(URI service, String path, String body) throws IOException, InterruptedException {
        String answer = answered(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (service.equals(ours)) {
            stored.addAndGet(body.split("\"run_element_id\"", -1).length - 1);
        }
        return answer;
    }

    private String get(URI service, String path) throws IOException, InterruptedException {
        return answered(HttpRequest.newBuilder(service.resolve(path)));
    }

    private String answered(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(request.header("Authorization", authorization).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}

package org.egcg.reporting.web.rest;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * What requests take, against the least that a service could do ({@link BareLoop}), in turns in one run: of shared machines
 * only the ratio and the processor time say something. A command of its own, see {@code docs/performance.md}. {@code -Dbenchmark.server=} with
 * {@code -Dbenchmark.user=} and {@code -Dbenchmark.password=} measures another service with the same API instead of one
 * started here; {@code -Dbenchmark.elements=} says how many run elements there are.
 */
class RequestsBenchmark {

    private static final int ELEMENTS_PER_RUN = 256;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 60);
    private static final String PASSWORD = "correct-horse-battery-staple";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger names = new AtomicInteger();
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
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "requests");
        try (RunningServer server =
                RunningServer.in(directory).withAdministrator("bench", PASSWORD).start()) {
            process = ProcessHandle.of(server.pid());
            measure(URI.create(server.api() + "/"), "bench", PASSWORD);
            System.out.printf("heap after a collection: %d MB%n", server.heapInUse() >> 20);
            System.out.println(Files.readString(Path.of("/proc", String.valueOf(server.pid()), "status"))
                    .lines()
                    .filter(line -> line.startsWith("VmRSS"))
                    .collect(Collectors.joining()));
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
        for (int run = 0; run < elements / ELEMENTS_PER_RUN; run++) {
            int number = run;
            post(ours, "runs", "{\"run_id\": \"run%d\"}".formatted(number));
            post(ours, "lanes", list(8, lane -> """
                    {"lane_id": "run%1$d_%2$d", "run_id": "run%1$d", "lane_number": %2$d}""".formatted(number, lane + 1)));
            String all = elements(number, ELEMENTS_PER_RUN);
            post(ours, "run_elements", all);
            post(bare, "run_elements", all);
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
        row("POST to one run, 4 clients", () -> together(4, ours), () -> together(4, bare));
        row("POST to one run, 16 clients", () -> together(16, ours), () -> together(16, bare));
    }

    /** Each client posts four elements. */
    private String together(int clients, URI service) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<String>> all = new ArrayList<>();
            IntStream.range(0, clients * 4).forEach(i -> all.add(() -> post(service, "run_elements", elements(3, 1))));
            for (Future<String> one : threads.invokeAll(all)) {
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
        return answered(HttpRequest.newBuilder(service.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
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

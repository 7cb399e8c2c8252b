package org.egcg.reporting.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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
 * only the ratio and the processor time say something. A command of its own, see {@code docs/performance.md}. {@code -Dbenchmark.beside=}
 * names other services to ask as well, with address and process, as {@code "Eve http://127.0.0.1:5000/api/0.1/ 1234, RESTHeart …"}: those of
 * Eve's API, and RESTHeart. {@code -Dbenchmark.server=} with {@code -Dbenchmark.user=} and {@code -Dbenchmark.password=} measures
 * another service with the same API instead of one started here; {@code -Dbenchmark.elements=} says how many run elements there are, {@code -Dbenchmark.warm=} for how many seconds all are asked before,
 * {@code -Dbenchmark.java=} with which options the server is started, else it is those of the start script, and
 * {@code -Dbenchmark.directory=} where its store stays. The others hold 12,800 at most. When all is measured, the service is
 * stopped and everything it stored is summed up anew.
 */
class RequestsBenchmark {

    private static final int ELEMENTS_PER_RUN = 256;
    private static final int RUNS_OF_OTHERS = 50;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 60);
    /** A service that takes longer for the rounds of one row has said enough. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    private static final int FEWEST_ROUNDS = 2;
    /** In the middle of a day no service is cold. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("benchmark.warm", 0));

    private static final String PASSWORD = "correct-horse-battery-staple";

    private final AtomicInteger names = new AtomicInteger();
    private final int elements = Integer.getInteger("benchmark.elements", 12_800);

    /** Something to ask a service. */
    private interface Question {
        String ask(MeasuredService service) throws Exception;
    }

    @Test
    void requestsAgainstTheLeastThatAServiceCanDo() throws Exception {
        String other = System.getProperty("benchmark.server", "");
        if (!other.isEmpty()) {
            measure(MeasuredService.withUser(
                    "asked",
                    URI.create(other),
                    System.getProperty("benchmark.user"),
                    System.getProperty("benchmark.password"),
                    OptionalLong.empty()));
            return;
        }
        String kept = System.getProperty("benchmark.directory", "");
        Path directory = kept.isEmpty()
                ? Files.createTempDirectory(Files.createDirectories(Path.of("target")), "requests")
                : Path.of(kept);
        int stored;
        try (RunningServer server = RunningServer.in(directory)
                .withAdministrator("bench", PASSWORD)
                .with("JAVA_OPTS", System.getProperty("benchmark.java", ""))
                .configured("{rest_app: {url_prefix: api, api_version: '0.1'}, reporting_app: {user_db: '%s'}}"
                        .formatted(directory.resolve("data/users.sqlite").toAbsolutePath()))
                .start()) {
            MeasuredService ours = MeasuredService.withUser(
                    "ours", URI.create(server.api() + "/"), "bench", PASSWORD, OptionalLong.of(server.pid()));
            measure(ours);
            stored = ours.stored();
            System.out.printf("heap after a collection: %d MB%n", server.heapInUse() >> 20);
            System.out.println(Files.readString(Path.of("/proc", String.valueOf(server.pid()), "status"))
                    .lines()
                    .filter(line -> line.startsWith("VmRSS"))
                    .collect(Collectors.joining()));
        }
        audit(directory, stored);
    }

    /** Nothing acknowledged is lost, and no sum is stale. */
    private static void audit(Path directory, int stored) {
        ReportingConfig configuration = Configuration.load(
                Map.of(
                        "EGCG_DATA_DIR", directory.resolve("data").toString(),
                        "REPORTINGCONFIG", directory.resolve("reporting.yaml").toString()),
                directory);
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
                    (open - start) / 1e9, outcome.examined(), stored, (System.nanoTime() - open) / 1e9);
            assertThat(stale).isEmpty();
            assertThat(reporting.reader().count(reporting.schema("run_elements"), new BsonDocument()))
                    .isEqualTo(stored);
        }
    }

    private void measure(MeasuredService ours) throws Exception {
        try (BareLoop bare = new BareLoop()) {
            List<MeasuredService> all =
                    new ArrayList<>(List.of(ours, MeasuredService.open("bare loop", bare.address())));
            all.addAll(MeasuredService.described(System.getProperty("benchmark.beside", "")));
            load(all);
            warmUp(all);
            String columns = all.stream()
                    .map(service -> service.name() + " | processor | to ours")
                    .collect(Collectors.joining(" | "));
            System.out.printf(
                    "%d run elements%n| request | %s |%n|%s%n", elements, columns, "---|".repeat(1 + 3 * all.size()));
            reads(all);
            writes(all);
        }
    }

    private void load(List<MeasuredService> all) throws Exception {
        MeasuredService ours = all.get(0);
        int runs = elements / ELEMENTS_PER_RUN;
        for (MeasuredService service : all) {
            service.prepare();
        }
        long start = System.nanoTime();
        long before = ours.processorNanos();
        for (int number = 0; number < runs; number++) {
            int run = number;
            String lanes = list(8, lane -> """
                    {"lane_id": "run%1$d_%2$d", "run_id": "run%1$d", "lane_number": %2$d}""".formatted(run, lane + 1));
            String sent = elements(run, ELEMENTS_PER_RUN);
            for (MeasuredService service : number < RUNS_OF_OTHERS ? all : all.subList(0, 1)) {
                if (!service.name().equals("bare loop")) {
                    service.post("runs", "{\"run_id\": \"run%d\"}".formatted(run));
                    service.post("lanes", lanes);
                }
                service.post("run_elements", sent);
            }
            if ((number + 1) % Math.max(1, runs / 10) == 0) {
                System.out.printf(
                        "%d run elements of %d runs stored after %.0f s, %.0f s of the server's processor time%n",
                        ours.stored(),
                        number + 1,
                        (System.nanoTime() - start) / 1e9,
                        (ours.processorNanos() - before) / 1e9);
            }
        }
    }

    private void warmUp(List<MeasuredService> all) throws Exception {
        for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP.toNanos(); ) {
            for (MeasuredService service : all) {
                service.get(service.one());
                service.page(100);
                service.page(1000);
                service.post("run_elements", elements(4, 8));
            }
        }
    }

    private static void reads(List<MeasuredService> all) throws Exception {
        Map<MeasuredService, String> items = new HashMap<>();
        for (MeasuredService service : all) {
            items.put(service, service.one());
        }
        row("GET one by id", all, service -> service.get(items.get(service)));
        for (int size : List.of(100, 1000, 10_000)) {
            List<MeasuredService> able =
                    all.stream().filter(service -> service.givesPageOf(size)).toList();
            row("GET page of " + size, able, service -> service.page(size));
        }
        for (int clients : List.of(4, 16)) {
            row(
                    "GET page of 100, %d clients, 4 each".formatted(clients),
                    all,
                    service -> together(clients, () -> service.page(100)));
        }
    }

    private void writes(List<MeasuredService> all) throws Exception {
        row("POST one run element", all, service -> service.post("run_elements", elements(1, 1)));
        for (int size : List.of(64, 800)) {
            row("POST of " + size, all, service -> service.post("run_elements", elements(2, size)));
        }
        for (int clients : List.of(4, 16)) {
            row(
                    "POST to one run, %d clients, 4 each".formatted(clients),
                    all,
                    service -> together(clients, () -> service.post("run_elements", elements(3, 1))));
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

    private static void row(String name, List<MeasuredService> services, Question question) throws Exception {
        Map<MeasuredService, Answers> all = new LinkedHashMap<>();
        services.forEach(service -> all.put(service, new Answers()));
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<MeasuredService, Answers> one : all.entrySet()) {
                if (!one.getValue().areEnough()) {
                    one.getValue().add(question, one.getKey());
                }
            }
        }
        double ours = all.get(services.get(0)).median();
        System.out.printf("| %s |", name);
        for (Answers answers : all.values()) {
            System.out.printf(
                    " %.1f ms | %.1f ms | %.2f |", answers.median(), answers.processor(), answers.median() / ours);
        }
        System.out.println();
    }

    /** What one service took for one row. */
    private static final class Answers {

        private final List<Long> times = new ArrayList<>();
        private final List<Long> processor = new ArrayList<>();

        void add(Question question, MeasuredService service) throws Exception {
            long before = service.processorNanos();
            long start = System.nanoTime();
            question.ask(service);
            times.add(System.nanoTime() - start);
            processor.add(service.processorNanos() - before);
        }

        boolean areEnough() {
            return times.size() >= FEWEST_ROUNDS && sum(times) > LONG_ENOUGH.toNanos();
        }

        /** In milliseconds. */
        double median() {
            List<Long> sorted = warm(times).stream().sorted().toList();
            return sorted.get(sorted.size() / 2) / 1e6;
        }

        /** In milliseconds, the mean: a process says it in steps of ten. */
        double processor() {
            return sum(warm(processor)) / 1e6 / warm(processor).size();
        }

        /** The first half warms up. */
        private static List<Long> warm(List<Long> values) {
            return values.subList(values.size() / 2, values.size());
        }

        private static long sum(List<Long> values) {
            return values.stream().mapToLong(Long::longValue).sum();
        }
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
}

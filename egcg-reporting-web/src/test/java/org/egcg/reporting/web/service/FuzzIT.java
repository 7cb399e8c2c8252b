package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.json.JsonWriter;
import org.junit.jupiter.api.Test;

/**
 * Requests that nobody meant: made of the recorded ones, changed at random. None may make the server fail, or leave it
 * with more memory or threads than before. {@code -Dfuzz.requests=100000} is the long run, {@code -Dfuzz.seed=} repeats
 * one.
 */
class FuzzIT {

    private static final int CLIENTS = Integer.getInteger("fuzz.clients", 4);
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_240_607L);
    private static final long HEAP_MAY_GROW = 48L * 1024 * 1024;
    private static final int THREADS_MAY_GROW = 20;
    private static final List<String> PAGES = List.of(
            "/",
            "/login",
            "/runs/recent",
            "/run/x",
            "/project_status/",
            "/species",
            "/assets/app.css",
            "/status/ready",
            "/status/metrics",
            "/ui/suggest?q=a",
            "/logo",
            "/pages/login.xhtml",
            "/internal-api/runs",
            "/runs/recent?export=csv");

    private final RunningService running = RunningService.get();
    private final Service service = running.service();
    private final Map<String, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noRequestMakesTheServerFail() throws IOException, InterruptedException {
        assumeThat(running.isOurs()).isTrue();
        List<RawRequest> seeds = seeds();
        assertThat(service.answer(service.request("GET", "/lims/project_status", ""))
                        .statusCode())
                .as("a LIMS to be asked")
                .isEqualTo(200);
        send(seeds, Math.min(REQUESTS / 4, 5_000), SEED + 1);
        long heap = rested();
        long threads = threads();
        statuses.clear();
        long begun = System.nanoTime();
        send(seeds, REQUESTS, SEED);
        long seconds = (System.nanoTime() - begun) / 1_000_000_000;
        long heapAfter = rested();
        long threadsAfter = threads();
        System.out.println(table(seconds) + "heap after collection: " + heap / 1024 + " KB before, " + heapAfter / 1024
                + " KB after; threads: " + threads + " before, " + threadsAfter + " after; seed " + SEED);
        assertThat(failures).as("answers that are the server's fault").isEmpty();
        assertThat(heapAfter).isLessThan(heap + HEAP_MAY_GROW);
        assertThat(threadsAfter).isLessThanOrEqualTo(threads + THREADS_MAY_GROW);
    }

    /** The heap in use once nothing is stored and nobody asks. */
    private long rested() throws IOException, InterruptedException {
        service.empty(
                List.of("runs", "lanes", "run_elements", "samples", "projects", "unexpected_barcodes", "species"));
        service.empty(List.of("genomes", "analysis_driver_procs", "analysis_driver_stages"));
        return running.heapInUse();
    }

    private long threads() throws IOException, InterruptedException {
        return running.threads().lines().filter(line -> line.startsWith("\"")).count();
    }

    private void send(List<RawRequest> seeds, int requests, long seed) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(seed * 31 + client);
            clients.execute(() -> {
                Mutations mutations = new Mutations(random);
                for (int i = 0; i < requests / CLIENTS; i++) {
                    note(mutations.of(seeds.get(random.nextInt(seeds.size()))));
                }
            });
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(2, TimeUnit.HOURS)).isTrue();
    }

    private void note(RawRequest request) {
        String answer = request.send(service.root().getPort());
        String status = answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : answer;
        statuses.computeIfAbsent(status, code -> new LongAdder()).increment();
        if ((status.startsWith("5") || status.equals("late")) && failures.size() < 20) {
            failures.add(answer + " to\n" + request);
        }
    }

    private String table(long seconds) {
        StringBuilder table = new StringBuilder("\n| Status | Answers |\n|---|---|\n");
        statuses.forEach((status, count) -> table.append("| " + status + " | " + count + " |\n"));
        return table.toString() + REQUESTS / CLIENTS * CLIENTS + " requests in " + seconds + " s\n";
    }

    private List<RawRequest> seeds() {
        List<RawRequest> seeds = new ArrayList<>();
        Stream.of("public", "original-bugs")
                .flatMap(directory -> Scenario.below(directory).stream())
                .flatMap(scenario -> scenario.steps().stream())
                .filter(step -> step.containsKey("path") && !step.containsKey("target"))
                .map(this::seed)
                .forEach(seeds::add);
        PAGES.forEach(page -> seeds.add(request("GET", page, "")));
        return List.copyOf(seeds);
    }

    private RawRequest seed(BsonDocument step) {
        StringBuilder target = new StringBuilder(
                service.root().getPath() + step.getString("path").getValue());
        step.getDocument("query", new BsonDocument())
                .forEach((name, value) -> target.append(target.indexOf("?") < 0 ? "?" : "&")
                        .append(name + "=" + Variables.text(value).replace(" ", "%20")));
        String body = step.containsKey("json")
                ? JsonWriter.text(step.get("json"))
                : step.getString("raw", new BsonString("")).getValue();
        String escaped =
                target.toString().replace("\n", "%0A").replace("\r", "%0D").replace(" ", "%20");
        return request(step.getString("method").getValue(), escaped, body);
    }

    private static RawRequest request(String method, String target, String body) {
        String login = Base64.getEncoder().encodeToString("apiuser:apiuser".getBytes(StandardCharsets.UTF_8));
        return new RawRequest(
                method,
                target,
                List.of("Authorization: Basic " + login, "Content-Type: application/json"),
                body.getBytes(StandardCharsets.UTF_8));
    }
}

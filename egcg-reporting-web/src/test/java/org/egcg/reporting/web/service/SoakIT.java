package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
import org.junit.jupiter.api.Test;

/**
 * Reads, writes and pages for a while, during which the store is restarted again and again: afterwards the server has
 * no more heap, threads and connections than before, and nothing has failed but what the restarts made fail. Only on
 * demand: {@code -Dsoak.minutes=10}.
 */
class SoakIT {

    private static final int MINUTES = Integer.getInteger("soak.minutes", 0);
    private static final int CLIENTS = 6;
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(90);
    private static final Duration AFTERMATH = Duration.ofSeconds(15);
    private static final long HEAP_MAY_GROW = 32L * 1024 * 1024;
    private static final List<String> RESOURCES = List.of("runs", "run_elements", "genomes");

    private final RunningService running = RunningService.get();
    private final Service service = running.service();
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile Instant troubledUntil = Instant.EPOCH;
    private volatile boolean away;

    /** What a server holds on to. */
    private record State(long heap, long threads, long sockets) {}

    @Test
    void afterwardsEverythingIsAsBefore() throws IOException, InterruptedException {
        assumeThat(MINUTES).as("soak.minutes").isPositive();
        assumeThat(running.store().isPresent()).isTrue();
        load(Duration.ofSeconds(60));
        State before = rested();
        counts.clear();
        load(Duration.ofMinutes(MINUTES));
        State after = rested();
        System.out.println("soak of " + MINUTES + " minutes: " + counts + "\nbefore: " + before + "\nafter: " + after);
        assertThat(failures).isEmpty();
        assertThat(after.heap()).isLessThan(before.heap() + HEAP_MAY_GROW);
        assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 10);
        assertThat(after.sockets()).isLessThanOrEqualTo(before.sockets() + 5);
    }

    private State rested() throws IOException, InterruptedException {
        service.empty(RESOURCES);
        Thread.sleep(20_000);
        return new State(
                running.heapInUse(),
                running.threads().lines().filter(line -> line.startsWith("\"")).count(),
                running.sockets());
    }

    private void load(Duration length) throws InterruptedException {
        Instant end = Instant.now().plus(length);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(client);
            PageVisitor visitor = new PageVisitor(service.root());
            clients.execute(() -> {
                while (Instant.now().isBefore(end)) {
                    one(random, visitor);
                }
            });
        }
        clients.shutdown();
        while (!clients.awaitTermination(BETWEEN_RESTARTS.toMillis(), TimeUnit.MILLISECONDS)) {
            restartStore();
        }
    }

    private void restartStore() throws InterruptedException {
        away = true;
        running.store().orElseThrow().stop();
        Thread.sleep(3_000);
        running.store().orElseThrow().start();
        troubledUntil = Instant.now().plus(AFTERMATH);
        away = false;
        counts.computeIfAbsent("restarts", name -> new LongAdder()).increment();
    }

    private void one(Random random, PageVisitor visitor) {
        int number = random.nextInt(500);
        switch (random.nextInt(6)) {
            case 0 -> note("read", () -> status("GET", "/runs?max_results=20", ""));
            case 1 -> note("filter", () -> status("GET", "/run_elements?max_results=5&sort=-_created", ""));
            case 2 -> note("run", () -> status("POST", "/runs", "{\"run_id\": \"r" + number + "\"}"));
            case 3 -> note("element", () -> status("POST", "/run_elements", element(number)));
            case 4 -> note("page", () -> visitor.visit(random.nextBoolean() ? "/runs/recent" : "/"));
            default -> note("delete", () -> number == 0 ? status("DELETE", "/run_elements", "") : 200);
        }
    }

    private static String element(int number) {
        return """
                {"run_element_id": "e%1$d", "run_id": "r%2$d", "lane": 1, "barcode": "ACGT", "library_id": "l",
                 "project_id": "p", "sample_id": "s%2$d", "total_reads": %1$d}""".formatted(number, number % 20);
    }

    private interface Request {
        int status() throws IOException, InterruptedException;
    }

    private void note(String kind, Request request) {
        try {
            int status = request.status();
            counts.computeIfAbsent(kind + " " + status, name -> new LongAdder()).increment();
            if (status >= 500 && !isExcused() && failures.size() < 20) {
                failures.add(kind + " answers " + status + " at " + Instant.now());
            }
        } catch (IOException | AssertionError unanswered) {
            failures.add(kind + ": " + unanswered);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isExcused() {
        return away || Instant.now().isBefore(troubledUntil);
    }

    private int status(String method, String target, String body) {
        return service.answer(service.request(method, target, body)).statusCode();
    }
}

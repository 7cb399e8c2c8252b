package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients see of a service that starts, is stopped and starts again, from the first moment to the last. */
class RestartsIT {

    @TempDir
    static Path directory;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String UNREACHABLE = "no connection";
    private static final String COME_AGAIN = "503 application/json again in 5 ERR";
    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();
    private static final AtomicInteger WRITTEN = new AtomicInteger();
    private static final AtomicInteger ATTEMPTS = new AtomicInteger();

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static volatile boolean enough;

    /** A service is started, stopped in the middle of work and started again, while clients go on and on. */
    @BeforeAll
    static void restart() throws InterruptedException {
        assumeThat(System.getProperty("egcg.server", "payara")).isEqualTo("payara");
        try (RunningServer server = RunningServer.in(directory)
                .configured("rest_app: {url_prefix: api, api_version: '0.1'}")
                .withAdministrator("demo", Client.PASSWORD)) {
            List<Thread> clients = List.of(
                    new Thread(() -> look(server, "status/live")),
                    new Thread(() -> look(server, "status/ready")),
                    new Thread(() -> look(server, "api/0.1/runs")),
                    new Thread(() -> write(server)));
            clients.forEach(Thread::start);
            try {
                server.start();
                awaitWrites();
                server.stop();
                server.start();
                awaitWrites();
            } finally {
                enough = true;
            }
            for (Thread client : clients) {
                client.join();
            }
            ATTEMPTS.set(runs(server));
        }
    }

    private static void awaitWrites() throws InterruptedException {
        int enoughWrites = WRITTEN.get() + 20;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (WRITTEN.get() < enoughWrites) {
            assertThat(System.nanoTime()).as("seen in vain: %s", SEEN).isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static void look(RunningServer server, String path) {
        while (!enough) {
            SEEN.add(path + " " + answer(request(server, path).build()));
            pause();
        }
    }

    /** A pipeline that tries each write until it is done. */
    private static void write(RunningServer server) {
        for (int run = 0; !enough; run++) {
            HttpRequest post = request(server, "api/0.1/runs")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "restarted-" + run)
                    .POST(BodyPublishers.ofString("{\"run_id\": \"restarted %d\"}".formatted(run)))
                    .build();
            String answer = answer(post);
            while (!answer.startsWith("201") && !enough) {
                SEEN.add("write " + answer);
                pause();
                answer = answer(post);
            }
            WRITTEN.addAndGet(answer.startsWith("201") ? 1 : 0);
        }
    }

    private static HttpRequest.Builder request(RunningServer server, String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", Client.AUTHORIZATION);
    }

    private static String answer(HttpRequest request) {
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return answer.statusCode() + " " + type
                    + answer.headers()
                            .firstValue("Retry-After")
                            .map(seconds -> " again in " + seconds)
                            .orElse("")
                    + (answer.body().contains("\"_status\": \"ERR\"") ? " ERR" : "");
        } catch (IOException refused) {
            return UNREACHABLE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return UNREACHABLE;
        }
    }

    private static int runs(RunningServer server) {
        HttpRequest count = request(server, "api/0.1/runs?max_results=1").build();
        try {
            return Integer.parseInt(HTTP.send(count, BodyHandlers.ofString())
                    .headers()
                    .firstValue("X-Total-Count")
                    .orElseThrow());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<String> seenOf(String path) {
        Set<String> answers = new TreeSet<>();
        SEEN.stream()
                .filter(seen -> seen.startsWith(path + " "))
                .forEach(seen -> answers.add(seen.substring(path.length() + 1)));
        return answers;
    }

    @Test
    void aClientSeesNoConnectionOrThatItIsToComeAgain() {
        assertThat(seenOf("api/0.1/runs")).contains("200 application/json", COME_AGAIN);
        assertThat(seenOf("api/0.1/runs")).isSubsetOf("200 application/json", COME_AGAIN, UNREACHABLE);
        assertThat(seenOf("write")).isSubsetOf(COME_AGAIN, UNREACHABLE);
    }

    @Test
    void aClientThatTriesAgainWritesEverythingOnce() {
        assertThat(WRITTEN.get()).isGreaterThan(40);
        assertThat(ATTEMPTS.get()).isBetween(WRITTEN.get(), WRITTEN.get() + 1);
    }

    @Test
    void thatItLivesIsToldFromTheFirstMomentAndThatItIsNotReady() {
        // what is being stopped may say that it lives, or that it is to be asked again
        assertThat(seenOf("status/live"))
                .contains("200 application/json")
                .isSubsetOf("200 application/json", COME_AGAIN, UNREACHABLE);
        assertThat(seenOf("status/ready"))
                .contains("503 application/json again in 5", "200 application/json")
                .isSubsetOf(
                        "503 application/json again in 5",
                        "503 application/json",
                        COME_AGAIN,
                        "200 application/json",
                        UNREACHABLE);
    }
}

package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.lims.LimsServer;
import org.junit.jupiter.api.Test;

/** The LIMS' database is stopped and started while clients ask for its reports. */
class LimsAwayIT {

    private static final List<String> REPORTS =
            List.of("/lims/project_status", "/lims/run_status", "/lims/status/sample_info", "/lims/library_info");

    private final RunningService running = RunningService.get();
    private final Service service = running.service();
    private final Queue<Told> reports = new ConcurrentLinkedQueue<>();
    private final Queue<Told> others = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    private record Told(Instant at, Duration took, HttpResponse<String> answer) {}

    @Test
    void whileTheLimsIsAwayItsReportsSaySoAndEverythingElseGoesOn() throws IOException, InterruptedException {
        assumeThat(running.lims()).isPresent();
        LimsServer lims = running.lims().orElseThrow();
        ExecutorService clients = Executors.newFixedThreadPool(13);
        for (int client = 0; client < 12; client++) {
            String report = REPORTS.get(client % REPORTS.size());
            clients.execute(() -> ask(report, reports));
        }
        clients.execute(() -> ask("/runs", others));
        int logged = running.log().length();
        awaitAnswer(200);
        lims.stop();
        Instant gone = Instant.now();
        awaitAnswer(503);
        TimeUnit.SECONDS.sleep(6);
        Instant back = Instant.now();
        lims.start();
        awaitAnswer(200);
        over.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(reports).allSatisfy(told -> isServedOrTold(told.answer()));
        assertThat(during(reports, gone, back)).as("told while it was away").hasSizeGreaterThan(20);
        assertThat(during(others, gone, back)).hasSizeGreaterThan(20).allSatisfy(told -> {
            assertThat(told.answer().statusCode()).isEqualTo(200);
            assertThat(told.took()).isLessThan(Duration.ofSeconds(3));
        });
        isLoggedInALine(running.log().substring(logged));
    }

    private void ask(String path, Queue<Told> answers) {
        while (!over.get()) {
            Instant asked = Instant.now();
            HttpResponse<String> answer = service.answer(service.request("GET", path, ""));
            answers.add(new Told(Instant.now(), Duration.between(asked, Instant.now()), answer));
        }
    }

    /** Waits until a report that is asked for from now on is answered so. */
    private void awaitAnswer(int status) throws InterruptedException {
        Instant begin = Instant.now();
        while (reports.stream()
                .noneMatch(told -> told.at().minus(told.took()).isAfter(begin)
                        && told.answer().statusCode() == status)) {
            assertThat(Instant.now()).as("no answer %s", status).isBefore(begin.plusSeconds(60));
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static List<Told> during(Queue<Told> answers, Instant from, Instant to) {
        return answers.stream()
                .filter(told -> told.at().isAfter(from) && told.at().isBefore(to))
                .toList();
    }

    private static void isServedOrTold(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(200, 503);
        if (answer.statusCode() == 503) {
            assertThat(JsonReader.read(answer.body()).toString())
                    .contains("\"_status\": \"ERR\"", "\"code\": 503", "The lims does not answer.");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private static void isLoggedInALine(String log) {
        assertThat(log).containsOnlyOnce("does not answer: ").containsOnlyOnce("answers again.");
        assertThat(log).doesNotContain("Exception", "SEVERE", "ERROR");
    }
}

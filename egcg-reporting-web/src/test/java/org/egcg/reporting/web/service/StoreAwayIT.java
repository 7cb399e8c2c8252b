package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;

/** A store that goes away while requests run, and comes back. */
class StoreAwayIT {

    private final RunningService running = RunningService.get();
    private final Service service = running.service();

    @Test
    void whileTheStoreIsAwayClientsAreToldAndThenServedAgain() throws InterruptedException {
        assumeThat(running.store().isPresent()).isTrue();
        service.empty(List.of("genomes"));
        List<HttpResponse<String>> answers = new CopyOnWriteArrayList<>();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(4);
        for (int client = 0; client < 4; client++) {
            clients.execute(() -> {
                while (!over.get()) {
                    answers.add(read());
                    answers.add(write(acknowledged));
                }
            });
        }
        waitFor(answers, 200);
        running.store().orElseThrow().stop();
        waitFor(answers, 503);
        running.store().orElseThrow().start();
        waitFor(answers, 200);
        over.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(answers).allSatisfy(StoreAwayIT::isServedOrTold);
        assertThat(service.answer(service.request("GET", "/genomes?max_results=100000", ""))
                        .body())
                .contains(acknowledged);
        service.empty(List.of("genomes"));
    }

    private HttpResponse<String> write(Set<String> acknowledged) {
        String name = UUID.randomUUID().toString();
        HttpResponse<String> answer =
                service.answer(service.request("POST", "/genomes", "{\"assembly_name\": \"" + name + "\"}"));
        if (answer.statusCode() == 201) {
            acknowledged.add(name);
        }
        return answer;
    }

    private HttpResponse<String> read() {
        return service.answer(service.request("GET", "/runs", ""));
    }

    /** Waits until an answer that comes from now on has the status. */
    private static void waitFor(List<HttpResponse<String>> answers, int status) throws InterruptedException {
        int known = answers.size() + 4;
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (answers.stream().skip(known).noneMatch(answer -> answer.statusCode() == status)) {
            assertThat(Instant.now()).as("no answer %s", status).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static void isServedOrTold(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isIn(200, 201, 503);
        if (answer.statusCode() == 503) {
            assertThat(JsonReader.read(answer.body())
                            .asDocument()
                            .getDocument("_error")
                            .getNumber("code")
                            .intValue())
                    .isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
    }
}

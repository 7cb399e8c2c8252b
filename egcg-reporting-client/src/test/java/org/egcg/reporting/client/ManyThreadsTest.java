package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One communicator for all threads. */
class ManyThreadsTest extends OnTheWire {

    @ParameterizedTest
    @CsvSource({"10, 100", "64, 40"})
    void threadsShareACommunicator(int threads, int rounds) throws Exception {
        server.always(request -> request.method().equals("POST")
                ? Answer.created(request.body())
                : data("\"%s\"".formatted(request.address().replaceFirst(".*t-(\\d+-\\d+).*", "$1"))));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> own = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String name = "%d".formatted(thread);
                own.add(pool.submit(() -> ownAnswers(name, rounds)));
            }
            for (Future<Integer> answers : own) {
                assertThat(answers.get()).isEqualTo(rounds);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** How many answers belong to the thread that asked. */
    private int ownAnswers(String thread, int rounds) {
        int own = 0;
        for (int round = 0; round < rounds; round++) {
            String mark = thread + "-" + round;
            boolean read = communicator
                    .getDocuments("ep", Query.where("a", "t-" + mark))
                    .get(0)
                    .asText()
                    .equals(mark);
            boolean written = round % 4 != 0
                    || communicator
                            .postEntry("ep", Map.of("m", mark))
                            .json()
                            .path("m")
                            .asText()
                            .equals(mark);
            own += read && written ? 1 : 0;
        }
        return own;
    }
}

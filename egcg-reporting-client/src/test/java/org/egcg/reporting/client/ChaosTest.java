package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.egcg.reporting.client.ChaosProxy.Fate;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;

/** A thousand posts through a bad network are a thousand documents. */
class ChaosTest extends OnTheWire {
    private static final int POSTS = 1_000;

    private final Map<String, String> documents = new ConcurrentHashMap<>();

    @Test
    void aThousandPostsAreAThousandDocuments() throws Exception {
        server.always(request -> {
            documents.putIfAbsent(request.header("Idempotency-Key"), request.body());
            return Answer.created("{}");
        });
        try (ChaosProxy network = new ChaosProxy(server.url(), 1);
                Communicator communicator = Communicator.builder()
                        .url(network.url())
                        .idempotencyKeys(true)
                        .retry(Retry.standard().times(30).firstWait(Duration.ofMillis(2)))
                        .build()) {
            postAll(communicator);

            for (Fate fate : Fate.values()) {
                assertThat(network.times(fate)).as("%s", fate).isPositive();
            }
        }
        assertThat(server.requests()).hasSizeGreaterThan(POSTS);
        assertThat(documents).hasSize(POSTS);
        assertThat(documents.values()).doesNotHaveDuplicates();
    }

    private static void postAll(Communicator communicator) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<Future<RestResponse>> answers = new ArrayList<>();
            for (int number = 0; number < POSTS; number++) {
                Map<String, Integer> document = Map.of("n", number);
                answers.add(pool.submit(() -> communicator.postEntry("ep", document)));
            }
            for (Future<RestResponse> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}

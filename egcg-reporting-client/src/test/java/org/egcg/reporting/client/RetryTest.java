package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, how often, and what never. */
class RetryTest extends OnTheWire {
    private static final Answer DROP = Answer.dropped();

    @Test
    void twoDroppedConnectionsAreThreeRequestsAndTwoWaits() {
        server.next(DROP, DROP, data("1"));
        try (LogLines log = new LogLines()) {
            assertThat(communicator.getDocuments("ep", Query.all())).hasSize(1);
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARNING"))
                    .containsExactly(
                            "WARNING Encountered a IOException exception. 5 retries remaining: connection closed before an answer came",
                            "WARNING Encountered a IOException exception. 4 retries remaining: connection closed before an answer came");
        }
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void sixDroppedConnectionsAreSixRequestsAndAnError() {
        server.always(request -> DROP);

        assertThatThrownBy(() -> communicator.getContent("ep", Query.all()))
                .isInstanceOfSatisfying(RestTransportException.class, failure -> {
                    assertThat(failure.attempts()).isEqualTo(6);
                    assertThat(failure.method()).isEqualTo("GET");
                    assertThat(failure.uri()).hasToString(server.url() + "/ep/?" + P);
                })
                .hasCauseInstanceOf(IOException.class);
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void theNumberOfRetriesIsHonoured() {
        server.always(request -> DROP);
        try (Communicator once = builder().retries(1).build()) {
            assertThatThrownBy(() -> once.getContent("ep", Query.all())).isInstanceOf(RestTransportException.class);
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void anAnswerBrokenOffIsAskedForAgain() {
        server.next(data("1").brokenOff(), data("1"));

        assertThat(communicator.getDocuments("ep", Query.all())).hasSize(1);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aPostWhoseFateIsUnknownIsNotSentTwice() {
        server.next(DROP);

        assertThatThrownBy(() -> communicator.postEntry("ep", Map.of()))
                .isInstanceOfSatisfying(RestTransportException.class, failure -> assertThat(failure.attempts())
                        .isEqualTo(1));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aPostUnderTheCallersKeyIsSentAgainUnderTheSameKey() {
        server.next(DROP, Answer.created("{}"));

        assertThat(communicator.postEntry("ep", Map.of("a", 1), "key-1").status())
                .isEqualTo(201);
        assertThat(server.requests())
                .hasSize(2)
                .extracting(request -> request.header("Idempotency-Key"))
                .containsOnly("key-1");
    }

    @Test
    void aServerThatRepeatsTheKeyIsTrustedWithIt() {
        server.always(request -> Answer.created("{}").with("Idempotency-Key", request.header("Idempotency-Key")));
        communicator.postEntry("ep", Map.of("a", 1));
        server.next(DROP, DROP);
        communicator.postEntry("ep", Map.of("a", 2));

        List<String> keys = server.requests().stream()
                .map(request -> request.header("Idempotency-Key"))
                .toList();
        assertThat(keys).hasSize(4);
        assertThat(keys.get(0)).isNotEqualTo(keys.get(1));
        assertThat(Set.copyOf(keys.subList(1, 4))).hasSize(1);
    }

    @Test
    void anActionIsSentAgainOnlyWhereItsEndpointKeepsKeys() {
        try (Communicator trusting = builder().idempotencyKeys(true).build()) {
            server.next(Answer.created("{}"), DROP);
            trusting.postForm("actions", Map.of("a", 1));
            assertThatThrownBy(() -> trusting.postForm("actions", Map.of("a", 1)))
                    .isInstanceOf(RestTransportException.class);
            assertThat(server.requests()).hasSize(2);

            server.always(request -> Answer.created("{}").with("Idempotency-Key", request.header("Idempotency-Key")));
            trusting.postForm("actions", Map.of("a", 1));
            server.next(DROP);
            trusting.postForm("actions", Map.of("a", 1));
            assertThat(server.requests()).hasSize(5);
        }
    }

    @Test
    void aServerSaidToKeepKeysIsTrustedFromTheStart() {
        server.next(DROP, Answer.of(503, ""), Answer.of(409, ""), Answer.created("{}"));
        try (Communicator trusting = builder().idempotencyKeys(true).build()) {
            assertThat(trusting.postEntry("ep", Map.of()).status()).isEqualTo(201);
        }
        assertThat(server.requests())
                .hasSize(4)
                .extracting(request -> request.header("Idempotency-Key"))
                .containsOnly(server.last().header("Idempotency-Key"));
    }

    @Test
    void aPostThatCannotHaveArrivedIsSentAgain() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<Integer> attempts = new ArrayList<>();
        ExchangeListener counting = exchange -> attempts.add(exchange.attempt());
        try (Communicator early = builder()
                .url("http://localhost:" + port)
                .listener(counting)
                .retries(2)
                .build()) {
            assertThatThrownBy(() -> early.postEntry("ep", Map.of()))
                    .isInstanceOfSatisfying(RestTransportException.class, failure -> assertThat(failure.attempts())
                            .isEqualTo(3));
        }
        assertThat(attempts).containsExactly(1, 2, 3);
    }

    @Test
    void writesUnderAnEtagAreSentAgain() {
        server.next(DROP, Answer.ok("{}"), DROP, Answer.ok("{}"));

        communicator.putEntry("ep", "i", Map.of(), "e");
        communicator.deleteEntry("ep", "i", "e");
        assertThat(server.lines()).containsExactly("PUT …/ep/i", "PUT …/ep/i", "DELETE …/ep/i", "DELETE …/ep/i");
    }

    @Test
    void aPutWithoutAnEtagIsNotSentAgain() {
        server.next(DROP);

        assertThatThrownBy(() -> communicator.putEntry("ep", "i", Map.of())).isInstanceOf(RestTransportException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void aServerInTroubleIsAskedAgain(int status) {
        server.next(Answer.of(status, ""), data("1"));

        assertThat(communicator.getDocuments("ep", Query.all())).hasSize(1);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aPostIsSentAgainWhenTheServerSaysItTookNothing() {
        server.next(Answer.of(429, ""), stored(), Answer.of(503, ""));

        assertThat(communicator.postEntry("ep", Map.of()).status()).isEqualTo(201);
        assertThatThrownBy(() -> communicator.postEntry("ep", Map.of()))
                .hasMessage("Encountered a 503 status code: Service Unavailable");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void troubleThatLastsIsTheServersAnswer() {
        server.always(request -> Answer.of(503, "{\"_status\": \"ERR\"}"));

        assertThatThrownBy(() -> communicator.getContent("ep", Query.all()))
                .isInstanceOfSatisfying(RestStatusException.class, refused -> assertThat(refused.attempts())
                        .isEqualTo(6));
        assertThat(server.requests()).hasSize(6);
    }

    @Test
    void theServersOwnWaitIsHonouredInSecondsAndAsADate() {
        String later = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(2).atOffset(ZoneOffset.UTC));
        server.next(
                Answer.of(503, "").with("Retry-After", "1"),
                data(),
                Answer.of(429, "").with("Retry-After", later),
                data());
        long start = System.nanoTime();
        communicator.getContent("ep", Query.all());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
        communicator.getContent("ep", Query.all());
        assertThat(Instant.now())
                .isAfter(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(later))
                        .minusMillis(50));
    }

    @Test
    void aWaitBeyondTheLimitIsNotWaitedFor() {
        server.next(Answer.of(503, "").with("Retry-After", "100000"));

        assertThatThrownBy(() -> communicator.getContent("ep", Query.all())).isInstanceOf(RestStatusException.class);
    }

    @Test
    void waitsDoubleAndHalfOfThemIsChance() {
        Retry retry = Retry.standard();
        for (int repetition = 1; repetition <= 8; repetition++) {
            long longest = Math.min(30_000, 1_000L << (repetition - 1));
            assertThat(retry.waitBefore(repetition).toMillis()).isBetween(longest / 2, longest);
        }
        assertThat(Retry.everything(Duration.ofSeconds(2)).waitBefore(4)).isEqualTo(Duration.ofSeconds(2));
        assertThatIllegalArgumentException().isThrownBy(() -> retry.times(-1));
    }

    @Test
    void everythingIsSentAgainOnlyOnRequest() {
        server.next(DROP, DROP, stored(), Answer.of(503, ""));
        try (Communicator careless =
                builder().retry(Retry.everything(Duration.ofMillis(1))).build()) {
            assertThat(careless.postEntry("ep", Map.of()).status()).isEqualTo(201);
            assertThatThrownBy(() -> careless.getContent("ep", Query.all())).isInstanceOf(RestStatusException.class);
        }
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void listenersAreToldOfEveryAttemptAndCannotBreakIt() {
        List<String> told = new ArrayList<>();
        ExchangeListener listener = new ExchangeListener() {
            @Override
            public void starting(String method, URI uri, int attempt) {
                told.add("%s %d".formatted(method, attempt));
            }

            @Override
            public void ended(Exchange exchange) {
                told.add(exchange.response().map(answer -> "" + answer.status()).orElse("none"));
                throw new IllegalStateException("a listener's own trouble");
            }
        };
        server.next(DROP, Answer.of(502, ""), data());
        try (Communicator observed = builder().listener(listener).build()) {
            observed.getContent("ep", Query.all());
        }
        assertThat(told).containsExactly("GET 1", "none", "GET 2", "502", "GET 3", "200");
    }

    @Test
    void anInterruptedWaitEndsTheRequest() throws Exception {
        server.always(request -> DROP);
        try (Communicator patient = builder()
                .retry(Retry.standard().firstWait(Duration.ofMinutes(1)))
                .build()) {
            List<Throwable> failures = new ArrayList<>();
            Thread thread = new Thread(() -> {
                try {
                    patient.getContent("ep", Query.all());
                } catch (RestTransportException e) {
                    failures.add(e.getCause());
                }
            });
            thread.start();
            while (server.requests().isEmpty()) {
                Thread.sleep(5);
            }
            thread.interrupt();
            thread.join(10_000);
            assertThat(failures).hasSize(1).first().isInstanceOf(InterruptedException.class);
        }
    }
}

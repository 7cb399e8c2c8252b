package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;

/** The twin that answers later. */
class AsyncCommunicatorTest extends OnTheWire {
    private static final Set<String> NO_VERBS = Set.of("async", "close");

    @Test
    void everyVerbHasATwinOfTheSameNameAndParameters() {
        assertThat(verbs(AsyncCommunicator.class)
                        .map(method ->
                                signature(method, method.getGenericReturnType().getTypeName())))
                .containsExactlyInAnyOrderElementsOf(verbs(Communicator.class)
                        .map(method -> signature(
                                method,
                                "java.util.concurrent.CompletableFuture<%s>"
                                        .formatted(method.getGenericReturnType().getTypeName())))
                        .toList());
        assertThat(verbs(Communicator.class)).hasSizeGreaterThan(20);
    }

    private static Stream<Method> verbs(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !NO_VERBS.contains(method.getName()));
    }

    private static String signature(Method method, String answer) {
        return "%s %s(%s)".formatted(answer, method.getName(), Arrays.toString(method.getGenericParameterTypes()));
    }

    @Test
    void aStreamIsAnsweredWithItsFirstPageAndReadsOnWhenAsked() {
        server.next(
                Answer.ok("{\"data\": [1, 2], \"_links\": {\"next\": {\"href\": \"ep?page=2\"}}}"),
                Answer.ok("{\"data\": [3], \"_links\": {}}"));

        try (Stream<JsonNode> documents =
                communicator.async().streamDocuments("ep", Query.all()).join()) {
            assertThat(server.requests()).hasSize(1);
            assertThat(documents.map(JsonNode::asInt)).containsExactly(1, 2, 3);
        }
        assertThat(server.requests()).hasSize(2);
        assertThat(communicator.async().streamDocuments("ep", Query.all()).join())
                .isEmpty();
    }

    @Test
    void aStreamWhoseFirstPageFailsIsAFailedAnswer() {
        server.next(Answer.of(404, "{}"));

        assertThatThrownBy(() ->
                        communicator.async().streamDocuments("ep", Query.all()).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RestStatusException.NotFound.class);
    }

    @Test
    void theVerbsThatWereBlockingOnlyDoTheSameLater() {
        server.always(request -> request.method().equals("GET")
                ? data("{\"_id\": \"1\", \"_etag\": \"e\", \"a\": 1}")
                : Answer.ok("{}"));
        AsyncCommunicator later = communicator.async();

        assertThat(later.getItem("ep", "1").join().path("data")).hasSize(1);
        assertThat(later.getDocument("ep", Query.all(), 0).join()).isPresent();
        assertThat(later.deleteEntry("ep", "1", "e").join().status()).isEqualTo(200);
        assertThat(later.patchEntries("ep", Map.of("l", List.of(1)), Query.all(), "l")
                        .join()
                        .patched())
                .isEqualTo(1);
        assertThat(server.last().body()).isEqualTo("{\"l\": [1]}");
        assertThat(later.postOrPatch("ep", List.of(Map.of("a", 1)), "a", "l")
                        .join()
                        .patched())
                .isEqualTo(1);
        assertThat(server.last().body()).isEqualTo("{\"l\": []}");
        assertThat(later.reaggregate("ep", Query.all(), Batch.stopping()).join().patched())
                .isEqualTo(1);
    }
}

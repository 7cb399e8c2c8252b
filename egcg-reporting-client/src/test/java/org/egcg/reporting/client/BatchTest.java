package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;

/** Many documents at once: in chunks, in parallel, past failures. */
class BatchTest extends OnTheWire {
    private static final String TWO_BAD = """
            {"_status": "ERR", "data": [{"_status": "OK"}, {"_status": "ERR", "_issues": {"a": "bad"}}, {"_status": "OK"}]}
            """;

    private static List<Map<String, Integer>> numbered(int documents) {
        return IntStream.range(0, documents)
                .mapToObj(number -> Map.of("a", number))
                .toList();
    }

    @Test
    void entriesArePostedInChunks() {
        server.always(request -> stored());

        assertThat(communicator.postEntries("ep", numbered(5), Batch.stopping().chunk(2)))
                .isEqualTo(new BatchResult(5, 0, List.of()));
        assertThat(server.requests())
                .extracting(RecordingServer.Request::body)
                .containsExactly("[{\"a\": 0}, {\"a\": 1}]", "[{\"a\": 2}, {\"a\": 3}]", "{\"a\": 4}");
    }

    @Test
    void whatTheServerFindsGoodIsStoredWithoutTheBad() {
        server.next(Answer.of(422, TWO_BAD), stored());

        BatchResult result =
                communicator.postEntries("ep", numbered(3), Batch.continuing().chunk(10));

        assertThat(result.posted()).isEqualTo(2);
        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.index()).isEqualTo(1);
            assertThat(failure.document()).isEqualTo("{\"a\": 1}");
            assertThat(failure.cause()).isInstanceOf(RestStatusException.Invalid.class);
        });
        assertThat(server.last().body()).isEqualTo("[{\"a\": 0}, {\"a\": 2}]");
    }

    @Test
    void aStoppingBatchThrowsTheFirstRefusal() {
        server.next(Answer.of(422, TWO_BAD));

        assertThatThrownBy(() -> communicator.postEntries(
                        "ep", numbered(6), Batch.stopping().chunk(3)))
                .isInstanceOf(RestStatusException.Invalid.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void patchesGoOnPastFailures() {
        server.next(
                data(
                        "{\"_id\": \"1\", \"_etag\": \"a\"}",
                        "{\"_id\": \"2\", \"_etag\": \"b\"}",
                        "{\"_id\": \"3\", \"_etag\": \"c\"}"),
                Answer.ok("{}"),
                Answer.of(412, "{}"),
                Answer.ok("{}"));

        BatchResult result = communicator.patchEntries("ep", Map.of("x", 1), Query.all(), Batch.continuing());

        assertThat(result.patched()).isEqualTo(2);
        assertThat(result.failures()).extracting(BatchResult.Failure::document).containsExactly("2");
    }

    @Test
    void patchesRunInParallelAndTellTheirProgress() {
        List<Integer> progress = new CopyOnWriteArrayList<>();
        String[] documents = IntStream.range(0, 40)
                .mapToObj(number -> "{\"_id\": \"%d\", \"_etag\": \"e\"}".formatted(number))
                .toArray(String[]::new);
        server.always(request -> request.method().equals("GET")
                ? data(documents)
                : Answer.ok("{}").after(50));
        long start = System.nanoTime();

        BatchResult result = communicator.patchEntries(
                "ep", Map.of("x", 1), Query.all(), Batch.stopping().parallel(20).progress(progress::add));

        assertThat(result.patched()).isEqualTo(40);
        assertThat(progress)
                .hasSize(40)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(40 * 50);
    }

    @Test
    void aChunkIsLookedUpAndPostedAtOnce() {
        server.next(data("{\"_id\": \"9\", \"_etag\": \"e\", \"a\": 1}"), Answer.ok("{}"), stored(), data(), stored());

        BatchResult result = communicator.postOrPatch(
                "ep", numbered(4), "a", Batch.stopping().chunk(3));

        assertThat(result).isEqualTo(new BatchResult(3, 1, List.of()));
        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep/?where=%7B%22a%22%3A+%7B%22%24in%22%3A+%5B0%2C+1%2C+2%5D%7D%7D&" + P,
                        "PATCH …/ep/9",
                        "POST …/ep/",
                        "GET …/ep/?where=%7B%22a%22%3A+3%7D&" + P,
                        "POST …/ep/");
        assertThat(server.requests().get(2).body()).isEqualTo("[{\"a\": 0}, {\"a\": 2}]");
    }

    @Test
    void anIdGivenTwiceMeetsWhatItsFirstDocumentStored() {
        server.next(data(), stored(), data("{\"_id\": \"9\", \"_etag\": \"e\", \"a\": 1}"), Answer.ok("{}"));

        BatchResult result = communicator.postOrPatch(
                "ep",
                List.of(Map.of("a", 1), Map.of("a", 1)),
                "a",
                Batch.stopping().chunk(10));

        assertThat(result).isEqualTo(new BatchResult(1, 1, List.of()));
    }

    @Test
    void aFailedLookUpIsTheFailureOfItsDocuments() {
        server.next(Answer.of(500, ""), data(), stored());

        BatchResult result = communicator.postOrPatch("ep", numbered(2), "a", Batch.continuing());

        assertThat(result.posted()).isEqualTo(1);
        assertThat(result.failures()).extracting(BatchResult.Failure::index).containsExactly(0);
    }

    @Test
    void reaggregationTouchesEveryDocumentOfEveryPage() {
        server.always(request -> {
            if (request.method().equals("PATCH")) {
                return request.path().endsWith("/7") ? Answer.of(404, "{}") : Answer.ok("{}");
            }
            int page = Integer.parseInt(request.address().replaceFirst(".*[?&]page=", ""));
            return Answer.ok("{\"data\": [{\"_id\": \"%d\", \"_etag\": \"e\"}], \"_links\": %s}"
                    .formatted(page, page < 150 ? "{\"next\": {\"href\": \"ep?page=%d\"}}".formatted(page + 1) : "{}"));
        });

        BatchResult result = communicator.reaggregate(
                "ep", Query.all().pageSize(1), Batch.continuing().parallel(4));

        assertThat(result).isEqualTo(new BatchResult(0, 149, List.of()));
        assertThat(server.requests().stream().filter(request -> request.method().equals("PATCH")))
                .hasSize(150)
                .allMatch(request -> request.body().equals("{}"));
        assertThat(server.lines().get(0)).isEqualTo("GET …/ep/?sort=_id&max_results=1&page=1");
    }

    @Test
    void documentsThatAreNoObjectsAreRefused() {
        assertThatThrownBy(() -> communicator.postEntries("ep", List.of(1), Batch.stopping()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Batch.stopping().parallel(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anUnreadablePageStopsABatch() {
        server.next(
                        Answer.ok(
                                "{\"data\": [{\"_id\": \"1\", \"_etag\": \"e\"}], \"_links\": {\"next\": {\"href\": \"ep?page=2\"}}}"))
                .always(request -> request.method().equals("PATCH") ? Answer.ok("{}") : Answer.of(500, ""));

        assertThatThrownBy(() -> communicator.reaggregate(
                        "ep", Query.all(), Batch.continuing().parallel(2)))
                .isInstanceOf(RestStatusException.class);
        assertThat(server.lines()).contains("PATCH …/ep/1");
    }

    @Test
    void listsAreReadWithTheKeysOnly() {
        server.next(data("{\"_id\": \"1\", \"_etag\": \"e\", \"l\": [1], \"big\": {\"x\": 1}}"));

        communicator.patchEntries("ep", Map.of("l", List.of(2)), Query.all(), "l");

        assertThat(server.last().body()).isEqualTo("{\"l\": [1, 2]}");
        assertThat(communicator.getDocuments("ep", Query.all()))
                .extracting(JsonNode::toString)
                .isEmpty();
    }
}

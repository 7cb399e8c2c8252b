package org.egcg.reporting.client;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;

/** What each verb sends, address by address and byte by byte. */
class WireTableTest extends OnTheWire {

    @Test
    void contentIsAskedForWithTheFilterAsJson() {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("a", "b c");
        filter.put("n", null);
        server.next(Answer.ok("{\"data\": [], \"_links\": {\"self\": {}}, \"_meta\": {\"total\": 0}}"));

        JsonNode content = communicator.getContent("ep", Query.where(filter).pageSize(7));

        assertThat(server.lines())
                .containsExactly("GET …/ep/?where=%7B%22a%22%3A+%22b+c%22%2C+%22n%22%3A+null%7D&max_results=7&page=1");
        assertThat(content.fieldNames()).toIterable().containsExactly("data", "_links", "_meta");
    }

    @Test
    void withoutAWordAboutPagingTheFirstHundredAreAskedFor() {
        communicator.getContent("ep", Query.all());

        assertThat(server.lines()).containsExactly("GET …/ep/?" + P);
    }

    @Test
    void unpagedContentIsAskedForWithoutDefaults() {
        communicator.getContent("ep", Query.where("a", 1).unpaged());
        communicator.getContent("ep", Query.where("a", 1).page(3).unpaged());
        communicator.getContent("ep", Query.all().unpaged());

        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep/?where=%7B%22a%22%3A+1%7D", "GET …/ep/?where=%7B%22a%22%3A+1%7D&page=3", "GET …/ep/");
    }

    @Test
    void listsAreRepeatedNullsDroppedAndBooleansSpeltAsInPython() {
        communicator.getContent(
                "ep",
                Query.all().with("sort", List.of("a", "b")).with("x", null).with("y", true));

        assertThat(server.lines()).containsExactly("GET …/ep/?sort=a&sort=b&y=True&" + P);
    }

    @Test
    void documentsAreThoseOfOnePage() {
        server.next(Answer.ok("""
                {"data": [{"a": 1}, {"a": 2}], "_links": {"next": {"href": "ep?max_results=100&page=2"}}}
                """));

        assertThat(communicator.getDocuments("ep", Query.all()))
                .extracting(JsonNode::toString)
                .containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(server.lines()).containsExactly("GET …/ep/?" + P);
    }

    @Test
    void anAnswerWithoutDataIsAnError() {
        server.next(Answer.ok("{\"_links\": {}}"));

        assertThatThrownBy(() -> communicator.getDocuments("ep", Query.all()))
                .isInstanceOf(RestClientException.class)
                .hasMessage("The answer of endpoint ep has no data");
    }

    @Test
    void allPagesAreReadOneAfterTheOther() {
        server.next(
                Answer.ok(
                        "{\"data\": [1], \"_links\": {\"next\": {\"href\": \"ep?max_results=100&where={\\\"a\\\": 1}&page=2\"}}}"),
                Answer.ok("{\"data\": [2], \"_links\": {}}"));

        assertThat(communicator.getDocuments("ep", Query.where("a", 1).allPages()))
                .extracting(JsonNode::asInt)
                .containsExactly(1, 2);
        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep/?where=%7B%22a%22%3A+1%7D&max_results=100&page=1",
                        "GET …/ep/?where=%7B%22a%22%3A+1%7D&max_results=100&page=2");
    }

    @Test
    void aDocumentIsTheFirstOfItsPage() {
        server.next(data("{\"a\": 1}", "{\"a\": 2}"));

        assertThat(communicator.getDocument("ep", Query.where("b", "x"))).get().hasToString("{\"a\":1}");
        assertThat(server.lines()).containsExactly("GET …/ep/?where=%7B%22b%22%3A+%22x%22%7D&" + P);
    }

    @Test
    void aSearchForOneDocumentNeedsToFetchNoMoreThanOne() {
        communicator.getDocument("ep", Query.where("b", "x").pageSize(1));

        assertThat(server.lines()).containsExactly("GET …/ep/?where=%7B%22b%22%3A+%22x%22%7D&max_results=1&page=1");
    }

    @Test
    void noDocumentIsEmptyAndAWarning() {
        try (LogLines log = new LogLines()) {
            assertThat(communicator.getDocument("ep", Query.where("b", "x"))).isEmpty();
            assertThat(log.lines()).contains("WARNING No document found in endpoint ep for {\"b\": \"x\"}");
        }
    }

    @Test
    void aDocumentCanBeTakenByItsPlace() {
        server.always(request -> data("0", "1", "2", "3", "4", "5"));

        assertThat(communicator.getDocument("ep", Query.all(), 5)).get().hasToString("5");
        assertThatThrownBy(() -> communicator.getDocument("ep", Query.all(), 6))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(server.lines()).containsOnly("GET …/ep/?" + P);
    }

    @Test
    void anEntryIsPostedAsJson() {
        server.next(stored());

        RestResponse response = communicator.postEntry("ep", Map.of("a", "é"));

        assertThat(response.status()).isEqualTo(201);
        assertThat(server.lines()).containsExactly("POST …/ep/");
        assertThat(server.only().header("Content-Type")).isEqualTo("application/json");
        assertThat(server.only().body()).isEqualTo("{\"a\": \"\\u00e9\"}");
    }

    @Test
    void anActionIsPostedAsAForm() {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("action_type", "x");
        action.put("run_id", "r 1&2");
        action.put("nothing", null);
        action.put("many", List.of(1, 2));
        action.put("sure", true);
        action.put("nested", Map.of("k", "v"));

        communicator.postForm("actions", action);

        assertThat(server.lines()).containsExactly("POST …/actions/");
        assertThat(server.only().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(server.only().body())
                .isEqualTo("action_type=x&run_id=r+1%262&many=1&many=2&sure=True&nested=%7B%22k%22%3A+%22v%22%7D");
    }

    @Test
    void aListIsPostedAsAJsonArray() {
        communicator.postEntry("ep", List.of(Map.of("a", 1), Map.of("a", 2)));

        assertThat(server.only().body()).isEqualTo("[{\"a\": 1}, {\"a\": 2}]");
    }

    @Test
    void nothingIsPostedAsItIs() {
        communicator.postEntry("ep", List.of());
        communicator.postEntry("ep", Map.of());

        assertThat(server.requests()).extracting(RecordingServer.Request::body).containsExactly("[]", "{}");
    }

    @Test
    void anEntryIsPutWithoutAnEtagUnlessGivenOne() {
        communicator.putEntry("ep", "id1", Map.of("a", 1));
        communicator.putEntry("ep", "id1", Map.of("a", 1), "e1");

        assertThat(server.lines()).containsExactly("PUT …/ep/id1", "PUT …/ep/id1");
        assertThat(server.requests().get(0).header("If-Match")).isNull();
        assertThat(server.requests().get(1).header("If-Match")).isEqualTo("e1");
        assertThat(server.last().body()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void anEntryIsFoundThenPatchedUnderItsEtag() {
        server.next(data("{\"_id\": \"5\", \"_etag\": \"e5\", \"uid\": \"u1\"}"), Answer.ok("{\"_status\": \"OK\"}"));

        Optional<RestResponse> response = communicator.patchEntry("ep", Map.of("x", 1), "uid", "u1");

        assertThat(response).map(RestResponse::status).contains(200);
        assertThat(server.lines()).containsExactly("GET …/ep/?where=%7B%22uid%22%3A+%22u1%22%7D&" + P, "PATCH …/ep/5");
        assertThat(server.last().header("If-Match")).isEqualTo("e5");
        assertThat(server.last().header("Content-Type")).isEqualTo("application/json");
        assertThat(server.last().body()).isEqualTo("{\"x\": 1}");
    }

    @Test
    void noDocumentIsNotPatched() {
        try (LogLines log = new LogLines()) {
            assertThat(communicator.patchEntry("ep", Map.of("x", 1), "uid", "u1"))
                    .isEmpty();
            assertThat(log.lines()).contains("WARNING No document found in endpoint ep for {\"uid\": \"u1\"}");
        }
        assertThat(server.lines()).hasSize(1).allMatch(line -> line.startsWith("GET"));
    }

    @Test
    void aPatchThatComesTooLateFailsWithoutAnotherTry() {
        server.next(data("{\"_id\": \"5\", \"_etag\": \"e5\"}"), Answer.of(412, "{}"));

        assertThatThrownBy(() -> communicator.patchEntry("ep", Map.of("x", 1), "uid", "u1"))
                .isInstanceOf(RestStatusException.EtagMismatch.class)
                .hasMessage("Encountered a 412 status code: Precondition Failed");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void everyDocumentOfEveryPageIsPatchedUnderItsOwnEtag() {
        server.next(
                Answer.ok(
                        "{\"data\": [{\"_id\": \"1\", \"_etag\": \"e1\"}], \"_links\": {\"next\": {\"href\": \"ep?max_results=100&page=2\"}}}"),
                data("{\"_id\": \"2\", \"_etag\": \"e2\"}"));
        try (LogLines log = new LogLines()) {
            BatchResult result = communicator.patchEntries("ep", Map.of("x", 1), Query.where("a", 1));

            assertThat(result).isEqualTo(new BatchResult(0, 2, List.of()));
            assertThat(log.lines()).contains("INFO Updating 2 docs matching {\"a\": 1}");
        }
        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep/?where=%7B%22a%22%3A+1%7D&" + P,
                        "GET …/ep/?where=%7B%22a%22%3A+1%7D&max_results=100&page=2",
                        "PATCH …/ep/1",
                        "PATCH …/ep/2");
        assertThat(server.requests().subList(2, 4))
                .extracting(request -> request.header("If-Match"))
                .containsExactly("e1", "e2");
    }

    @Test
    void aFailureStopsThePatchesAndEarlierOnesStay() {
        server.next(
                data(
                        "{\"_id\": \"1\", \"_etag\": \"a\"}",
                        "{\"_id\": \"2\", \"_etag\": \"b\"}",
                        "{\"_id\": \"3\", \"_etag\": \"c\"}"),
                Answer.ok("{}"),
                Answer.of(500, ""));

        assertThatThrownBy(() -> communicator.patchEntries("ep", Map.of("x", 1), Query.all()))
                .hasMessage("Encountered a 500 status code: Internal Server Error");
        assertThat(server.lines()).containsExactly("GET …/ep/?" + P, "PATCH …/ep/1", "PATCH …/ep/2");
    }

    @Test
    void nothingToPatchIsNothingSent() {
        assertThat(communicator.patchEntries("ep", Map.of("x", 1), Query.all()))
                .isEqualTo(new BatchResult(0, 0, List.of()));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void knownDocumentsArePatchedWithoutTheirIdAndOthersPosted() {
        server.next(data("{\"_id\": \"9\", \"_etag\": \"e\", \"uid\": \"u1\", \"l\": [\"this\"]}"), Answer.ok("{}"));
        Map<String, Object> known = new LinkedHashMap<>(Map.ofEntries(entry("uid", "u1")));
        known.put("l", List.of("that"));
        Map<String, Object> fresh = new LinkedHashMap<>(Map.ofEntries(entry("uid", "u2")));
        fresh.put("l", List.of("that"));

        BatchResult result = communicator.postOrPatch("ep", List.of(known, fresh), "uid", "l");

        assertThat(result).isEqualTo(new BatchResult(1, 1, List.of()));
        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep/?where=%7B%22uid%22%3A+%22u1%22%7D&" + P,
                        "PATCH …/ep/9",
                        "GET …/ep/?where=%7B%22uid%22%3A+%22u2%22%7D&" + P,
                        "POST …/ep/");
        assertThat(server.requests().get(1).body()).isEqualTo("{\"l\": [\"this\", \"that\"]}");
        assertThat(server.requests().get(3).body()).isEqualTo("{\"uid\": \"u2\", \"l\": [\"that\"]}");
        assertThat(known).containsOnlyKeys("uid", "l");
    }

    @Test
    void aDocumentWithoutItsIdIsRefusedBeforeAnythingIsSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> communicator.postOrPatch("ep", List.of(Map.of("uid", 1), Map.of("a", 1)), "uid"))
                .withMessage("document 1 has no uid");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void listsGrowByWhatTheyDoNotHoldYet() {
        assertThat(sent("\"l\": [\"this\", \"that\", \"other\"]", Map.of("l", List.of("another"))))
                .isEqualTo("{\"l\": [\"this\", \"that\", \"other\", \"another\"]}");
        assertThat(sent("\"l\": [\"this\"]", Map.of("l", List.of("that", "this", "that"))))
                .isEqualTo("{\"l\": [\"this\", \"that\", \"that\"]}");
        assertThat(sent("\"l\": [\"this\"]", Map.of())).isEqualTo("{\"l\": [\"this\"]}");
        assertThat(sent("\"m\": 1", Map.of())).isEqualTo("{\"l\": []}");
        assertThat(sent("\"l\": null", Map.of("l", Arrays.asList("a")))).isEqualTo("{\"l\": [\"a\"]}");
    }

    private String sent(String stored, Map<String, ?> payload) {
        server.next(data("{\"_id\": \"1\", \"_etag\": \"e\", %s}".formatted(stored)), Answer.ok("{}"));
        communicator.patchEntry("ep", payload, "uid", "u", "l");
        return server.last().body();
    }
}

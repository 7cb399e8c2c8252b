package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.egcg.reporting.client.RecordingServer.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Python client's tests hold of it, held of this one; docs/client-python-tests.md says which is which. */
class PythonClientTest extends OnTheWire {
    private static final String NESTED = "{\"data\": [\"some\", {\"test\": \"content\"}]}";
    private static final String STORED =
            "{\"_id\": \"1337\", \"_etag\": \"1234567\", \"uid\": \"a_unique_id\", \"list_to_update\": [\"this\", \"that\", \"other\"]}";

    @TempDir
    Path directory;

    private static Map<String, Object> flat() {
        Map<String, Object> flat = new LinkedHashMap<>();
        flat.put("key1", "value1");
        flat.put("key2", "value2");
        return flat;
    }

    private Path file() throws Exception {
        return Files.writeString(directory.resolve("test_to_upload.txt"), "test content");
    }

    private Map<String, Object> flatWithFile() throws Exception {
        Map<String, Object> document = flat();
        document.put("f", file());
        return document;
    }

    private static void assertUpload(Request request, Path file) {
        assertThat(request.header("Content-Type")).startsWith("multipart/form-data");
        assertThat(request.body())
                .contains("name=\"key1\"\r\n\r\nvalue1\r\n", "name=\"key2\"\r\n\r\nvalue2\r\n")
                .contains("name=\"f\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\ntest content\r\n"
                        .formatted(file));
    }

    @Test
    void aPairIsBasicAuthorizationAndATextIsAToken() {
        String token = "{\"some\": \"hashed\"}.tokenauthentication";
        try (Communicator user = builder().basic("a_user", "a_password").build();
                Communicator bearer = builder().token(token).build()) {
            user.getContent("an_endpoint", Query.all().unpaged());
            bearer.getContent("an_endpoint", Query.all().unpaged());
        }

        assertThat(server.requests())
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Basic YV91c2VyOmFfcGFzc3dvcmQ=", "Token " + token);
        assertThat(server.lines()).containsOnly("GET …/an_endpoint/");
    }

    @Test
    void theAddressOfAnEndpointEndsInASlash() {
        communicator.postEntry("an_endpoint", Map.of());

        assertThat(server.only().address()).isEqualTo("/api/0.1/an_endpoint/");
    }

    @Test
    void ofALinkOnlyTheNumberOfTheNextPageCounts() {
        server.next(
                Answer.ok("{\"data\": [1], \"_links\": {\"next\": {\"href\":"
                        + " \"http://a_url?this=that&other={\\\"another\\\":\\\"more\\\"}&page=2\"}}}"),
                Answer.ok(
                        "{\"data\": [2], \"_links\": {\"next\": {\"href\": \"http://a_url?this=that?other=another&page=3\"}}}"),
                Answer.ok("{\"data\": [3], \"_links\": {\"next\": {\"href\": \"http://a_url?this=that\"}}}"));

        assertThatThrownBy(() ->
                        communicator.getDocuments("ep", Query.where("a", 1).allPages()))
                .isInstanceOf(RestClientException.class)
                .hasMessage("http://a_url?this=that did not contain all required fields: ('max_results', 'page')");
        assertThat(server.lines())
                .containsExactly(
                        "GET …/ep/?where=%7B%22a%22%3A+1%7D&" + P,
                        "GET …/ep/?where=%7B%22a%22%3A+1%7D&max_results=100&page=2",
                        "GET …/ep/?where=%7B%22a%22%3A+1%7D&max_results=100&page=3");
    }

    @Test
    void filesAreTakenOutOfADocumentAndRefusedInAList() throws Exception {
        communicator.postEntry("ep", flat());
        assertThat(server.only().body()).isEqualTo("{\"key1\": \"value1\", \"key2\": \"value2\"}");

        communicator.postEntry("ep", flatWithFile());
        assertUpload(server.last(), file());

        Map<String, Object> document = flatWithFile();
        assertThatThrownBy(() -> communicator.postEntry("ep", List.of(document, document)))
                .isInstanceOf(RestClientException.class)
                .hasMessageStartingWith("Cannot upload files and nested json in one query");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void theBodyOfAnAnswerIsAtHandAsTextAndAsJson() {
        server.next(Answer.ok(NESTED));

        RestResponse response = communicator.postEntry("an_endpoint", List.of("some", Map.of("test", "json")));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(NESTED);
        assertThat(response.json().path("data").path(1).path("test").asText()).isEqualTo("content");
        assertThat(server.only().body()).isEqualTo("[\"some\", {\"test\": \"json\"}]");
    }

    @Test
    void twoBrokenConnectionsAreTwoWaitsAndThenTheAnswer() {
        List<Boolean> answered = new ArrayList<>();
        server.next(Answer.dropped(), Answer.dropped(), Answer.ok(NESTED));
        try (Communicator asPython = builder()
                .retry(Retry.everything(Duration.ofMillis(5)))
                .listener(exchange -> answered.add(exchange.response().isPresent()))
                .build()) {
            assertThat(asPython.postEntry("ep", List.of()).body()).isEqualTo(NESTED);
        }

        assertThat(answered).containsExactly(false, false, true);
        assertThat(server.requests()).extracting(Request::body).containsExactly("[]", "[]", "[]");
    }

    @Test
    void sixBrokenConnectionsAreFiveEqualWaitsAndTheLastFailure() throws Exception {
        server.always(request -> Answer.dropped());
        List<Long> ends = new ArrayList<>();
        RestConfig config = config("rest_api: {url: '%s', retry_interval: 0.1}".formatted(server.url()));
        try (Communicator configured = Communicator.builder()
                .config(config)
                .listener(exchange -> ends.add(System.nanoTime() / 1_000_000))
                .build()) {
            assertThatThrownBy(() -> configured.getContent("ep", Query.all()))
                    .isInstanceOf(RestTransportException.class);
        }

        assertThat(server.requests()).hasSize(6);
        assertThat(IntStream.range(1, 6).mapToObj(wait -> ends.get(wait) - ends.get(wait - 1)))
                .allSatisfy(wait -> assertThat(wait).isBetween(95L, 195L));
    }

    @Test
    void requestsOfOneCommunicatorDoNotWaitForEachOther() {
        server.always(request -> data().after(300));
        long start = System.nanoTime();

        CompletableFuture<JsonNode> first = communicator.async().getContent("ep", Query.all());
        CompletableFuture<JsonNode> second = communicator.async().getContent("ep", Query.all());
        first.join();
        second.join();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(590));
    }

    @Test
    void tenThreadsShareACommunicatorThatWasUsedBefore() {
        communicator.postEntry("ep", List.of());
        List<CompletableFuture<RestResponse>> answers = IntStream.range(0, 10)
                .mapToObj(thread -> communicator.async().postEntry("ep", List.of(thread)))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(server.requests()).hasSize(11);
    }

    @Test
    void aCommunicatorServesSeveralCallsUntilItIsClosed() {
        server.always(request -> Answer.ok(NESTED));
        try (Communicator scoped = builder().build()) {
            for (int call = 0; call < 4; call++) {
                assertThat(scoped.postEntry("ep", List.of("some")).body()).isEqualTo(NESTED);
            }
        }

        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void aRefusalStandsInTheLogAndInTheException() {
        server.next(Answer.of(500, "{}"));
        try (LogLines log = new LogLines()) {
            assertThatThrownBy(() -> communicator.getDocument("an_endpoint", Query.all()))
                    .isInstanceOf(RestStatusException.class)
                    .hasMessage("Encountered a 500 status code: Internal Server Error");

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("SEVERE GET /api/0.1/an_endpoint/?" + P)
                    .endsWith("Status code 500. Reason: Internal Server Error");
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void allPagesAreReadInOrderUnderTheSameArguments() {
        server.next(
                page("\"this\", \"that\"", 2),
                page("\"other\", \"another\"", 3),
                Answer.ok("{\"data\": [\"more\", \"things\"], \"_links\": {}}"));

        assertThat(communicator.getDocuments(
                        "an_endpoint", Query.all().pageSize(101).allPages()))
                .extracting(JsonNode::asText)
                .containsExactly("this", "that", "other", "another", "more", "things");
        assertThat(server.lines())
                .containsExactly(
                        "GET …/an_endpoint/?max_results=101&page=1",
                        "GET …/an_endpoint/?max_results=101&page=2",
                        "GET …/an_endpoint/?max_results=101&page=3");

        IntStream.range(1, 1200).forEach(number -> server.next(page("\"data%d\"".formatted(number), number + 1)));
        server.next(Answer.ok("{\"data\": [\"last piece\"], \"_links\": {}}"));
        assertThat(communicator.getDocuments(
                        "an_endpoint", Query.all().pageSize(101).allPages()))
                .hasSize(1200);
    }

    private static Answer page(String documents, int next) {
        return Answer.ok("{\"data\": [%s], \"_links\": {\"next\": {\"href\": \"an_endpoint?max_results=101&page=%d\"}}}"
                .formatted(documents, next));
    }

    @Test
    void contentIsTheWholeAnswer() {
        server.next(Answer.ok(NESTED));

        assertThat(communicator.getContent(
                        "an_endpoint", Query.where("a_field", "thing").pageSize(100)))
                .hasToString("{\"data\":[\"some\",{\"test\":\"content\"}]}");
        assertThat(server.lines())
                .containsExactly("GET …/an_endpoint/?where=%7B%22a_field%22%3A+%22thing%22%7D&max_results=100&page=1");
    }

    @Test
    void documentsAreTheDataOfTheAnswer() {
        server.next(Answer.ok(NESTED));

        assertThat(communicator.getDocuments(
                        "an_endpoint", Query.where("a_field", "thing").pageSize(100)))
                .extracting(JsonNode::toString)
                .containsExactly("\"some\"", "{\"test\":\"content\"}");
    }

    @Test
    void aDocumentIsTheFirstOfTheData() {
        server.next(Answer.ok(NESTED));

        assertThat(communicator.getDocument(
                        "an_endpoint", Query.where("a_field", "thing").pageSize(100)))
                .map(JsonNode::asText)
                .contains("some");
    }

    @Test
    void anEntryIsPostedAsJsonAsAFormOrWithItsFile() throws Exception {
        communicator.postEntry("an_endpoint", Map.of("data", List.of("some", Map.of("test", "content"))));
        assertThat(server.last().header("Content-Type")).isEqualTo("application/json");
        assertThat(server.last().body()).isEqualTo(NESTED);

        communicator.postEntry("an_endpoint", flatWithFile());
        assertUpload(server.last(), file());

        communicator.postForm("an_endpoint", flat());
        assertThat(server.last().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(server.last().body()).isEqualTo("key1=value1&key2=value2");

        communicator.postForm("an_endpoint", flatWithFile());
        assertUpload(server.last(), file());
        assertThat(server.lines()).hasSize(4).containsOnly("POST …/an_endpoint/");
    }

    @Test
    void anEntryIsPutUnderItsIdAsJsonOrWithItsFile() throws Exception {
        communicator.putEntry(
                "an_endpoint", "an_element_id", Map.of("data", List.of("some", Map.of("test", "content"))));
        assertThat(server.last().body()).isEqualTo(NESTED);

        communicator.putEntry("an_endpoint", "an_element_id", flatWithFile());
        assertUpload(server.last(), file());
        assertThat(server.lines()).hasSize(2).containsOnly("PUT …/an_endpoint/an_element_id");
    }

    @Test
    void aListGrowsByWhatAPatchAdds() {
        server.next(data(STORED));

        communicator.patchEntry(
                "an_endpoint", Map.of("list_to_update", List.of("another")), "uid", "a_unique_id", "list_to_update");

        assertThat(server.lines())
                .containsExactly(
                        "GET …/an_endpoint/?where=%7B%22uid%22%3A+%22a_unique_id%22%7D&" + P,
                        "PATCH …/an_endpoint/1337");
        assertThat(server.last().header("If-Match")).isEqualTo("1234567");
        assertThat(server.last().body())
                .isEqualTo("{\"list_to_update\": [\"this\", \"that\", \"other\", \"another\"]}");
    }

    @Test
    void aPatchIsSentUnderTheEtagOfTheDocumentThatWasFound() {
        server.next(data(STORED));

        communicator.patchEntry("an_endpoint", Map.of("this", "that"), "uid", "a_unique_id");

        assertThat(server.lines().get(1)).isEqualTo("PATCH …/an_endpoint/1337");
        assertThat(server.last().header("If-Match")).isEqualTo("1234567");
        assertThat(server.last().body()).isEqualTo("{\"this\": \"that\"}");
    }

    @Test
    void aKnownDocumentIsPatchedWithoutItsIdAndAnUnknownOnePosted() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("uid", "1337");
        document.put("list_to_update", List.of("more"));
        document.put("another_field", "that");
        server.next(data(
                "{\"uid\": \"a_uid\", \"_id\": \"1337\", \"_etag\": \"1234567\", \"list_to_update\": [\"things\"]}"));

        communicator.postOrPatch("an_endpoint", List.of(document), "uid", "list_to_update");
        assertThat(server.last().body())
                .isEqualTo("{\"list_to_update\": [\"things\", \"more\"], \"another_field\": \"that\"}");

        communicator.postOrPatch("an_endpoint", List.of(document), "uid", "list_to_update");
        assertThat(server.last().body())
                .isEqualTo("{\"uid\": \"1337\", \"list_to_update\": [\"more\"], \"another_field\": \"that\"}");
        String lookup = "GET …/an_endpoint/?where=%7B%22uid%22%3A+%221337%22%7D&" + P;
        assertThat(server.lines()).containsExactly(lookup, "PATCH …/an_endpoint/1337", lookup, "POST …/an_endpoint/");
    }

    @Test
    void addressAndUserComeFromTheConfigurationThatIsNamed() throws Exception {
        RestConfig config =
                config("rest_api: {url: 'http://localhost:4999/api/0.1', username: a_user, password: a_password}");

        assertThat(config.url()).contains("http://localhost:4999/api/0.1");
        assertThat(config.credentials().orElseThrow().authorization())
                .isEqualTo(Credentials.basic("a_user", "a_password").authorization());
    }

    private RestConfig config(String yaml) throws Exception {
        return RestConfig.load(List.of(Files.writeString(directory.resolve("etc.yaml"), yaml)));
    }
}

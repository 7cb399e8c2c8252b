package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.egcg.reporting.client.RecordingServer.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From page to page, whatever the links look like. */
class PagingTest extends OnTheWire {

    /** A server of {@code pages} pages with one number each, that writes its links raw as the API does. */
    private void pages(int pages) {
        server.always(request -> {
            int page = Integer.parseInt(argument(request, "page"));
            String size = argument(request, "max_results");
            String where = argument(request, "where");
            String link = "ep?" + (size.equals("25") ? "" : "max_results=" + size + "&") + "where=" + where + "&page="
                    + (page + 1);
            String next = page < pages ? "{\"next\": {\"href\": %s}}".formatted(quoted(link)) : "{}";
            return Answer.ok("{\"data\": [%d], \"_links\": %s}".formatted(page, next));
        });
    }

    private static String argument(Request request, String name) {
        return Stream.of(request.address().replaceFirst(".*\\?", "").split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static String quoted(String text) {
        return ApiJson.text(ApiJson.tree(text));
    }

    private List<Integer> numbers(Query query) {
        return communicator.getDocuments("ep", query.allPages()).stream()
                .map(JsonNode::asInt)
                .toList();
    }

    @Test
    void argumentsThatTheLinkLeavesOutStay() {
        pages(3);

        assertThat(numbers(Query.where("a", 1).embed("x").project("y"))).containsExactly(1, 2, 3);
        assertThat(server.lines())
                .allMatch(line -> line.contains(
                        "&embedded=%7B%22x%22%3A+1%7D&projection=%7B%22y%22%3A+1%7D&max_results=100&page="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "a&b", "a?b", "a&page=9&b", "50%", "a%20b", "é{}[]\"", "a+b"})
    void aFilterMayHoldAnyCharacter(String value) {
        pages(3);

        assertThat(numbers(Query.where("a", value))).containsExactly(1, 2, 3);
        assertThat(server.requests())
                .extracting(request -> argument(request, "where"))
                .containsOnly(ApiJson.text(ApiJson.tree(java.util.Map.of("a", value))));
    }

    @Test
    void theServersOwnPageSizeWorks() {
        pages(4);

        assertThat(numbers(Query.all().pageSize(25))).containsExactly(1, 2, 3, 4);
        assertThat(server.requests())
                .extracting(request -> argument(request, "max_results"))
                .containsOnly("25");
    }

    @Test
    void readingMayStartAtALaterPage() {
        pages(4);

        assertThat(numbers(Query.all().page(3))).containsExactly(3, 4);
    }

    @Test
    void twelveHundredPagesGiveTwelveHundredDocuments() {
        pages(1_200);

        assertThat(numbers(Query.all()))
                .isEqualTo(IntStream.rangeClosed(1, 1_200).boxed().toList());
    }

    @Test
    void anEncodedLinkIsNotEncodedTwice() {
        server.next(
                Answer.ok(
                        "{\"data\": [1], \"_links\": {\"next\": {\"href\": \"ep?where=%7B%22a%22%3A%20%22b%22%7D&max_results=100&page=2\"}}}"),
                data("2"));

        assertThat(numbers(Query.where("a", "b"))).containsExactly(1, 2);
        assertThat(argument(server.last(), "where")).isEqualTo("{\"a\": \"b\"}");
    }

    @Test
    void anAnswerWithoutLinksIsTheLastPage() {
        server.next(Answer.ok("{\"data\": [1, 2]}"));

        assertThat(numbers(Query.match("project_id", "p"))).containsExactly(1, 2);
    }

    @Test
    void aLinkThatLeadsNowhereIsNotFollowedForEver() {
        server.always(request ->
                Answer.ok("{\"data\": [1], \"_links\": {\"next\": {\"href\": \"ep?max_results=100&page=1\"}}}"));

        assertThat(numbers(Query.all())).containsExactly(1);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aLinkWithoutAPageIsAnErrorInsteadOfALoop() {
        server.always(request -> Answer.ok("{\"data\": [1], \"_links\": {\"next\": {\"href\": \"ep\"}}}"));

        assertThatThrownBy(() -> numbers(Query.all()))
                .isInstanceOf(RestClientException.class)
                .hasMessage("ep did not contain all required fields: ('max_results', 'page')");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aStreamAsksForAPageWhenItComesToIt() {
        pages(100);
        try (Stream<JsonNode> documents = communicator.streamDocuments("ep", Query.all())) {
            assertThat(server.requests()).isEmpty();
            assertThat(documents
                            .map(JsonNode::asInt)
                            .filter(number -> number == 3)
                            .findFirst())
                    .contains(3);
        }
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aClosedStreamAsksForNoMore() {
        pages(100);
        Stream<JsonNode> documents = communicator.streamDocuments("ep", Query.all());
        var iterator = documents.iterator();
        assertThat(iterator.next().asInt()).isEqualTo(1);
        documents.close();
        while (iterator.hasNext()) {
            iterator.next();
        }
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void repeatedDocumentsStayAndTheOrderIsThePagesOwn() {
        server.next(
                Answer.ok("{\"data\": [2, 1], \"_links\": {\"next\": {\"href\": \"ep?max_results=100&page=2\"}}}"),
                data("1", "3"));

        assertThat(numbers(Query.all())).containsExactly(2, 1, 1, 3);
    }

    @Test
    void aStableQueryIsInTheOrderOfIds() {
        communicator.getContent("ep", Query.all().stable().unpaged());

        assertThat(server.lines()).containsExactly("GET …/ep/?sort=_id");
    }
}

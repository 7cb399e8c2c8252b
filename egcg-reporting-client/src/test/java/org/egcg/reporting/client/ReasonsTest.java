package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;

/** Why the server refused, for each document. */
class ReasonsTest extends OnTheWire {
    private static final String SECOND_AND_FOURTH = """
            {"_status": "ERR", "data": [
                {"_status": "OK"},
                {"_status": "ERR", "_issues": {"lane": "must be of integer type", "barcode": "required field"}},
                {"_status": "OK"},
                {"_status": "ERR", "_issues": {"run": {"id": ["unknown field"]}}}],
             "_error": {"code": 422, "message": "Insertion failure: 2 document(s) contain(s) error(s)"}}
            """;

    @Test
    void theReasonsOfOneDocumentStandByFieldAndInTheMessage() {
        server.next(Answer.of(422, "{\"_issues\": {\"lane\": \"must be of integer type\", \"x\": \"unknown field\"}}"));

        assertThatThrownBy(() -> communicator.postEntry("run_elements", Map.of("lane", "x")))
                .isInstanceOfSatisfying(RestStatusException.Invalid.class, refused -> assertThat(
                                refused.issues().path("x").asText())
                        .isEqualTo("unknown field"))
                .hasMessage("Encountered a 422 status code: Unprocessable Entity"
                        + " (lane: must be of integer type; x: unknown field)");
    }

    @Test
    void theReasonsOfAListStandByPlaceAndInTheMessage() {
        server.next(Answer.of(422, SECOND_AND_FOURTH));

        assertThatThrownBy(() -> communicator.postEntry("ep", List.of(Map.of(), Map.of(), Map.of(), Map.of())))
                .isInstanceOfSatisfying(RestStatusException.Invalid.class, refused -> {
                    assertThat(refused.issues().fieldNames()).toIterable().containsExactly("1", "3");
                    assertThat(refused.issues().path("1").path("barcode").asText())
                            .isEqualTo("required field");
                })
                .hasMessage("Encountered a 422 status code: Unprocessable Entity"
                        + " (document 1 (lane: must be of integer type; barcode: required field);"
                        + " document 3 (run: {\"id\": [\"unknown field\"]}))");
    }

    @Test
    void eachFailureOfABatchHasItsOwnReasonsUnderItsOwnPlace() {
        server.next(
                stored(),
                Answer.of(422, SECOND_AND_FOURTH),
                stored(),
                Answer.of(422, "{\"_issues\": {\"a\": \"bad\"}}"));
        List<Map<String, Integer>> nine =
                List.of(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of("a", 1));

        BatchResult result =
                communicator.postEntries("ep", nine, Batch.continuing().chunk(4));

        assertThat(result.posted()).isEqualTo(6);
        assertThat(result.failures()).extracting(BatchResult.Failure::index).containsExactly(5, 7, 8);
        assertThat(result.failures())
                .extracting(failure -> failure.cause().getMessage().replaceFirst(".*Entity ", ""))
                .containsExactly(
                        "(document 5: lane: must be of integer type; barcode: required field)",
                        "(document 7: run: {\"id\": [\"unknown field\"]})",
                        "(document 8: a: bad)");
        assertThat(((RestStatusException) result.failures().get(0).cause())
                        .issues()
                        .toString())
                .isEqualTo("{\"lane\":\"must be of integer type\",\"barcode\":\"required field\"}");
    }

    @Test
    void aStoppingBatchThrowsTheReasonsOfTheFirstBadDocument() {
        server.next(stored(), Answer.of(422, SECOND_AND_FOURTH));
        List<Map<String, Integer>> eight =
                List.of(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

        assertThatThrownBy(() ->
                        communicator.postEntries("ep", eight, Batch.stopping().chunk(4)))
                .isInstanceOf(RestStatusException.Invalid.class)
                .hasMessageEndingWith("(document 5: lane: must be of integer type; barcode: required field)");
    }

    @Test
    void aRefusalOfAListWithoutReasonsIsThatOfAllItsDocuments() {
        server.always(request -> Answer.of(422, "<html>of a proxy</html>"));

        BatchResult result = communicator.postEntries(
                "ep", List.of(Map.of(), Map.of()), Batch.continuing().chunk(2));

        assertThat(result.failures())
                .extracting(failure -> failure.cause().getMessage())
                .containsOnly("Encountered a 422 status code: Unprocessable Entity");
    }

    @Test
    void secretsAndEndlessReasonsStayOutOfTheMessage() {
        server.next(Answer.of(
                422,
                "{\"_issues\": {\"o\": {\"password\": \"hunter2\"}, \"long\": \"%s\"}}".formatted("x".repeat(10_000))));

        assertThatThrownBy(() -> communicator.postEntry("ep", Map.of()))
                .hasMessageContaining("***")
                .hasMessageNotContaining("hunter2")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(2_200));
    }

    @Test
    void anAnswerOfSuccessHasNoIssues() {
        server.next(stored());

        assertThat(communicator.postEntry("ep", Map.of()).issues()).isEmpty();
    }
}

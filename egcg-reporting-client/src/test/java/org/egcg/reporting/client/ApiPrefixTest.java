package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that leads to pages in the place of the API is said to do so, whatever is asked of it. */
class ApiPrefixTest extends OnTheWire {
    private static final String HINT =
            "with a page, not with the API; is the API's prefix in the address right, such as /api/0.1?";

    private static Answer page(int status) {
        return Answer.of(status, "<!DOCTYPE html><html><body>Runs</body></html>")
                .with("Content-Type", "text/html;charset=UTF-8");
    }

    @Test
    void aPageOfSuccessIsNoAnswer() {
        server.always(request -> page(200));

        assertThatThrownBy(() -> communicator.getDocuments("runs", Query.all()))
                .isInstanceOf(RestDecodingException.class)
                .hasMessage("GET %s/runs/?%s answered 200 %s", server.url(), P, HINT);
        assertThatThrownBy(() -> communicator.postEntry("runs", Map.of()))
                .isInstanceOf(RestDecodingException.class)
                .hasMessageEndingWith(HINT);
        assertThatThrownBy(() -> communicator.patchEntry("runs", Map.of(), "run_id", "r1"))
                .hasMessageEndingWith(HINT);
    }

    @Test
    void aPageWithoutATypeIsKnownByItsText() {
        server.next(Answer.of(200, "\n<html><body/></html>"));

        assertThatThrownBy(() -> communicator.getContent("runs", Query.all())).hasMessageEndingWith(HINT);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 405})
    void aPageThatRefusesIsARefusalWithTheSameHint(int status) {
        server.next(page(status));

        assertThatThrownBy(() -> communicator.postEntry("runs", Map.of()))
                .isInstanceOf(RestStatusException.class)
                .hasMessageStartingWith("Encountered a %d status code: ", status)
                .hasMessageEndingWith(" (answered " + HINT + ")");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 500, 502, 503})
    void aPageOfAServerInTroubleHasNothingToDoWithThePrefix(int status) {
        server.always(request -> page(status));
        try (Communicator impatient = builder().retries(0).build()) {
            assertThatThrownBy(() -> impatient.getContent("runs", Query.all()))
                    .isInstanceOf(RestStatusException.class)
                    .hasMessageNotContaining("page");
        }
    }

    @Test
    void aWriteThatIsSentElsewhereSaysWhere() {
        server.next(Answer.of(302, "").with("Location", "/login"));

        assertThatThrownBy(() -> communicator.postEntry("runs", Map.of()))
                .hasMessage("Encountered a 302 status code: Found (answered with a redirection to /login;"
                        + " is the API's prefix in the address right, such as /api/0.1?)");
    }

    @Test
    void anAddressWithoutASchemeIsRefusedAtOnce() {
        try (Communicator lost = Communicator.of("localhost:8080/api/0.1")) {
            assertThatThrownBy(() -> lost.getContent("runs", Query.all()))
                    .isInstanceOf(RestConfigException.class)
                    .hasMessage("'localhost:8080/api/0.1' is no address of the reporting API,"
                            + " which begins with http:// or https://");
        }
    }

    @Test
    void anEndpointThatIsNotThereAsksForThePrefixAndAMissingDocumentDoesNot() {
        server.always(request -> Answer.of(404, "{\"_status\": \"ERR\", \"_error\": {\"code\": 404}}"));
        String hint = "Encountered a 404 status code: Not Found (answered that there is no such endpoint;"
                + " is the API's prefix in the address right, such as /api/0.1?)";

        assertThatThrownBy(() -> communicator.getDocuments("runs", Query.all())).hasMessage(hint);
        assertThatThrownBy(() -> communicator.postEntry("runs", Map.of())).hasMessage(hint);
        assertThatThrownBy(() -> communicator.getItem("runs", "r1"))
                .hasMessage("Encountered a 404 status code: Not Found");
    }
}

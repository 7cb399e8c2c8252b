package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.egcg.reporting.client.RecordingServer.Request;
import org.junit.jupiter.api.Test;

/** Who asks, and who never learns the secret. */
class CredentialsTest extends OnTheWire {

    private String sent(Credentials credentials) {
        try (Communicator known = builder().credentials(credentials).build()) {
            known.getContent("ep", Query.all());
        }
        return server.last().header("Authorization");
    }

    @Test
    void aPairIsBasicAndTextIsAToken() {
        assertThat(sent(Credentials.basic("apiuser", "apiuser"))).isEqualTo("Basic YXBpdXNlcjphcGl1c2Vy");
        assertThat(sent(Credentials.basic("u", "pä:"))).isEqualTo("Basic dTpww6Q6");
        assertThat(sent(Credentials.token("tok=="))).isEqualTo("Token tok==");
        assertThat(sent(Credentials.none())).isNull();
    }

    @Test
    void withoutCredentialsNoneAreSent() {
        communicator.getContent("ep", Query.all());

        assertThat(server.only().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void aRefusedTokenIsFetchedAnewOnce() {
        AtomicInteger fetched = new AtomicInteger();
        server.always(request -> "Token t2".equals(request.header("Authorization")) ? data("1") : Answer.of(401, "{}"));
        try (Communicator known = builder()
                .credentials(Credentials.tokens(() -> "t" + fetched.incrementAndGet()))
                .build()) {
            assertThat(known.getDocuments("ep", Query.all())).hasSize(1);
            assertThat(known.getDocuments("ep", Query.all())).hasSize(1);
        }
        assertThat(server.requests())
                .extracting((Request request) -> request.header("Authorization"))
                .containsExactly("Token t1", "Token t2", "Token t2");
    }

    @Test
    void refusedForGoodIsRefused() {
        List<String> fetched = new ArrayList<>();
        server.always(request -> Answer.of(401, "{}"));
        try (Communicator unknown = builder()
                .credentials(Credentials.tokens(() -> {
                    fetched.add("x");
                    return "t" + fetched.size();
                }))
                .build()) {
            assertThatThrownBy(() -> unknown.getContent("ep", Query.all()))
                    .isInstanceOf(RestStatusException.Unauthorized.class);
        }
        assertThat(server.requests()).hasSize(2);
        assertThatThrownBy(() -> communicator.getContent("ep", Query.all()))
                .isInstanceOf(RestStatusException.Unauthorized.class);
    }

    @Test
    void noSecretIsTold() {
        assertThat(Credentials.basic("u", "geheim").toString()).isEqualTo("user u");
        assertThat(Credentials.token("geheim").toString()).doesNotContain("geheim");
        assertThat(Credentials.tokens(() -> "geheim").toString()).doesNotContain("geheim");
    }

    @Test
    void noSecretReachesTheLogOrAMessage() {
        server.always(request -> Answer.of(400, "{\"echo\": {\"password\": \"geheim\"}, \"token\":\"geheim\"}"));
        try (LogLines log = new LogLines();
                Communicator known = builder().basic("u", "geheim").build()) {
            assertThatThrownBy(() -> known.postForm("actions", java.util.Map.of("password", "geheim", "username", "u")))
                    .hasMessage("Encountered a 400 status code: Bad Request");
            assertThatThrownBy(() -> known.postEntry("actions", java.util.Map.of("lims_password", "ge\"heim", "n", 1)))
                    .isInstanceOf(RestStatusException.class);
            assertThatThrownBy(() -> known.getContent(
                            "ep", Query.where("password", "geheim").with("token", "geheim")))
                    .isInstanceOf(RestStatusException.class);

            assertThat(log.lines())
                    .hasSize(3)
                    .noneMatch(line -> line.contains("geheim") || line.contains("heim"))
                    .anyMatch(line -> line.startsWith("ERROR") || line.startsWith("SEVERE"))
                    .anyMatch(line -> line.contains("\"lims_password\": \"***\", \"n\": 1")
                            || line.contains("\"n\": 1, \"lims_password\": \"***\""));
        }
    }

    @Test
    void aRequestIsOneLineOfTheLog() {
        server.next(Answer.ok("{\"data\": []}"), Answer.of(404, "{}"));
        try (LogLines log = new LogLines()) {
            communicator.getContent("ep", Query.all());
            assertThatThrownBy(() -> communicator.postEntry("ep", java.util.Map.of("a", 1)))
                    .isInstanceOf(RestStatusException.NotFound.class);

            assertThat(log.lines())
                    .containsExactly(
                            "FINE GET /api/0.1/ep/?max_results=100&page=1 () -> {\"data\": []}. Status code 200. Reason: OK",
                            "SEVERE POST /api/0.1/ep/ ({\"a\": 1}) -> {}. Status code 404. Reason: Not Found");
        }
    }

    @Test
    void quietIsQuietAboutSuccessOnly() {
        server.next(Answer.ok("{}"), Answer.of(404, "{}"));
        try (LogLines log = new LogLines();
                Communicator quiet = builder().quiet(true).build()) {
            quiet.getContent("ep", Query.all());
            assertThatThrownBy(() -> quiet.getContent("ep", Query.all()))
                    .isInstanceOf(RestStatusException.NotFound.class);

            assertThat(log.lines()).hasSize(1).allMatch(line -> line.contains("404"));
        }
    }
}

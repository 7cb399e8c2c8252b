package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A redirect changes the address, never the method, and takes no password to another host. */
class RedirectTest extends OnTheWire {

    private static Answer to(int status, String location) {
        return Answer.of(status, "").with("Location", location);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void readsFollow(int status) {
        server.next(to(status, "/elsewhere?x=1"), data("1"));

        assertThat(communicator.getDocuments("ep", Query.all())).hasSize(1);
        assertThat(server.lines().get(1)).isEqualTo("GET /elsewhere?x=1");
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void writesFollowWhenTheMethodStays(int status) {
        server.next(to(status, "/elsewhere"), stored());

        communicator.postEntry("ep", Map.of("a", 1));
        assertThat(server.lines().get(1)).isEqualTo("POST /elsewhere");
        assertThat(server.last().body()).isEqualTo("{\"a\": 1}");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void aPostNeverTurnsIntoAGet(int status) {
        server.next(to(status, "/elsewhere"));

        assertThatThrownBy(() -> communicator.postEntry("ep", Map.of())).isInstanceOf(RestStatusException.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void credentialsStayWithTheirHost() {
        try (RecordingServer other = new RecordingServer();
                Communicator known = builder().token("t").build()) {
            server.next(to(307, "/here"), to(307, other.url() + "/there"));
            known.getContent("ep", Query.all());

            assertThat(server.requests())
                    .extracting(request -> request.header("Authorization"))
                    .containsOnly("Token t");
            assertThat(other.only().header("Authorization")).isNull();
        }
    }

    @Test
    void circlesEnd() {
        server.always(request -> to(302, "/again"));
        try (Communicator once = builder().retries(0).build()) {
            assertThatThrownBy(() -> once.getContent("ep", Query.all())).isInstanceOf(RestTransportException.class);
        }
        assertThat(server.requests()).hasSize(21);
    }
}

package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;

/** A 412 has two meanings: somebody else was faster, or we were, and the answer was lost. */
class LostAnswersTest extends OnTheWire {
    private static final Answer FOUND = data("{\"_id\": \"1\", \"_etag\": \"e1\", \"n\": 1, \"l\": [\"a\"]}");

    @Test
    void aPatchThatHadArrivedAfterAllIsSuccess() {
        server.next(
                FOUND,
                Answer.dropped(),
                Answer.of(412, "{}"),
                Answer.ok(
                        "{\"_id\": \"1\", \"_etag\": \"e2\", \"n\": 2, \"o\": {\"a\": 3.0, \"b\": 1}, \"l\": [\"a\"]}"));

        assertThat(communicator.patchEntry("ep", Map.of("n", "2", "o.a", 3, "l", new String[] {"a"}), "uid", "u"))
                .map(response -> response.json().path("_etag").asText())
                .contains("e2");
        assertThat(server.lines()).endsWith("PATCH …/ep/1", "PATCH …/ep/1", "GET …/ep/1");
    }

    @Test
    void aPatchThatNeverArrivedStaysRefused() {
        server.next(
                FOUND,
                Answer.dropped(),
                Answer.of(412, "{}"),
                Answer.ok("{\"_id\": \"1\", \"_etag\": \"e2\", \"n\": 7}"));

        assertThatThrownBy(() -> communicator.patchEntry("ep", Map.of("n", 2), "uid", "u"))
                .isInstanceOf(RestStatusException.EtagMismatch.class);
    }

    @Test
    void aRefusedPatchIsReadAgainAndSentAnewIfAskedFor() {
        server.next(
                FOUND,
                Answer.of(412, "{}"),
                Answer.ok("{\"_id\": \"1\", \"_etag\": \"e2\", \"l\": [\"a\", \"b\"]}"),
                Answer.ok("{}"));
        try (Communicator persistent = builder().rereadOnMismatch(1).build()) {
            assertThat(persistent.patchEntry("ep", Map.of("l", new String[] {"c"}), "uid", "u", "l"))
                    .isPresent();
        }
        assertThat(server.last().header("If-Match")).isEqualTo("e2");
        assertThat(server.last().body()).isEqualTo("{\"l\": [\"a\", \"b\", \"c\"]}");
    }

    @Test
    void patienceWithOthersHasAnEnd() {
        server.always(request -> request.method().equals("PATCH")
                ? Answer.of(412, "{}")
                : Answer.ok("{\"data\": [{\"_id\": \"1\", \"_etag\": \"e\"}], \"_id\": \"1\", \"_etag\": \"e\"}"));
        try (Communicator persistent = builder().rereadOnMismatch(2).build()) {
            assertThatThrownBy(() -> persistent.patchEntry("ep", Map.of("n", 1), "uid", "u"))
                    .isInstanceOf(RestStatusException.EtagMismatch.class);
        }
        assertThat(server.lines()).filteredOn(line -> line.startsWith("PATCH")).hasSize(3);
    }

    @Test
    void anUpdateIsWorkedOutAnewFromWhatIsStored() {
        server.next(
                FOUND,
                Answer.of(412, "{}"),
                Answer.ok("{\"_id\": \"1\", \"_etag\": \"e2\", \"n\": 41}"),
                Answer.ok("{}"));

        communicator.update(
                "ep",
                Query.where("uid", "u"),
                stored -> Map.of("n", stored.path("n").asInt() + 1));

        assertThat(server.last().body()).isEqualTo("{\"n\": 42}");
        assertThat(server.last().header("If-Match")).isEqualTo("e2");
    }

    @Test
    void whatTheServerMadeOfAPayloadIsRecognised() {
        assertThat(holds("{\"a\": {\"b\": [1, 2.0], \"c\": null}, \"d\": 3}", "{\"a\": {\"b\": [1, 2]}, \"d\": \"3\"}"))
                .isTrue();
        assertThat(holds("{\"a\": 1, \"t\": 1}", "{\"a\": 1.7, \"t\": true}")).isTrue();
        assertThat(holds("{\"a\": [1]}", "{\"a\": [1, 2]}")).isFalse();
        assertThat(holds("{\"a\": \"x\"}", "{\"a\": \"y\"}")).isFalse();
        assertThat(holds("{\"a\": 1}", "{\"a\": \"x\"}")).isFalse();
        assertThat(holds("{}", "{\"a\": {\"b\": 1}}")).isFalse();
        assertThat(holds("{}", "{}")).isTrue();
    }

    private static boolean holds(String stored, String payload) {
        try {
            return Containment.holds(ApiJson.MAPPER.readTree(stored), ApiJson.MAPPER.readTree(payload));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;

/** A refusal that the client itself has dealt with is no error in the log; one that the caller meets is. */
class SettledRefusalsTest extends OnTheWire {
    private static final Answer FOUND = data("{\"_id\": \"1\", \"_etag\": \"e1\", \"n\": 1}");
    private static final Answer NOW = Answer.ok("{\"_id\": \"1\", \"_etag\": \"e2\", \"n\": 2}");
    private static final Answer MISMATCH = Answer.of(412, "{}");

    @Test
    void aConflictSolvedByReadingAgainIsADetail() {
        server.next(FOUND, MISMATCH, NOW, stored());
        try (LogLines log = new LogLines()) {
            communicator.update("ep", Query.all(), stored -> Map.of("n", 3));

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("412"))
                    .singleElement()
                    .asString()
                    .startsWith("FINE PATCH");
            assertThat(log.lines()).noneMatch(line -> line.startsWith("WARNING") || line.startsWith("SEVERE"));
        }
    }

    @Test
    void aConflictWithTheOwnEarlierAttemptIsADetail() {
        server.next(FOUND, Answer.dropped(), MISMATCH, NOW);
        try (LogLines log = new LogLines()) {
            communicator.patchEntry("ep", Map.of("n", 2), "uid", "u");

            assertThat(log.lines())
                    .filteredOn(line -> line.contains("412"))
                    .singleElement()
                    .asString()
                    .startsWith("FINE PATCH");
            assertThat(log.lines()).noneMatch(line -> line.startsWith("SEVERE"));
        }
    }

    @Test
    void aConflictThatTheCallerMeetsIsAnErrorOnce() {
        server.next(FOUND, MISMATCH, NOW, MISMATCH);
        try (LogLines log = new LogLines();
                Communicator persistent = builder().rereadOnMismatch(1).build()) {
            assertThatThrownBy(() -> persistent.patchEntry("ep", Map.of("n", 3), "uid", "u"))
                    .isInstanceOf(RestStatusException.EtagMismatch.class);

            assertThat(log.lines().stream()
                            .filter(line -> line.contains("412"))
                            .map(line -> line.replaceFirst(" .*", "")))
                    .containsExactly("FINE", "SEVERE");
        }
    }

    @Test
    void aDocumentThatVanishedBeforeItsReaggregationIsADetail() {
        server.next(data("{\"_id\": \"1\", \"_etag\": \"e\"}", "{\"_id\": \"2\", \"_etag\": \"e\"}"))
                .next(Answer.of(404, "{}"), MISMATCH, Answer.of(404, "{}"));
        try (LogLines log = new LogLines()) {
            assertThat(communicator.reaggregate("ep", Query.all(), Batch.stopping()))
                    .isEqualTo(new BatchResult(0, 0, List.of()));

            assertThat(log.lines()).filteredOn(line -> line.contains("404")).hasSize(2);
            assertThat(log.lines()).allMatch(line -> line.startsWith("FINE"));
        }
    }

    @Test
    void theLoggerHasTheNameOfTheClassThatPipelinesUse() {
        assertThat(ClientLog.LOG.getName()).isEqualTo(Communicator.class.getName());
    }
}

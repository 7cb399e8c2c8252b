package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.Assertions;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;

/** Documents as the caller's own records, and answers later. */
class TypedDocumentsTest extends OnTheWire {
    record Coverage(double mean) {}

    record Sample(
            String sampleId,
            String project_id,
            Integer requiredYield,
            Coverage coverage,
            LocalDateTime reviewDate,
            Instant deliveryDate) {}

    private static final String STORED = """
            {"_id": "5", "_etag": "e", "_created": "01_02_2019_10:11:12", "_updated": "02_02_2019_10:11:12",
             "sample_id": "s1", "project_id": "p1", "required_yield": 12, "coverage": {"mean": 3.5, "more": 1},
             "review_date": "03_02_2019_10:11:12", "delivery_date": "04_02_2019_10:11:12", "unheard_of": true}
            """;
    private static final Sample SAMPLE = new Sample(
            "s1",
            "p1",
            12,
            new Coverage(3.5),
            LocalDateTime.of(2019, 2, 3, 10, 11, 12),
            Instant.parse("2019-02-04T10:11:12Z"));

    @Test
    void aDocumentFillsARecordAndKeepsWhatTheServerKnows() {
        server.always(request -> data(STORED));
        Document<Sample> expected = new Document<>(
                "5",
                "e",
                Optional.of(LocalDateTime.of(2019, 2, 1, 10, 11, 12)),
                Optional.of(LocalDateTime.of(2019, 2, 2, 10, 11, 12)),
                SAMPLE);

        assertThat(communicator.getDocuments("samples", Query.all(), Sample.class))
                .containsExactly(expected);
        assertThat(communicator.getDocument("samples", Query.all(), Sample.class))
                .contains(expected);
        assertThat(communicator.streamDocuments("samples", Query.all(), Sample.class))
                .containsExactly(expected);
    }

    @Test
    void aRecordIsPostedAsTheApiSpellsIt() {
        communicator.postEntry("samples", SAMPLE);

        assertThat(server.only().body())
                .isEqualTo("{\"sample_id\": \"s1\", \"project_id\": \"p1\", \"required_yield\": 12,"
                        + " \"coverage\": {\"mean\": 3.5}, \"review_date\": \"03_02_2019_10:11:12\","
                        + " \"delivery_date\": \"04_02_2019_10:11:12\"}");
    }

    @Test
    void aDocumentThatDoesNotFitIsAnArgumentError() {
        server.always(request -> data("{\"required_yield\": \"many\"}"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> communicator.getDocuments("samples", Query.all(), Sample.class));
    }

    @Test
    void anotherMapperMayBeUsed() {
        record Plain(int sampleNumber) {}
        try (Communicator own = builder().mapper(new ObjectMapper()).build()) {
            own.postEntry("ep", new Plain(1));
        }
        assertThat(server.only().body()).isEqualTo("{\"sampleNumber\": 1}");
    }

    @Test
    void answersComeLaterIfAskedFor() throws Exception {
        server.next(data(STORED).after(100), Answer.of(404, "{}"));
        var future = communicator.async().getDocuments("samples", Query.all(), Sample.class);

        assertThat(future.isDone()).isFalse();
        assertThat(future.get()).extracting(Document::content).isEqualTo(List.of(SAMPLE));
        Assertions.assertThatThrownBy(
                        () -> communicator.async().getContent("ep", Query.all()).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RestStatusException.NotFound.class);
    }

    @Test
    void everyVerbHasItsLaterTwin() {
        server.always(request -> request.method().equals("GET")
                ? data("{\"_id\": \"1\", \"_etag\": \"e\", \"a\": 1}")
                : Answer.ok("{}"));
        AsyncCommunicator later = communicator.async();
        var document = java.util.Map.of("a", 1);

        assertThat(later.getDocuments("ep", Query.all()).join()).hasSize(1);
        assertThat(later.getDocument("ep", Query.all()).join()).isPresent();
        assertThat(later.getDocument("ep", Query.all(), Sample.class).join()).isPresent();
        assertThat(later.postEntry("ep", document).join().status()).isEqualTo(200);
        assertThat(later.postEntry("ep", document, "k").join().status()).isEqualTo(200);
        assertThat(later.postForm("ep", document).join().status()).isEqualTo(200);
        assertThat(later.putEntry("ep", "1", document).join().status()).isEqualTo(200);
        assertThat(later.putEntry("ep", "1", document, "e").join().status()).isEqualTo(200);
        assertThat(later.postEntries("ep", List.of(document), Batch.stopping())
                        .join()
                        .posted())
                .isEqualTo(1);
        assertThat(later.patchEntry("ep", document, "a", 1).join()).isPresent();
        assertThat(later.patchEntries("ep", document, Query.all(), Batch.stopping())
                        .join()
                        .patched())
                .isEqualTo(1);
        assertThat(later.postOrPatch("ep", List.of(document), "a", Batch.stopping())
                        .join()
                        .patched())
                .isEqualTo(1);
        assertThat(later.update("ep", Query.all(), stored -> document).join()).isPresent();
        server.always(request -> Answer.of(500, ""));
        Assertions.assertThatThrownBy(() -> later.postEntry("ep", document).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RestStatusException.class);
    }
}

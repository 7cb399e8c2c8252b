package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Insertions under an Idempotency-Key. */
class RepeatedInsertIT {

    private static final String BARCODE =
            "{\"run_element_id\": \"u1\", \"run_id\": \"r\", \"lane\": 1, \"barcode\": \"ACGT\"}";

    private final Service service = RunningService.get().service();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void empty() {
        service.empty(Schemas.packaged().names());
    }

    private HttpResponse<String> insert(String body) {
        return service.answer(
                service.request("POST", "/unexpected_barcodes", body).header("Idempotency-Key", key));
    }

    private int stored() {
        String list = service.answer(service.request("GET", "/unexpected_barcodes", ""))
                .body();
        return JsonReader.read(list)
                .asDocument()
                .getDocument("_meta")
                .getNumber("total")
                .intValue();
    }

    @Test
    void aRepetitionGetsTheSameAnswerAndInsertsNothing() {
        HttpResponse<String> first = insert(BARCODE);
        HttpResponse<String> again = insert(BARCODE);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aKeyServesOneBody() {
        insert(BARCODE);
        assertThat(insert(BARCODE.replace("u1", "u2")).statusCode()).isEqualTo(422);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void aRefusalIsRepeatedToo() {
        HttpResponse<String> first = insert("{}");
        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(insert("{}").body()).isEqualTo(first.body());
    }

    @Test
    void repetitionsAtTheSameMomentInsertOnce() {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<HttpResponse<String>> answers =
                IntStream.range(0, 16).mapToObj(client -> clients.submit(() -> insert(BARCODE))).toList().stream()
                        .map(RepeatedInsertIT::result)
                        .toList();
        clients.shutdown();
        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(stored()).isEqualTo(1);
    }

    private static HttpResponse<String> result(java.util.concurrent.Future<HttpResponse<String>> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aKeyIsShortAndPrintable() {
        HttpResponse<String> answer = service.answer(
                service.request("POST", "/unexpected_barcodes", BARCODE).header("Idempotency-Key", "x".repeat(256)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(stored()).isZero();
    }
}

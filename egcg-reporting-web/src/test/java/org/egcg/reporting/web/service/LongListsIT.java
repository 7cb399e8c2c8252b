package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.Test;

/** Lists go out while they are read: a long one takes no more memory than a short one. */
class LongListsIT {

    private static final int DOCUMENTS = 100_000;
    private static final int BATCH = 5_000;
    private static final int ATTEMPTS = 15;
    private static final long MOST_HEAP = 256L * 1024 * 1024;

    private final RunningService running = RunningService.get();
    private final Service service = running.service();

    @Test
    void aHundredThousandDocumentsStreamInLittleMemory() throws Exception {
        assumeThat(running.isOurs()).isTrue();
        service.empty(Schemas.packaged().names());
        fill();
        long idle = running.heapInUse();
        HttpResponse<InputStream> answer = service.client()
                .send(
                        service.request("GET", "/analysis_driver_stages?max_results=100000", "")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        long most = 0;
        int documents = 0;
        try (InputStream body = answer.body()) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = body.read(buffer), chunks = 0; read >= 0; read = body.read(buffer), chunks++) {
                documents += occurrences(new String(buffer, 0, read, StandardCharsets.US_ASCII));
                if (chunks % 200 == 100) {
                    most = Math.max(most, running.heapInUse());
                }
            }
        }
        assertThat(answer.headers().firstValue("X-Total-Count")).hasValue(String.valueOf(DOCUMENTS));
        assertThat(documents).isEqualTo(DOCUMENTS);
        System.out.println("heap grew by " + (most - idle) / 1024 + " KiB while 100,000 documents went out");
        assertThat(most - idle).isBetween(1 - idle, MOST_HEAP);
        service.empty(Schemas.packaged().names());
    }

    private static int occurrences(String text) {
        int found = 0;
        for (int at = text.indexOf('~'); at >= 0; at = text.indexOf('~', at + 1)) {
            found++;
        }
        return found;
    }

    private void fill() {
        for (int first = 0; first < DOCUMENTS; first += BATCH) {
            String batch = IntStream.range(first, first + BATCH)
                    .mapToObj(number -> "{\"stage_id\": \"stage_" + number + "\", \"analysis_driver_proc\": \"p\", "
                            + "\"stage_name\": \"~\", \"date_started\": \"01_02_2019_10:11:12\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            assertThat(service.answer(service.request("POST", "/analysis_driver_stages", batch))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void theFirstByteOfAThousandDocumentsComesAtOnce() throws IOException, InterruptedException {
        service.empty(Schemas.packaged().names());
        String batch = IntStream.range(0, 1000)
                .mapToObj(number -> "{\"assembly_name\": \"genome_" + number + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        service.answer(service.request("POST", "/genomes", batch));
        List<Duration> waited = new ArrayList<>();
        for (int attempt = 0; attempt < 2 * ATTEMPTS; attempt++) {
            long start = System.nanoTime();
            HttpResponse<InputStream> answer = service.client()
                    .send(
                            service.request("GET", "/genomes?max_results=1000", "")
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                assertThat(body.read()).isEqualTo('{');
                waited.add(Duration.ofNanos(System.nanoTime() - start));
                String rest = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(JsonReader.read("{" + rest).asDocument().getArray("data"))
                        .hasSize(1000);
            }
        }
        List<Duration> warm =
                waited.subList(ATTEMPTS, 2 * ATTEMPTS).stream().sorted().toList();
        System.out.println("first byte of 1,000 documents after " + warm);
        assertThat(warm.get(ATTEMPTS / 2)).isLessThan(Duration.ofMillis(200));
    }
}

package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;

/** Ten thousand documents of 10 KB, 100 MB in all, through a virtual machine of 64 MB. */
class ConstantMemoryTest extends OnTheWire {
    private static final int DOCUMENTS = 10_000;

    @Test
    void tenThousandDocumentsPassThroughASmallHeap() throws Exception {
        String filler = "x".repeat(10_000);
        server.always(request -> {
            int page = Integer.parseInt(request.address().replaceFirst(".*[?&]page=", ""));
            StringBuilder documents = new StringBuilder();
            for (int number = (page - 1) * 100; number < page * 100; number++) {
                documents
                        .append(documents.isEmpty() ? "" : ", ")
                        .append("{\"n\": %d, \"filler\": \"%s\"}".formatted(number, filler));
            }
            String links = page * 100 < DOCUMENTS
                    ? "{\"next\": {\"href\": \"ep?max_results=100&page=%d\"}}".formatted(page + 1)
                    : "{}";
            return Answer.ok("{\"data\": [%s], \"_links\": %s}".formatted(documents, links));
        });

        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filtering.class.getName(),
                        server.url())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEqualTo("seen 10000 kept 1000 max heap 64 MB");
    }

    /** The small virtual machine. */
    static final class Filtering {
        private Filtering() {}

        public static void main(String[] arguments) {
            long[] seen = new long[1];
            try (Communicator communicator = Communicator.of(arguments[0]);
                    Stream<JsonNode> documents = communicator.streamDocuments("ep", Query.all())) {
                long kept = documents
                        .peek(document -> seen[0]++)
                        .filter(document -> document.path("n").asInt() % 10 == 0)
                        .count();
                long heap = Runtime.getRuntime().maxMemory() / 1_000_000;
                System.out.printf("seen %d kept %d max heap %s MB%n", seen[0], kept, heap <= 68 ? "64" : "" + heap);
            }
        }
    }
}

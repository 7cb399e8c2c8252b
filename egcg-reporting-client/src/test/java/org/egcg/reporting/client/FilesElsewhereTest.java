package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way by which a file comes to the wire uploads it or is refused; none sends its name. */
class FilesElsewhereTest extends OnTheWire {
    private static final Path FILE = Path.of("pom.xml");
    private static final String FOUND = "{\"_id\": \"1\", \"_etag\": \"e\", \"uid\": \"u\"}";

    record Report(String runId, Path report) {}

    record Attachment(String runId, Object report) {}

    public static final class Bean {
        public File getReport() {
            return FILE.toFile();
        }
    }

    static Stream<Object> documentsWithAFile() {
        ObjectNode tree = ApiJson.MAPPER.createObjectNode();
        tree.putPOJO("report", FILE);
        return Stream.of(
                Map.of("report", FILE),
                Map.of("report", FILE.toFile()),
                Map.of("report", FilePart.of(FILE)),
                Map.of("report", Optional.of(FILE)),
                Map.of(new StringBuilder("report"), FILE),
                new Report("r1", FILE),
                new Attachment("r1", FILE.toFile()),
                new Attachment("r1", Optional.of(FilePart.of(FILE))),
                new Bean(),
                tree);
    }

    static Stream<Object> documentsWithAFileInside() {
        return Stream.of(
                Map.of("reports", List.of(FILE)),
                Map.of("reports", Set.of(FILE.toFile())),
                Map.of("reports", new Path[] {FILE}),
                Map.of("reports", new ArrayDeque<>(List.of(FilePart.of(FILE)))),
                Map.of("reports", Map.of("first", FILE)),
                Map.of("reports", List.of(Map.of("first", Optional.of(FILE)))),
                new Attachment("r1", new Report("r2", FILE)),
                new Attachment("r1", List.of(new Bean())));
    }

    @ParameterizedTest
    @MethodSource("documentsWithAFile")
    void aFileInADocumentsOwnFieldIsUploadedByEveryVerb(Object document) {
        server.always(request -> request.method().equals("GET") ? data(FOUND) : stored());

        communicator.postEntry("ep", document);
        communicator.postEntry("ep", document, "key");
        communicator.postForm("ep", document);
        communicator.putEntry("ep", "i", document);
        communicator.putEntry("ep", "i", document, "e");
        communicator.patchEntry("ep", document, "uid", "u");
        communicator.patchEntries("ep", document, Query.all());
        communicator.update("ep", Query.all(), stored -> document);
        communicator.postEntries("ep", List.of(document), Batch.stopping());
        communicator.async().postEntry("ep", document).join();

        assertThat(server.requests().stream()
                        .filter(request -> !request.method().equals("GET")))
                .hasSize(10)
                .allSatisfy(request -> {
                    assertThat(request.header("Content-Type")).startsWith("multipart/form-data");
                    assertThat(request.body()).contains("filename=\"pom.xml\"", "<artifactId>egcg-reporting-client");
                });
    }

    @ParameterizedTest
    @MethodSource("documentsWithAFileInside")
    void aFileInsideAValueIsRefusedByEveryVerb(Object document) {
        server.always(request -> data(FOUND));

        refused(() -> communicator.postEntry("ep", document));
        refused(() -> communicator.postEntry("ep", document, "key"));
        refused(() -> communicator.postForm("ep", document));
        refused(() -> communicator.putEntry("ep", "i", document));
        refused(() -> communicator.putEntry("ep", "i", document, "e"));
        refused(() -> communicator.patchEntry("ep", document, "uid", "u"));
        refused(() -> communicator.patchEntries("ep", document, Query.all(), Batch.continuing()));
        refused(() -> communicator.postEntries("ep", List.of(document), Batch.continuing()));
        refused(() -> communicator.postOrPatch("ep", List.of(document), "uid"));
        assertThatThrownBy(() -> communicator.async().postEntry("ep", document).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(RestClientException.class);
        assertThat(server.requests()).isEmpty();
        refused(() -> communicator.update("ep", Query.all(), stored -> document));
        assertThat(server.lines()).hasSize(1).allMatch(line -> line.startsWith("GET"));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOf(RestClientException.class)
                .hasMessageStartingWith("Cannot upload files and nested json in one query: rep")
                .hasMessageContaining(" is a file; send it as the value of a field of one document");
    }

    @Test
    void aRefusalSaysWhereTheFileIs() {
        List<Object> documents = List.of(Map.of("a", 1), Map.of("a", Map.of("b", List.of(0, FILE))));

        assertThatThrownBy(() -> communicator.postEntry("ep", documents)).hasMessageContaining(": 1.a.b.1 is a file;");
        assertThatThrownBy(() -> communicator.postEntry("ep", FILE)).hasMessageContaining(": the document is a file;");
    }

    @Test
    void aListOfDocumentsWithFilesIsRefusedAsOneRequest() {
        assertThatThrownBy(() -> communicator.postEntry("ep", List.of(Map.of("report", FILE))))
                .isInstanceOf(RestClientException.class)
                .hasMessageContaining("0.report is a file");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void inABatchADocumentWithAFileTravelsAlone() {
        server.always(request -> request.method().equals("GET") ? data() : stored());
        List<Map<String, Object>> documents =
                List.of(Map.of("uid", 1), Map.of("uid", 2), Map.of("uid", 3, "f", FILE), Map.of("uid", 4));

        communicator.postEntries("ep", documents, Batch.stopping().chunk(10));
        communicator.postOrPatch("ep", documents, "uid", Batch.stopping().chunk(10));

        assertThat(server.requests().stream()
                        .filter(request -> request.method().equals("POST"))
                        .map(request -> request.header("Content-Type").replaceFirst(";.*", "")))
                .containsExactly(
                        "application/json",
                        "multipart/form-data",
                        "application/json",
                        "application/json",
                        "multipart/form-data",
                        "application/json");
    }

    @Test
    void aFileBesideListsThatGrowIsRefusedBeforeAnythingIsRead() {
        assertThatThrownBy(() -> communicator.patchEntry("ep", Map.of("f", FILE), "uid", "u", "l"))
                .isInstanceOf(RestClientException.class)
                .hasMessage("Cannot upload files and nested json in one query");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void oneMissingFileOfABatchIsFoundBeforeAnythingIsSent() throws IOException {
        List<Object> documents = List.of(Map.of("a", 1), Map.of("f", Path.of("no such file")));

        assertThatThrownBy(() -> communicator.postEntries("ep", documents, Batch.continuing()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> communicator.postEntry("ep", Map.of("f", Path.of("src"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("src is a directory");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void noQueryHoldsAFile() {
        Map<String, Object> filter = Map.of("$in", List.of(FILE));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> communicator.getContent("ep", Query.where("path", FILE)))
                .withMessage("path is a file, which no query can hold; name it by its text");
        assertThatIllegalArgumentException().isThrownBy(() -> Query.where("path", filter));
        assertThatIllegalArgumentException().isThrownBy(() -> Query.where(Map.of("path", filter)));
        assertThatIllegalArgumentException().isThrownBy(() -> Query.match("path", FILE.toFile()));
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().and("path", Optional.of(FILE)));
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().andMatch("path", FilePart.of(FILE)));
        assertThatIllegalArgumentException().isThrownBy(() -> Query.all().with("path", new File[] {FILE.toFile()}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> communicator.patchEntry("ep", Map.of("a", 1), "path", FILE));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aFileIsNoNameOfAField() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> communicator.postEntry("ep", Map.of(FILE, 1)))
                .withMessageContaining("a file cannot be the name of a field: pom.xml");
        assertThatIllegalArgumentException().isThrownBy(() -> Query.where("a", Map.of(FILE.toFile(), 1)));
    }

    @Test
    void theCallersOwnMapperKnowsFilesAndTextAsWell(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("x.txt"), "content");
        for (ObjectMapper mapper :
                List.of(new ObjectMapper(), JsonMapper.builder().build())) {
            try (Communicator own = builder().mapper(mapper).build()) {
                own.postEntry("ep", Map.of("f", file.toFile(), "text", CharBuffer.wrap("x")));
                assertThat(server.last().body()).contains("content", "name=\"text\"\r\n\r\nx\r\n");
                refused(() -> own.postEntry("ep", Map.of("reports", List.of(file))));
            }
            assertThat(mapper.getRegisteredModuleIds()).isEmpty();
        }
    }
}

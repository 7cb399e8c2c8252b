package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files travel beside plain fields. */
class FilesTest extends OnTheWire {
    @TempDir
    Path directory;

    private Path file(String name) throws IOException {
        return Files.writeString(directory.resolve(name), "content of " + name);
    }

    @Test
    void aPathIsSentAsAFileUnderTheNameGiven() throws IOException {
        Path report = file("report.html");
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("run_id", "r1");
        document.put("lane", 1);
        document.put("sure", true);
        document.put("nothing", null);
        document.put("report", report);

        communicator.postEntry("ep", document);

        String type = server.only().header("Content-Type");
        assertThat(type).startsWith("multipart/form-data; boundary=");
        String boundary = type.replaceFirst(".*boundary=", "");
        assertThat(server.only().body().replace(boundary, "B"))
                .isEqualTo(String.join(
                        "\r\n",
                        "--B",
                        "Content-Disposition: form-data; name=\"run_id\"",
                        "",
                        "r1",
                        "--B",
                        "Content-Disposition: form-data; name=\"lane\"",
                        "",
                        "1",
                        "--B",
                        "Content-Disposition: form-data; name=\"sure\"",
                        "",
                        "True",
                        "--B",
                        "Content-Disposition: form-data; name=\"report\"; filename=\"" + report + "\"",
                        "Content-Type: text/html",
                        "",
                        "content of report.html",
                        "--B--",
                        ""));
    }

    @Test
    void anUnknownExtensionSendsNoTypeAndTheBaseNameWillDo() throws IOException {
        communicator.putEntry(
                "ep", "i", Map.of("f", FilePart.of(file("a\"b.zzz")).baseName()));

        assertThat(server.only().body())
                .contains("filename=\"a%22b.zzz\"\r\n\r\ncontent of")
                .doesNotContain(directory.toString(), "Content-Type");
    }

    @Test
    void aFileCanBePatchedIn() throws IOException {
        server.next(data("{\"_id\": \"1\", \"_etag\": \"e\"}"));

        communicator.patchEntry("ep", Map.of("f", file("x.txt")), "uid", "u");

        assertThat(server.last().method()).isEqualTo("PATCH");
        assertThat(server.last().header("If-Match")).isEqualTo("e");
        assertThat(server.last().body()).contains("content of x.txt");
    }

    @Test
    void nestedValuesBesideAFileAreRefusedBeforeAnythingIsSent() throws IOException {
        Path file = file("x.txt");

        assertThatThrownBy(() -> communicator.postEntry("ep", Map.of("f", file, "l", List.of(1))))
                .isInstanceOf(RestClientException.class)
                .hasMessage("Cannot upload files and nested json in one query");
        assertThatThrownBy(() -> communicator.patchEntry("ep", Map.of("f", file, "o", Map.of()), "uid", "u"))
                .hasMessage("Cannot upload files and nested json in one query");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aMissingFileIsAnInputErrorBeforeAnythingIsSent() {
        Path missing = directory.resolve("missing");

        assertThatThrownBy(() -> communicator.postEntry("ep", Map.of("f", missing)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aListThatLooksLikeAFileIsOrdinaryData() {
        communicator.postEntry("ep", Map.of("f", new ArrayList<>(List.of("file", "path"))));

        assertThat(server.only().body()).isEqualTo("{\"f\": [\"file\", \"path\"]}");
    }
}

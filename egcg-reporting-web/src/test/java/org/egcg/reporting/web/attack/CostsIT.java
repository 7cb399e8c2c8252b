package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;

/** What one request may cost of memory and of the wire. */
class CostsIT {

    private static final int PORT = AttackedServer.get().port();
    private static final int MEGABYTE = 1024 * 1024;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void answersAreCompressedForThoseWhoCanReadThemSo() throws Exception {
        for (String path : new String[] {"/api/0.1/run_elements?max_results=40", "/login"}) {
            HttpResponse<byte[]> packed = get(path, "gzip, deflate");
            HttpResponse<byte[]> plain = get(path, "identity");
            assertThat(packed.headers().firstValue("Content-Encoding")).as(path).contains("gzip");
            assertThat(packed.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
            assertThat(plain.headers().firstValue("Content-Encoding")).as(path).isEmpty();
            byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes();
            assertThat(packed.body().length).as(path).isLessThan(unpacked.length / 2);
            assertThat(Math.abs(unpacked.length - plain.body().length)).as(path).isLessThan(100);
        }
    }

    private HttpResponse<byte[]> get(String path, String encodings) throws IOException, InterruptedException {
        return client.send(request(path).header("Accept-Encoding", encodings).build(), BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", Wire.basic("demo").replaceFirst("^Authorization: ", ""));
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeItIsSent() throws IOException {
        assertThat(announced(99_000_000)).startsWith("HTTP/1.1 413");
        assertThat(announced(100)).startsWith("HTTP/1.1 100");
    }

    private static String announced(int bytes) throws IOException {
        try (Socket socket = new Socket("localhost", PORT)) {
            socket.setSoTimeout(20_000);
            String head = "POST /api/0.1/genomes HTTP/1.1\r\nHost: localhost\r\n" + Wire.basic("writer")
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes
                    + "\r\nExpect: 100-continue\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return Wire.begun(socket);
        }
    }

    @Test
    void listsOfMoreThanFitsAreRefusedByTheNameOfTheLimit() throws Exception {
        assertThat(post("runs", "[" + "7,".repeat(5 * MEGABYTE) + "7]")).matches("413 The .*\\d+.*");
        assertThat(post("runs", "[" + "null,".repeat(900_000) + "null]"))
                .isEqualTo("413 A list may have at most 100000 documents.");
        assertThat(post("runs", '"' + "z".repeat(3 * MEGABYTE) + '"'))
                .isEqualTo("413 A list may have at most 100000 documents.");
        assertThat(post("runs", "[" + "true,".repeat(50_000) + "true]"))
                .startsWith("422 Insertion failure: 50001 document(s)");
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedByTheNameOfTheLimit() throws Exception {
        String name = "large " + System.nanoTime();
        String text = "x".repeat(10 * MEGABYTE);
        assertThat(post(
                        "genomes",
                        "{\"assembly_name\": \"%s\", \"tools_used\": {\"a\": \"%s\"}}".formatted(name, text)))
                .startsWith("201");
        HttpResponse<String> found = client.send(
                request("/api/0.1/genomes?projection=%7B%22comments%22:1%7D&where=assembly_name==%22"
                                + name.replace(" ", "%20") + "%22")
                        .build(),
                BodyHandlers.ofString());
        var genome = JsonReader.read(found.body())
                .asDocument()
                .getArray("data")
                .get(0)
                .asDocument();
        HttpResponse<String> grown = client.send(
                request("/api/0.1/genomes/" + genome.getString("_id").getValue())
                        .header("If-Match", genome.getString("_etag").getValue())
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString("{\"tools_used\": {\"b\": \"%s\"}}".formatted(text)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(told(grown)).isEqualTo("413 A document may have at most 15 MB.");
    }

    private String post(String resource, String body) throws IOException, InterruptedException {
        return told(client.send(
                request("/api/0.1/" + resource)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString()));
    }

    private static String told(HttpResponse<String> answer) {
        var body = JsonReader.read(answer.body()).asDocument();
        return answer.statusCode() + " "
                + (body.containsKey("_error")
                        ? body.getDocument("_error").getString("message").getValue()
                        : "");
    }
}

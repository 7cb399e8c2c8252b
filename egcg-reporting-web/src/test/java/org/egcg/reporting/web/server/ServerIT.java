package org.egcg.reporting.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server must be set up for, and what it may not lose. */
class ServerIT {
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString("demo:only for this test".getBytes(StandardCharsets.UTF_8));

    @TempDir
    static Path directory;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.in(directory).withExample("only for this test").start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aQueryMayBeLongAndHoldCharactersThatBrowsersDoNotEscape() throws IOException {
        String branch = "{\"sample_id\":\"s\"},";
        String where = "{\"$or\":[" + branch.repeat(60_000 / branch.length()) + "{\"sample_id\":\"[x|y^z]\"}]}";
        assertThat(statusOf("/api/0.1/samples?where=" + where)).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void whatWasAnsweredIsThereAfterTheServerWasKilled() throws IOException, InterruptedException {
        String species = "{\"name\": \"Species " + System.nanoTime() + "\"}";
        assertThat(post(species).statusCode()).isEqualTo(201);
        server.kill();
        server.start();
        assertThat(post(species).statusCode()).as("the name is taken").isEqualTo(422);
    }

    /** By hand: Java's own client refuses such an address. */
    private static String statusOf(String target) throws IOException {
        try (Socket socket = new Socket("localhost", server.port());
                PrintWriter request = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            request.print("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: "
                    + AUTHORIZATION + "\r\n\r\n");
            request.flush();
            return answer.readLine();
        }
    }

    private static HttpResponse<String> post(String species) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.api() + "/species"))
                .header("Content-Type", "application/json")
                .header("Authorization", AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofString(species))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}

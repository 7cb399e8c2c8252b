package org.egcg.reporting.web.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another WAR injects the library: its callers are known to the server alone, and the beans ask for their roles. */
class OtherWarIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String VIEWER = "vera";
    private static final String EDITOR = "edwin";
    private static final String ADMIN = "ada";

    @TempDir
    static Path directory;

    private static RunningServer server;

    @BeforeAll
    static void deploy() throws IOException, InterruptedException {
        Path data = Files.createDirectories(directory.resolve("data"));
        try (Users users = Users.open(data.resolve("users.sqlite").toString(), Role.VIEWER)) {
            users.add(VIEWER, password(VIEWER), Role.VIEWER);
            users.add(EDITOR, password(EDITOR), Role.EDITOR);
            users.add(ADMIN, password(ADMIN), Role.ADMIN);
        }
        OwnUsers.onWildFly(directory.resolve("wildfly"));
        server = RunningServer.in(directory)
                .with("WAR", OwnUsers.EXAMPLE.resolve("target/laboratory.war").toString())
                .askingStrangersAt("/lab/runs")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String password(String user) {
        return "a long password of " + user;
    }

    @Test
    void whatAnEditorWritesAViewerReads() throws IOException, InterruptedException {
        assertThat(sent(EDITOR, "POST", "runs/written_and_read").body()).isEqualTo("added");
        assertThat(sent(VIEWER, "GET", "runs").body().lines()).contains("written_and_read");
    }

    @Test
    void whatIsRefusedIsAnOutcomeAndNoFailure() throws IOException, InterruptedException {
        assertThat(sent(EDITOR, "POST", "runs/named_twice").body()).isEqualTo("added");
        assertThat(sent(EDITOR, "POST", "runs/named_twice").body()).isEqualTo("not added");
    }

    @Test
    void aBeanRefusesWhoeverLacksItsRole() throws IOException, InterruptedException {
        HttpResponse<String> written = sent(VIEWER, "POST", "runs/of_a_viewer");
        assertThat(written.statusCode()).isEqualTo(403);
        assertThat(written.body())
                .as("its own exception, not one of the container")
                .isEqualTo("vera is not in the role editor");
        assertThat(sent(EDITOR, "DELETE", "runs").body()).isEqualTo("edwin is not in the role admin");
        assertThat(sent(VIEWER, "GET", "runs").body().lines()).doesNotContain("of_a_viewer");
    }

    @Test
    void anAdministratorMayWhatOthersMay() throws IOException, InterruptedException {
        assertThat(sent(ADMIN, "POST", "runs/of_an_administrator").body()).isEqualTo("added");
        assertThat(sent(ADMIN, "GET", "runs").statusCode()).isEqualTo(200);
    }

    @Test
    void observersAreToldOfAWriteAtOnceAndLater() throws IOException, InterruptedException {
        sent(EDITOR, "POST", "runs/noticed");
        assertThat(news()).contains("at once: runs [noticed] INSERTED");
        await().untilAsserted(() -> assertThat(news()).contains("later: runs [noticed] INSERTED"));
    }

    @Test
    void observersAreToldNothingOfARefusedWrite() throws IOException, InterruptedException {
        sent(VIEWER, "POST", "runs/not_noticed");
        assertThat(news()).doesNotContain("not_noticed");
    }

    private static String news() throws IOException, InterruptedException {
        return sent(VIEWER, "GET", "runs/news").body();
    }

    @Test
    void theServersLogHoldsNoFailures() throws IOException, InterruptedException {
        sent(VIEWER, "POST", "runs/refused_quietly");
        assertThat(Files.readString(server.log()))
                .doesNotContain("EJBException", "ForbiddenException", "SEVERE", "ERROR [");
    }

    private static HttpResponse<String> sent(String user, String method, String path)
            throws IOException, InterruptedException {
        String credentials = user + ":" + password(user);
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "lab/" + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}

package org.egcg.reporting.web.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container does when it is started, done in a plain directory; and that its recipe names files that exist. */
class ContainerIT {

    @TempDir
    Path directory;

    private final Path root = RunningServer.projectRoot();

    @Test
    void theInstitutesFilesAreTaken() throws IOException {
        assumeThat(System.getProperty("egcg.server", "payara")).isEqualTo("payara");
        Path files = Files.createDirectory(directory.resolve("files"));
        try (Users users = Users.open(files.resolve("users.sqlite").toString(), Role.EDITOR)) {
            users.add("demo", Client.PASSWORD, Role.EDITOR);
        }
        Files.writeString(files.resolve("reporting.yaml"), """
                rest_app: {url_prefix: api, api_version: '0.1'}
                service: {facility_name: 'In a container'}
                """);
        Files.copy(root.resolve("etc/example_lims.yaml"), files.resolve("data_for_clarity_lims.yaml"));
        try (RunningServer server = RunningServer.in(directory)
                .by("docker/entry")
                .with("APP_DIR", application().toString())
                .with("FILES_DIR", files.toString())
                .start()) {
            Client client = new Client(server);
            assertThat(client.send("GET", "/api/0.1/runs", "").statusCode()).isEqualTo(200);
            assertThat(client.anonymous("/login").body()).contains("In a container");
            assertThat(client.anonymous("/status/live").statusCode()).isEqualTo(200);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> client.anonymous("/status/ready/lims").statusCode() == 200);
            assertThat(directory.resolve("data/users.sqlite")).exists();
            assertThat(directory.resolve("data/files/example_lims.yaml")).exists();
        }
    }

    private Path application() throws IOException {
        Path target = root.resolve("egcg-reporting-web/target");
        Path application = Files.createDirectory(directory.resolve("application"));
        Files.createSymbolicLink(application.resolve("egcg-reporting.war"), target.resolve("egcg-reporting.war"));
        Files.createSymbolicLink(application.resolve("payara-micro.jar"), target.resolve("servers/payara-micro.jar"));
        return application;
    }

    @Test
    void theRecipeRunsAsNobodySpecialAndNamesWhatThereIs() throws IOException {
        List<String> recipe = Files.readAllLines(root.resolve("etc/docker/Dockerfile"));
        assertThat(recipe).anyMatch(line -> line.matches("USER [1-9]\\d+:[1-9]\\d+"));
        assertThat(recipe).anyMatch(line -> line.startsWith("HEALTHCHECK"));
        assertThat(recipe.stream().filter(line -> line.startsWith("FROM")).toList())
                .hasSize(2)
                .allMatch(line -> line.matches("FROM \\S+:[\\w.-]*\\d[\\w.-]*( AS build)?"));
        assertThat(recipe.stream()
                        .filter(line -> line.startsWith("COPY etc/"))
                        .map(line -> line.split(" ")[1])
                        .toList())
                .isNotEmpty()
                .allMatch(path -> Files.exists(root.resolve(path)));
        assertThat(root.resolve("etc/docker/entry")).isExecutable();
    }
}

package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two jars as they are shipped. */
class JarIT extends OnTheWire {

    private static Path jar(String ending) throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(path ->
                            path.getFileName().toString().matches("egcg-reporting-client-[0-9.]+(-SNAPSHOT)?" + ending))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theLibraryIsSmallAndBringsNothingButItself() throws IOException {
        Path library = jar("\\.jar");

        assertThat(Files.size(library)).isLessThan(400_000);
        try (JarFile content = new JarFile(library.toFile())) {
            assertThat(content.getManifest().getMainAttributes().getValue("Automatic-Module-Name"))
                    .isEqualTo("org.egcg.reporting.client");
            assertThat(content.stream())
                    .noneMatch(entry -> entry.getName().endsWith(".class")
                            && !entry.getName().startsWith("org/egcg/reporting/client/"));
        }
    }

    @Test
    void theCommandLineRunsFromItsJarAlone() throws Exception {
        server.always(request -> data("{\"run_id\": \"r1\"}"));

        assertThat(run(0, "get", "runs", "--url", server.url(), "--lines")).isEqualTo("{\"run_id\":\"r1\"}\n");
        assertThat(run(2, "get", "runs", "--where", "{", "--url", server.url())).contains("--where is no JSON");
        assertThat(run(4, "get", "runs", "--url", "http://localhost:1", "--retries", "0"))
                .contains("failed after 1 attempt(s)");
        assertThat(run(0, "--version")).matches("egcg-reporting-client \\S+\n");
        Path config = Files.writeString(
                Path.of("target", "jar-it.yaml"),
                "rest_api: {url: '%s', username: u, password: p}".formatted(server.url()));
        assertThat(run(0, "get", "runs", "--config", config.toString())).contains("r1");
        assertThat(server.last().header("Authorization")).isEqualTo("Basic dTpw");
    }

    private static String run(int exitCode, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar("-cli\\.jar").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(exitCode);
        return said;
    }
}

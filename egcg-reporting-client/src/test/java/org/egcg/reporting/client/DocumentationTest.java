package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows compiles, runs and does what it says. */
class DocumentationTest extends OnTheWire {
    private static final Path ROOT = Path.of("..");

    @TempDir
    Path directory;

    @Test
    void theReadmesExampleRuns() throws Exception {
        Matcher block = Pattern.compile("(?s)## Call it from a JVM pipeline.*?```java\\n(.*?)```")
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(block.find()).isTrue();
        Path source = Files.writeString(directory.resolve("Example.java"), block.group(1));
        String run = "{\"_id\": \"1\", \"_etag\": \"e\", \"run_id\": \"r1\"}";
        server.always(request -> request.method().equals("GET") ? data(run) : Answer.created("{}"));

        assertThat(run(source, "Example", server.url())).contains("\"run_id\":\"r1\"");
        assertThat(server.lines())
                .containsExactly(
                        "POST …/runs/",
                        "GET …/runs/?where=%7B%22run_id%22%3A+%22r1%22%7D&" + P,
                        "PATCH …/runs/1",
                        "GET …/runs/?where=%7B%22number_of_lanes%22%3A+8%7D&sort=run_id&" + P);
        assertThat(block.group(1).lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void theExampleProjectRuns() throws Exception {
        Path project = ROOT.resolve("etc/examples/pipeline");
        Path config = Files.writeString(
                directory.resolve("reporting.yaml"),
                Files.readString(project.resolve("reporting.yaml")).replaceFirst("url: .*", "url: " + server.url()));
        server.next(
                data(),
                Answer.created("{}"),
                data(
                        "{\"lane\": 1, \"bases_r1\": 5}",
                        "{\"lane\": 1, \"bases_r1\": 6}",
                        "{\"lane\": 2, \"bases_r1\": 7}"));

        assertThat(run(
                        project.resolve("src/main/java/org/example/pipeline/LaneYields.java"),
                        "org.example.pipeline.LaneYields",
                        config.toString()))
                .isEqualTo("lane 1: 11 bases\nlane 2: 7 bases\n");
        assertThat(server.requests().get(1).body())
                .startsWith("[{\"run_element_id\": \"r1_1_ATTACTCG\", \"run_id\": \"r1\", \"lane\": 1, ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "spring-boot", "nextflow"})
    void theExampleProjectsUseThisVersion(String project) throws IOException {
        String example = Files.readString(ROOT.resolve("etc/examples/" + project + "/pom.xml"));

        assertThat(version("egcg-reporting-client", example))
                .isEqualTo(version("egcg-reporting", Files.readString(Path.of("pom.xml"))));
        assertThat(Files.readString(ROOT.resolve("etc/examples/README.md"))).contains("| `" + project + "/` |");
    }

    private static String version(String artifact, String pom) {
        Matcher version = Pattern.compile("(?s)<artifactId>" + artifact + "</artifactId>\\s*<version>(.*?)</version>")
                .matcher(pom);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private String run(Path source, String name, String argument) throws Exception {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        List<String> options =
                new ArrayList<>(List.of("-proc:none", "-Xlint:all", "-Werror", "-d", classes.toString()));
        options.addAll(List.of("-cp", System.getProperty("java.class.path"), source.toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler().run(null, said, said, options.toArray(String[]::new));
        assertThat(result).as(said.toString(StandardCharsets.UTF_8)).isZero();

        PrintStream before = System.out;
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {new File(classes + "/").toURI().toURL()})) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[] {argument});
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}

package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the Python client's configuration hold of it, held of this one; the same document has the table. */
class PythonConfigTest extends OnTheWire {
    @TempDir
    Path directory;

    private RestConfig config(String yaml) throws Exception {
        return RestConfig.load(List.of(yaml("etc.yaml", yaml)));
    }

    private Path yaml(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content);
    }

    @Test
    void nothingIsLoadedBeforeItIsAskedFor() throws Exception {
        Communicator.Builder builder = Communicator.builder();
        try (Communicator unconfigured = builder.build()) {
            assertThatThrownBy(() -> unconfigured.getContent("ep", Query.all()))
                    .isInstanceOf(RestConfigException.class);
        }
        try (Communicator configured = builder.config(config("rest_api: {url: '%s'}".formatted(server.url())))
                .build()) {
            configured.getContent("ep", Query.all());
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anEnvironmentVariableNamesTheSectionThatGoesOverTheRest() throws Exception {
        Path file = yaml("etc.yaml", """
                rest_api: {url: 'http://top'}
                '%s': {rest_api: {url: 'http://another_env'}}
                """.formatted(System.getenv("PATH")));

        assertThat(RestConfig.load(List.of(file), "PATH").url()).contains("http://another_env");
        assertThat(RestConfig.load(List.of(file)).url()).contains("http://top");
    }

    @Test
    void theFirstFileThatExistsIsTaken() throws Exception {
        Path existing = yaml("etc.yaml", "rest_api: {url: 'http://existing'}");
        Path absent = directory.resolve("non_existent.yaml");

        assertThat(RestConfig.load(List.of(absent, existing)).url()).contains("http://existing");
    }

    @Test
    void noFileAtAllIsAnErrorWithTheSameText() {
        assertThatThrownBy(() -> RestConfig.load(List.of(directory.resolve("non_existent.yaml"))))
                .isInstanceOf(RestConfigException.class)
                .hasMessage("Could not find any config file in specified search path");
    }

    @Test
    void aSectionChangesWhatItSaysAndLeavesTheRest() throws Exception {
        Path file = yaml("etc.yaml", """
                rest_api: {url: 'http://top', username: u, password: p, retry_interval: 2}
                '%s': {rest_api: {url: 'http://another_env'}}
                """.formatted(System.getenv("PATH")));

        RestConfig config = RestConfig.load(List.of(file), "PATH");

        assertThat(config.url()).contains("http://another_env");
        assertThat(config.credentials()).hasToString("Optional[user u]");
        assertThat(config.retryInterval()).contains(Duration.ofSeconds(2));
    }

    @Test
    void whatIsNotConfiguredIsEmpty() throws Exception {
        RestConfig config = config("rest_api: {url: 'http://top'}");

        assertThat(config.credentials()).isEmpty();
        assertThat(config.retryInterval()).isEmpty();
    }

    @Test
    void theKeysOfTheSectionAreReadAndAllOthersLeftAlone() throws Exception {
        RestConfig config = config("""
                executor: {job_execution: local}
                rest_api: {url: 'http://top', retry_interval: 1.5, nonexistent_thing: {deep: 1}}
                logging: {datefmt: '%Y-%b-%d %H:%M:%S'}
                """);

        assertThat(config)
                .isEqualTo(new RestConfig(
                        Optional.of("http://top"), Optional.empty(), Optional.of(Duration.ofMillis(1500))));
    }

    @Test
    void sectionsAreMergedObjectByObject() throws Exception {
        Path file = yaml("etc.yaml", """
                this: {another: [2, 3, 4]}
                rest_api: {url: 'http://top', username: [2, 3], password: p}
                default:
                  that: 5
                  rest_api: {username: u}
                """);

        RestConfig config = RestConfig.load(List.of(file));

        assertThat(config.url()).contains("http://top");
        assertThat(config.credentials()).hasToString("Optional[user u]");
    }

    @Test
    void aFileWithoutTheSectionIsRefused() throws Exception {
        Path file = yaml("etc.yaml", "executor: {job_execution: local}");

        assertThatThrownBy(() -> RestConfig.load(List.of(file)))
                .isInstanceOf(RestConfigException.class)
                .hasMessage("The configuration has no section rest_api");
    }
}

package org.egcg.reporting.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipelines' YAML and the environment. */
class RestConfigTest extends OnTheWire {
    @TempDir
    Path directory;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static String authorization(RestConfig config) {
        return config.credentials().map(Credentials::authorization).orElse("none");
    }

    @Test
    void thePipelinesSectionIsUnderstood() throws IOException {
        RestConfig config = RestConfig.load(List.of(file("a.yaml", """
                rest_api:
                  url: http://host:4999/api/0.1//
                  username: apiuser
                  password: apiuser
                  retry_interval: 0.5
                """)));

        assertThat(config.url()).contains("http://host:4999/api/0.1");
        assertThat(authorization(config)).isEqualTo("Basic YXBpdXNlcjphcGl1c2Vy");
        assertThat(config.retryInterval()).contains(Duration.ofMillis(500));
    }

    @Test
    void anIntervalOfZeroCountsAsUnsaid() throws IOException {
        assertThat(RestConfig.load(List.of(file("a.yaml", "rest_api: {url: 'http://h', retry_interval: 0}")))
                        .retryInterval())
                .isEmpty();
        assertThat(RestConfig.load(List.of(file("b.yaml", "rest_api: {url: 'http://h'}")))
                        .retryInterval())
                .isEmpty();
        Path wrong = file("c.yaml", "rest_api: {retry_interval: soon}");
        assertThatThrownBy(() -> RestConfig.load(List.of(wrong))).isInstanceOf(RestConfigException.class);
    }

    @Test
    void userAndPasswordCountOnlyTogether() throws IOException {
        assertThat(RestConfig.load(List.of(file("a.yaml", "rest_api: {url: 'http://h', username: u}")))
                        .credentials())
                .isEmpty();
    }

    @Test
    void theFirstFileOfTheSearchPathWins() throws IOException {
        Path second = file("second.yaml", "rest_api: {url: 'http://second'}");
        Path third = file("third.yaml", "rest_api: {url: 'http://third'}");

        assertThat(RestConfig.load(Arrays.asList(null, directory.resolve("absent.yaml"), second, third))
                        .url())
                .contains("http://second");
        assertThatThrownBy(() -> RestConfig.load(List.of(directory.resolve("absent.yaml"))))
                .isInstanceOf(RestConfigException.class)
                .hasMessage("Could not find any config file in specified search path");
    }

    @Test
    void sectionsAreLaidOverEachOther() throws IOException {
        Path file = file("a.yaml", """
                rest_api: {url: 'http://top', username: u, password: p}
                default:
                  rest_api: {url: 'http://default'}
                testing:
                  rest_api: {username: tester}
                """);

        RestConfig plain = RestConfig.load(List.of(file));
        assertThat(plain.url()).contains("http://default");
        assertThat(authorization(plain)).isEqualTo(Credentials.basic("u", "p").authorization());
        RestConfig testing = RestConfig.load(List.of(file), Optional.of("testing"));
        assertThat(authorization(testing))
                .isEqualTo(Credentials.basic("tester", "p").authorization());
        assertThat(RestConfig.load(List.of(file), Optional.of("nosuch")))
                .extracting(RestConfig::url)
                .isEqualTo(plain.url());
        assertThat(RestConfig.load(List.of(file), "NO_SUCH_VARIABLE_IS_SET").url())
                .contains("http://default");
    }

    @Test
    void whatIsNoConfigurationIsSaidToBeNone() throws IOException {
        Path empty = file("a.yaml", "[]");
        Path broken = file("b.yaml", "a: [");
        Path other = file("c.yaml", "a: 1");

        assertThatThrownBy(() -> RestConfig.load(List.of(empty))).hasMessage(empty + " holds no sections");
        assertThatThrownBy(() -> RestConfig.load(List.of(broken))).hasMessageStartingWith(broken + " cannot be read: ");
        assertThatThrownBy(() -> RestConfig.load(List.of(other)))
                .hasMessage("The configuration has no section rest_api");
    }

    @Test
    void theEnvironmentGoesOverTheFileItNames() throws IOException {
        Path file =
                file("a.json", "{\"rest_api\": {\"url\": \"http://file\", \"username\": \"u\", \"password\": \"p\"}}");

        RestConfig config = RestConfig.fromEnvironment(
                Map.of("REPORTING_CLIENT_CONFIG", file.toString(), "REPORTING_URL", "http://env"), directory);
        assertThat(config.url()).contains("http://env");
        assertThat(authorization(config)).isEqualTo(Credentials.basic("u", "p").authorization());
        assertThat(authorization(RestConfig.fromEnvironment(Map.of("REPORTING_TOKEN", "t"), directory)))
                .isEqualTo("Token t");
        assertThat(RestConfig.fromEnvironment(Map.of(), directory).url()).isEmpty();
    }

    @Test
    void theFileInTheHomeDirectoryIsFound() throws IOException {
        file(".reporting-client.yaml", "rest_api: {url: 'http://home'}");

        assertThat(RestConfig.fromEnvironment(Map.of(), directory).url()).contains("http://home");
    }

    @Test
    void aConfiguredCommunicatorAsksAsConfigured() throws IOException {
        Path file = file("a.yaml", "rest_api: {url: '%s/', username: u, password: p}".formatted(server.url()));
        try (Communicator configured =
                Communicator.builder().config(RestConfig.load(List.of(file))).build()) {
            configured.getContent("ep", Query.all());
        }
        assertThat(server.only().path()).isEqualTo("/api/0.1/ep/");
        assertThat(server.only().header("Authorization"))
                .isEqualTo(Credentials.basic("u", "p").authorization());
    }

    @Test
    void anIntervalMakesAllWaitsEqualHoweverLongTheyAreTogether() throws IOException {
        RestConfig config = RestConfig.load(
                List.of(file("a.yaml", "rest_api: {url: '%s', retry_interval: 0.2}".formatted(server.url()))));
        server.next(Answer.dropped(), Answer.dropped(), Answer.dropped(), data());
        List<Long> moments = new ArrayList<>();
        ExchangeListener watch = exchange -> moments.add(System.nanoTime() / 1_000_000);
        try (Communicator steady =
                Communicator.builder().config(config).listener(watch).build()) {
            steady.getContent("ep", Query.all());
        }

        assertThat(moments).hasSize(4);
        for (int wait = 1; wait < 4; wait++) {
            assertThat(moments.get(wait) - moments.get(wait - 1)).isBetween(190L, 390L);
        }
        Retry patient = Retry.standard().equalWaits(Duration.ofHours(2));
        assertThat(patient.waitBefore(5)).isEqualTo(Duration.ofHours(2));
        assertThat(patient.longestTotal()).isGreaterThan(Duration.ofHours(5 * 2));
        assertThat(patient.times(1).waitBefore(1)).isEqualTo(Duration.ofHours(2));
    }
}

package org.egcg.reporting.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.config.ReportingConfig.CrossOrigin;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingConfigTest {

    @TempDir
    Path directory;

    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectory(directory.resolve("home"));
    }

    @Test
    void withoutAnyFileEverythingIsEmbedded() {
        ReportingConfig config = Configuration.load(Map.of(), home);
        assertThat(config.store().connectionString()).isEmpty();
        assertThat(config.lims().database()).isEmpty();
        assertThat(config.clarity()).isEmpty();
        assertThat(config.login().key()).isEmpty();
        assertThat(config.dataDirectory()).isEqualTo(home.resolve(".egcg-reporting"));
        assertThat(config.login().userDb())
                .isEqualTo(home.resolve(".egcg-reporting/users.sqlite").toString());
        assertThat(config.api().prefix()).isEqualTo("/api/0.1");
        assertThat(config.login().legacyRole()).isEqualTo("editor");
        assertThat(config.yields().q30ByYield()).containsEntry(60.0, 52.5);
    }

    @Test
    void aFileOfTheOriginalWorksUnchanged() throws IOException {
        ReportingConfig config = load("""
                reporting_app:
                    debug: False
                    port: 5000
                    key: 'a_key'
                    user_db: reporting_app_users.sqlite
                    rest_api: 'http://localhost:4999/api/0.1'
                    lims_url: http://clarity.com
                    stream_handlers:
                        - stream: 'ext://sys.stdout'
                          level: DEBUG
                rest_app:
                    port: 4999
                    debug: False
                    db_name: 'test_db'
                    db_host: 'mongodb://localhost'
                    db_port: 27018
                    key: 'a_key'
                    lims_url: http://clarity.com
                    url_prefix: 'api'
                    api_version: 0.1
                    x_domains: ['http://localhost:5000']
                    x_methods: [GET]
                    x_headers: [If-Match]
                    timed_rotating_file_handlers:
                        - filename: /path/to/rest_api.log
                          when: 'midnight'
                    lims_database:
                        username: 'user'
                        password: 'pw'
                        url: 'dbhost'
                        db: 'dbname'
                    clarity:
                        baseuri: http://clarity.com
                        username: user
                        password: pass
                    available_coverages: [1, 2, 4]
                    available_yields:
                        5: 4
                        10: 8.5
                """);
        assertThat(config.port()).hasValue(4999);
        assertThat(config.api().crossOrigin())
                .isEqualTo(new CrossOrigin(
                        List.of("http://localhost:5000"), List.of("GET"), List.of("If-Match"), CrossOrigin.READ));
        assertThat(config.api().prefix()).isEqualTo("/api/0.1");
        assertThat(config.store().connectionString()).contains(new Secret("mongodb://localhost:27018"));
        assertThat(config.store().database()).isEqualTo("test_db");
        assertThat(config.lims().database().orElseThrow().jdbcUrl()).isEqualTo("jdbc:postgresql://dbhost:5432/dbname");
        assertThat(config.clarity().orElseThrow().baseUri()).hasToString("http://clarity.com/");
        assertThat(config.login().key()).contains(new Secret("a_key"));
        assertThat(config.login().timeout()).isEqualTo(Duration.ofHours(2));
        assertThat(config.login().userDb())
                .isEqualTo(directory.resolve("reporting_app_users.sqlite").toString());
        assertThat(config.yields().coverages()).containsExactly(1, 2, 4);
        assertThat(config.yields().q30ByYield()).containsExactly(Map.entry(5.0, 4.0), Map.entry(10.0, 8.5));
    }

    @Test
    void theNamedFileWinsOverThePersonalOne() throws IOException {
        Files.writeString(home.resolve(".reporting.yaml"), "rest_app: {db_name: personal}");
        assertThat(Configuration.load(Map.of(), home).store().database()).isEqualTo("personal");
        assertThat(load("rest_app: {db_name: named}").store().database()).isEqualTo("named");
    }

    @Test
    void aNamedFileThatDoesNotExistIsReported() {
        assertThatThrownBy(() -> Configuration.load(Map.of("REPORTINGCONFIG", "/no/such.yaml"), home))
                .isInstanceOf(Misconfigured.class)
                .hasMessage("/no/such.yaml: REPORTINGCONFIG: names a file that does not exist");
    }

    @Test
    void theEnvironmentNamesDataAndConfigurationDirectories() throws IOException {
        Path file = Files.writeString(directory.resolve("r.yaml"), "service: {data_dir: data, config_dir: .}");
        ReportingConfig plain = Configuration.load(Map.of("REPORTINGCONFIG", file.toString()), home);
        assertThat(plain.dataDirectory()).isEqualTo(directory.resolve("data"));
        assertThat(plain.files().directory()).contains(directory);
        ReportingConfig moved = Configuration.load(
                Map.of("REPORTINGCONFIG", file.toString(), "EGCG_DATA_DIR", "/d", "EGCG_CONFIG_DIR", "/c"), home);
        assertThat(moved.dataDirectory()).isEqualTo(Path.of("/d"));
        assertThat(moved.files().directory()).contains(Path.of("/c"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rest_ap: {}                                    | rest_ap: unknown key
        rest_app: {db_nme: x, poort: 3}                | rest_app.db_nme, poort: unknown key
        rest_app: {clarity: {uri: x}}                  | rest_app.clarity.uri: unknown key
        rest_app: {port: many}                         | rest_app.port: must be a whole number
        rest_app: {port: 0}                            | rest_app.port: must be between 1 and
        rest_app: {port: 70000}                        | rest_app.port: must be between 1 and 65535
        rest_app: {db_host: [a, b]}                    | rest_app.db_host: must be text
        rest_app: {clarity: x}                         | rest_app.clarity: must be a mapping
        rest_app: {clarity: {baseuri: 'http://c'}}     | rest_app.clarity.username: is missing
        rest_app: {lims_database: {url: h, db: d, username: u, password: p}} | rest_app.lims_url: is missing, and links into the LIMS need it
        rest_app: {lims_url: l, lims_database: {url: 'h:x', db: d, username: u, password: p}} | rest_app.lims_database.url: must be host or host:port
        rest_app: {lims_url: l, lims_database: {url: h, database_type: oracle}} | rest_app.lims_database.database_type: must be postgresql
        rest_app: {available_yields: {a: 3}}           | rest_app.available_yields.a: must be a number
        rest_app: {available_yields: {3: a}}           | rest_app.available_yields.3: must be a number
        rest_app: {available_yields: [3]}              | rest_app.available_yields: must be a mapping
        rest_app: {available_coverages: [x]}           | rest_app.available_coverages: must be whole numbers
        rest_app: {user_timeout: 1.5}                  | rest_app.user_timeout: must be a whole number
        reporting_app: {debug: 3}                      | reporting_app.debug: must be true or false
        service: {legacy_user_role: king}              | service.legacy_user_role: must be viewer, editor or admin
        service: {time_zone: Mars}                     | service.time_zone: unknown zone Mars
        [a]                                            | whole file: must be a mapping
        """)
    void aMistakeIsReportedByFileAndKey(String yaml, String message) {
        assertThatThrownBy(() -> load(yaml))
                .isInstanceOf(Misconfigured.class)
                .hasMessageStartingWith(directory.resolve("reporting.yaml") + ": " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 27017, mongodb://127.0.0.1:27017",
        "db, , mongodb://db",
        "'db:1,other', 27017, 'mongodb://db:1,other:27017'",
        "mongodb://localhost, 27018, mongodb://localhost:27018",
        "mongodb://user:p%40ss@db/admin?tls=true, 5, mongodb://user:p%40ss@db:5/admin?tls=true",
        "mongodb://[::1]/x, 5, mongodb://[::1]:5/x",
        "mongodb+srv://cluster.example.com, 5, mongodb+srv://cluster.example.com"
    })
    void aStoreIsNamedByHostOrConnectionString(String host, Integer port, String connectionString) throws IOException {
        String yaml = "rest_app: {db_host: '" + host + "'" + (port == null ? "" : ", db_port: " + port) + "}";
        assertThat(load(yaml).store().connectionString()).contains(new Secret(connectionString));
    }

    @Test
    void usersMayLiveInAnyDatabase() throws IOException {
        assertThat(load("reporting_app: {user_db: 'jdbc:postgresql://h/users'}")
                        .login()
                        .userDb())
                .isEqualTo("jdbc:postgresql://h/users");
    }

    @Test
    void noSecretShows() throws IOException {
        ReportingConfig config = load("""
                rest_app:
                    key: hidden1
                    db_host: mongodb://u:hidden2@h
                    lims_url: l
                    lims_database: {url: h, db: d, username: u, password: hidden3}
                    clarity: {baseuri: 'http://c', username: u, password: hidden4}
                """);
        assertThat(config.toString()).doesNotContain("hidden");
    }

    @Test
    void aFileOfTheConfigurationDirectoryTakesThePlaceOfThePackagedOne() throws IOException {
        ConfigDirectory packaged = ConfigDirectory.packaged();
        ConfigDirectory own = new ConfigDirectory(java.util.Optional.of(directory));
        assertThat(own.text("schema.yaml"))
                .isEqualTo(packaged.text("schema.yaml"))
                .contains("run_elements");
        Path schema = Files.writeString(directory.resolve("schema.yaml"), "mine");
        assertThat(own.text("schema.yaml")).isEqualTo("mine");
        assertThat(own.source("schema.yaml")).isEqualTo(schema.toString());
        assertThatThrownBy(() -> own.text("nothing.yaml")).isInstanceOf(Misconfigured.class);
    }

    @Test
    void anOverlayOfTheConfigurationDirectoryIsLaidOverTheFile() throws IOException {
        ConfigDirectory own = new ConfigDirectory(java.util.Optional.of(directory));
        Path overlay = Files.writeString(
                directory.resolve("schema.overlay.yaml"), "resources: {runs: {fields: {flow_cell: text}}}");

        var runs =
                own.section("schema.yaml").section("resources").section("runs").section("fields");
        assertThat(runs.keys()).contains("run_id").endsWith("flow_cell");
        assertThat(runs.fileOf("flow_cell")).isEqualTo(overlay.toString());
        assertThat(runs.fileOf("run_id")).isEqualTo("schema.yaml");

        Files.writeString(directory.resolve("schema.yaml"), "resources: {}");
        assertThat(own.section("schema.yaml").section("resources").keys()).containsExactly("runs");
    }

    @Test
    void anOverlayOfNothingStopsTheStart() throws IOException {
        Files.writeString(directory.resolve("schemas.overlay.yaml"), "resources: {}");

        assertThatThrownBy(() -> load("service: {config_dir: '.'}"))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("schemas.overlay.yaml")
                .hasMessageContaining("schema");
    }

    @Test
    void theExampleFileShowsEveryKey() {
        List<String> lines = ConfigDirectory.packaged()
                .text("example_reporting.yaml")
                .lines()
                .toList();
        for (ConfigKey key : ConfigKey.values()) {
            assertThat(lines).as(key.path()).anyMatch(line -> line.matches(" *(# *)?" + key.key() + ":.*"));
        }
    }

    private ReportingConfig load(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("reporting.yaml"), yaml);
        return Configuration.load(Map.of("REPORTINGCONFIG", file.toString()), home);
    }
}

package org.egcg.reporting.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @TempDir
    Path directory;

    private final TestStore store = new TestStore();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(directory.resolve("reporting.yaml"), """
                rest_app:
                  db_host: %s
                  db_name: %s
                service:
                  data_dir: %s
                """.formatted(store.uri(), store.database(), directory));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private int run(String... arguments) {
        String file = directory.resolve("reporting.yaml").toString();
        return AdminCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(Stream.of("init", "--config", file), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Reporting reporting() {
        String file = directory.resolve("reporting.yaml").toString();
        return Reporting.open(Configuration.load(Map.of("REPORTINGCONFIG", file), directory));
    }

    @Test
    void anEmptyDatabaseGetsAnAdministratorAndNothingElse() {
        assertThat(run("--user", "ann")).as(err.toString()).isZero();

        assertThat(out.toString()).contains("User ann added as admin.", "Password, shown only now: ");
        try (Reporting reporting = reporting()) {
            assertThat(reporting.users().all()).singleElement().satisfies(user -> assertThat(user.role())
                    .isEqualTo(Role.ADMIN));
            assertThat(reporting.reader().count(reporting.schema("runs"), new BsonDocument()))
                    .isZero();
        }
    }

    @Test
    void examplesAreLoadedIfAskedFor() {
        assertThat(run("--with-examples")).as(err.toString()).isZero();

        try (Reporting reporting = reporting()) {
            for (String resource : List.of("runs", "lanes", "run_elements", "samples", "projects")) {
                assertThat(reporting.reader().count(reporting.schema(resource), new BsonDocument()))
                        .as(resource)
                        .isPositive();
            }
        }
    }

    @Test
    void aSecondTimeNothingHappens() {
        run();

        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("There are users already");
    }

    @Test
    void examplesAreNotMixedWithDocumentsOfOnesOwn() {
        try (Reporting reporting = reporting()) {
            reporting.writer().insert(reporting.schema("runs"), JsonReader.read("{\"run_id\": \"mine\"}"));
        }

        assertThat(run("--with-examples")).isEqualTo(1);
        assertThat(err.toString()).contains("There are runs already");
        try (Reporting reporting = reporting()) {
            assertThat(reporting.users().all()).isEmpty();
        }
    }

    @Test
    void anEmbeddedStoreIsNotForThisCommand() throws IOException {
        Files.writeString(directory.resolve("reporting.yaml"), "service:\n  data_dir: %s\n".formatted(directory));

        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("EGCG_DEMO_PASSWORD");
    }
}

package org.egcg.reporting.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecomputeCommandTest {

    @TempDir
    Path directory;

    private final TestStore store = new TestStore();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(configuration(), """
                rest_app:
                  db_host: %s
                  db_name: %s
                service:
                  data_dir: %s
                """.formatted(store.uri(), store.database(), directory));
        try (Reporting reporting = Reporting.open(Configuration.load(
                java.util.Map.of("REPORTINGCONFIG", configuration().toString()), directory))) {
            reporting.writer().insert(reporting.schema("runs"), JsonReader.read("""
                    [{"run_id": "R1"}, {"run_id": "R2"}]"""));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aCheckNamesResourceIdFieldStoredAndExpected() {
        corrupt();

        assertThat(run("--check")).isEqualTo(3);

        assertThat(out.toString().lines())
                .containsExactly(
                        "runs\tR2\taggregated.trim_r1\tstored [149]\texpected []", "2 documents checked, 1 differ.");
        assertThat(err.toString()).contains("runs", "100%", "2 of 2");
    }

    @Test
    void aRecomputationPutsItRight() {
        corrupt();

        assertThat(run("runs", "R2")).isZero();
        assertThat(out).hasToString("1 documents recomputed, 1 changed." + System.lineSeparator());
        assertThat(run("runs", "--check")).isZero();
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThat(run("runs", "R3")).isEqualTo(1);
        assertThat(run("actions")).isEqualTo(1);
        assertThat(err.toString()).contains("runs/R3 does not exist", "actions: has no aggregated fields");
    }

    @Test
    void nonsenseIsNotUnderstood() {
        assertThat(run("--workers", "0")).isEqualTo(2);
        assertThat(run("--chekc")).isEqualTo(2);
    }

    private void corrupt() {
        try (MongoClient client = MongoClients.create(store.uri())) {
            client.getDatabase(store.database())
                    .getCollection("runs")
                    .updateOne(
                            BsonDocument.parse("{\"run_id\": \"R2\"}"),
                            BsonDocument.parse("{\"$set\": {\"aggregated.trim_r1\": [149]}}"));
        }
    }

    private Path configuration() {
        return directory.resolve("reporting.yaml");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("recompute"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--config", configuration().toString()));
        CommandLine command = AdminCommand.commandLine();
        command.setOut(new PrintWriter(out));
        command.setErr(new PrintWriter(err));
        int code = command.execute(all.toArray(String[]::new));
        command.getOut().flush();
        command.getErr().flush();
        return code;
    }
}

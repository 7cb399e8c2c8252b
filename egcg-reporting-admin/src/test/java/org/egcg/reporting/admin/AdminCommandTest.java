package org.egcg.reporting.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all commands share, and the two that look at an installation. */
class AdminCommandTest {

    @TempDir
    Path directory;

    private final TestStore store = new TestStore();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void namesItsCommandsAndExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("users", "recompute", "migrate", "index", "check", "generate-completion")
                .contains("2   not understood");
    }

    @Test
    void exits2WithoutACommandAndWithAnUnknownOne() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("a command is missing");
        assertThat(run("recompute-all")).isEqualTo(2);
        assertThat(run("users", "add")).isEqualTo(2);
    }

    @Test
    void writesACompletionScriptThatKnowsTheCommands() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete -F", "reset-second-factor");
    }

    @Test
    void makesMissingIndexesOnceAndSaysWhich() throws IOException {
        String config = configured(store.uri());
        assertThat(run("index", "--dry-run", "--config", config)).isEqualTo(3);
        assertThat(out.toString()).contains("runs\trun_id\tunique\tis missing");
        assertThat(run("index", "--config", config)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("runs\trun_id\tunique\tmade");
        out.getBuffer().setLength(0);
        assertThat(run("index", "--config", config)).isZero();
        assertThat(out.toString()).contains("runs\trun_id\tunique\tis there", "0 made, 0 refused");
    }

    @Test
    void checksConfigurationStoreAndUsers() throws IOException {
        assertThat(run("check", "--config", configured(store.uri())))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("store\tanswers", "lims\tnot configured", "users\t0 users");
    }

    @Test
    void exits3WhenTheStoreIsAwayAndSaysSo() throws IOException {
        String away = "mongodb://localhost:1/?serverSelectionTimeoutMS=500";
        assertThat(run("check", "--config", configured(away))).isEqualTo(3);
        assertThat(out.toString()).contains("store\tdoes not answer");
    }

    @Test
    void exits1OnAWrongConfigurationAndNamesTheKey() throws IOException {
        Path file = Files.writeString(directory.resolve("reporting.yaml"), "rest_app: {prot: 1}");
        assertThat(run("check", "--config", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("reporting.yaml", "prot").doesNotContain("\tat ");
    }

    @Test
    void exits1OnAWrongSchemaWhereTheStoreIsEmbeddedAndOpensNone() throws IOException {
        Files.writeString(directory.resolve("schema.yaml"), "resources: {runs: 1}");
        Path file = Files.writeString(
                directory.resolve("reporting.yaml"),
                "service: {data_dir: data, config_dir: '%s'}".formatted(directory));
        assertThat(run("check", "--config", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("schema.yaml");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    private String configured(String uri) throws IOException {
        return Files.writeString(directory.resolve("reporting.yaml"), """
                        rest_app: {db_host: '%s', db_name: '%s'}
                        service: {data_dir: data}
                        """.formatted(uri, store.database()))
                .toString();
    }

    private int run(String... arguments) {
        return AdminCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}

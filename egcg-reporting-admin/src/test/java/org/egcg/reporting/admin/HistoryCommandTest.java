package org.egcg.reporting.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.trail.Trail;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

    @TempDir
    Path directory;

    private final TestStore store = new TestStore();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTwoRunsInTheNamesOfTwo() throws IOException {
        Files.writeString(configuration(), """
                rest_app:
                  db_host: %s
                  db_name: %s
                service:
                  data_dir: %s
                """.formatted(store.uri(), store.database(), directory));
        try (Reporting reporting = Reporting.open(
                Configuration.load(Map.of("REPORTINGCONFIG", configuration().toString()), directory))) {
            for (String user : List.of("ann", "bob")) {
                Origin.command(user, "program").during(() -> reporting
                        .writer()
                        .insert(
                                reporting.schema("runs"),
                                JsonReader.read("{\"run_id\": \"run of " + user + "\"}")
                                        .asDocument()));
            }
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Path configuration() {
        return directory.resolve("reporting.yaml");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return AdminCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.concat(
                                Stream.of("history"),
                                Stream.concat(
                                        Stream.of(arguments),
                                        Stream.of("--config", configuration().toString())))
                        .toArray(String[]::new));
    }

    private List<TrailEntry> entries() {
        try (MongoStore connection = store.connect()) {
            return new Trail(connection, Clock.systemUTC()).list(TrailQuestion.ALL, 100);
        }
    }

    /** An entry that was kept so many days ago; its document is long gone. */
    private void old(int days) {
        try (MongoStore connection = store.connect()) {
            long at = Instant.now().minus(Duration.ofDays(days)).toEpochMilli() << 16;
            connection.put(
                    Trail.COLLECTION,
                    new BsonDocument(
                                    "_id",
                                    new BsonObjectId(new ObjectId(java.nio.ByteBuffer.allocate(12)
                                            .putLong(at)
                                            .array())))
                            .append("resource", new BsonString("runs"))
                            .append("document", new BsonString("runs"))
                            .append("change", new BsonString("emptied"))
                            .append("before", new BsonDocument())
                            .append("after", new BsonDocument()));
        }
    }

    @Test
    void entriesAreListedTheLatestFirstAndByFilters() {
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .first()
                .asString()
                .matches("\\S+Z\tbob\tprogram\t\truns\trun of bob\tinserted\t.*run_id.*");
        assertThat(run("list", "--by", "ann", "--resource", "runs", "--field", ""))
                .isZero();
        assertThat(out.toString().lines()).singleElement().asString().contains("run of ann");
        assertThat(run("list", "-n", "1")).isZero();
        assertThat(out.toString().lines()).singleElement().asString().contains("run of bob");
        assertThat(run("list", "--to", "2020-01-01")).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(run("list", "--from", "then")).isEqualTo(1);
        assertThat(err.toString()).contains("from: expected a day or a moment");
        assertThat(run("list", "-n", "0")).isEqualTo(2);
        assertThat(run("forget", "0")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void howFarItReachesIsSaid() {
        assertThat(run("kept")).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("2 entries since 20"))
                .contains("service.history_days: not set, they are kept for ever");
    }

    @Test
    void whatIsOldIsForgottenAndThatIsKnown() {
        old(400);
        old(300);
        assertThat(run("forget", "--dry-run", "365")).isZero();
        assertThat(out.toString())
                .startsWith("1 entries before ")
                .endsWith("would be forgotten" + System.lineSeparator());
        assertThat(entries()).hasSize(4);

        assertThat(run("forget", "365")).isZero();
        assertThat(out.toString()).startsWith("1 entries before ").contains("are forgotten");
        assertThat(entries())
                .hasSize(4)
                .first()
                .extracting(
                        TrailEntry::resource,
                        TrailEntry::change,
                        entry -> entry.origin().via(),
                        entry -> entry.origin().why())
                .containsExactly("history", "emptied", "command", "older than 365 days");

        assertThat(run("forget", "365")).isZero();
        assertThat(out.toString()).startsWith("0 entries");
        assertThat(entries()).as("nothing was forgotten, so nothing is told").hasSize(4);
    }
}

package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening does what was asked for, and when it cannot, leaves nothing behind. */
class OpeningTest {

    private static final Set<Thread> BEFORE = Thread.getAllStackTraces().keySet();

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private ReportingConfig config(String yaml) throws IOException {
        Path files = Files.createDirectories(directory.resolve("etc"));
        Files.writeString(files.resolve("reporting.yaml"), "service: {data_dir: '" + data() + "'}\n" + yaml);
        return Configuration.in(files);
    }

    private Set<String> kept() throws IOException {
        if (!Files.exists(data())) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(data())) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @Test
    void overAStoreOfOnesOwnNothingIsWritten() throws IOException {
        try (TestStore store = new TestStore();
                Reporting reporting = Reporting.over(store.connect(), config(""))) {
            reporting.writer().insert(reporting.schema("runs"), BsonDocument.parse("{'run_id': 'r1'}"));
            assertThat(reporting
                            .reader()
                            .list(reporting.schema("runs"), ReadRequest.everything())
                            .list())
                    .hasSize(1);
            reporting.maintain();
            assertThat(kept()).isEmpty();
        }
    }

    @Test
    void whatIsAskedForComesToBeThenAndNotBefore() throws IOException {
        try (Reporting reporting = Reporting.open(config(""))) {
            assertThat(kept()).containsExactly("store");
            reporting.tokens();
            assertThat(kept()).containsExactlyInAnyOrder("store", "token.key");
            assertThat(reporting.users().all()).isEmpty();
            assertThat(kept()).containsExactlyInAnyOrder("store", "token.key", "users.sqlite");
            assertThat(reporting.users()).isSameAs(reporting.users());
        }
    }

    @Test
    void aServiceOpensItsUsersAtItsStart() throws IOException {
        String away =
                "rest_app: {lims_database: {url: 'localhost:1', db: l, username: u, password: p}, lims_url: 'http://lims'}";
        try (Reporting reporting = Reporting.open(config(away))) {
            reporting.startEarly();
            assertThat(kept()).containsExactlyInAnyOrder("store", "token.key", "users.sqlite");
        }
    }

    @Test
    void levelsOfLoggersThatAProgramHasSetStay() throws IOException {
        Logger store = Logger.getLogger("de.bwaldvogel.mongo");
        Level before = store.getLevel();
        Level pool = Logger.getLogger("com.zaxxer.hikari").getLevel();
        store.setLevel(Level.SEVERE);
        try (Reporting reporting = Reporting.open(config(""))) {
            assertThat(reporting.storeAnswers()).isTrue();
            assertThat(store.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(Logger.getLogger("com.zaxxer.hikari").getLevel()).isEqualTo(pool);
        } finally {
            store.setLevel(before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    schema.yaml                     | runs: {run_id: {type: nonsense}}
                    schema.yaml                     | [
                    review_thresholds.yaml          | run: {yield: {comparison: around, value: 3}}
                    review_thresholds.yaml          | 7
                    control_charts.yaml             | metrics: {q30: {title: Q30, data: no.field}}
                    project_status_definitions.yaml | status_order: 3
                    project_status_definitions.yaml | {{
                    """)
    void aFileThatIsWrongIsNamedAndTheNextOpeningSucceeds(String file, String text) throws IOException {
        ReportingConfig config = config("");
        Path wrong = Files.writeString(directory.resolve("etc").resolve(file), text);
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Reporting.open(config))
                .withMessageContaining(file);
        assertThat(kept()).as("written by what did not open").isEmpty();
        Files.delete(wrong);
        opensAndCloses(config);
    }

    @Test
    void aDirectoryInUseIsRefusedAndFreeAgainAfterwards() throws IOException {
        ReportingConfig config = config("");
        try (Reporting first = Reporting.open(config)) {
            assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> Reporting.open(config));
            assertThat(first.storeAnswers()).isTrue();
        }
        opensAndCloses(config);
    }

    @Test
    void aStoreThatIsNoFileIsRefused() throws IOException {
        Files.createDirectories(data());
        Path store = Files.writeString(data().resolve("store"), "in the way");
        ReportingConfig config = config("");
        assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> Reporting.open(config));
        Files.delete(store);
        opensAndCloses(config);
    }

    @Test
    void aStoreOfGarbageIsRefusedAndItsFileIsLetGo() throws IOException {
        Path store = Files.createDirectories(data().resolve("store"));
        Path garbage = Files.write(store.resolve("documents.mv"), new byte[100_000]);
        ReportingConfig config = config("");
        assertThatExceptionOfType(Misconfigured.class).isThrownBy(() -> Reporting.open(config));
        Files.delete(garbage);
        opensAndCloses(config);
    }

    @Test
    void aDatabaseThatIsAwayIsNoFailureAndLeavesNoThread() throws IOException {
        ReportingConfig config = config("rest_app: {db_host: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200'}");
        try (Reporting reporting = Reporting.open(config)) {
            assertThat(reporting.storeAnswers()).isFalse();
            assertThatExceptionOfType(ReportingException.Unavailable.class)
                    .isThrownBy(() -> reporting.reader().list(reporting.schema("runs"), ReadRequest.everything()));
        }
        leavesNoThread();
        assertThat(kept()).isEmpty();
    }

    @Test
    void whatWasGivenIsClosedWhereTheRestDoesNotOpen() throws IOException {
        ReportingConfig config = config("");
        Files.writeString(directory.resolve("etc/review_thresholds.yaml"), "7");
        try (TestStore store = new TestStore()) {
            MongoStore own = store.connect();
            Users users = Users.open(directory.resolve("own.sqlite").toString(), Role.EDITOR);
            assertThatThrownBy(() -> Reporting.builder()
                            .configuration(config)
                            .store(own)
                            .users(users)
                            .open())
                    .isInstanceOf(Misconfigured.class);
            assertThatExceptionOfType(ReportingException.Unavailable.class)
                    .isThrownBy(() -> own.count("runs", new BsonDocument()));
            assertThatExceptionOfType(ReportingException.Unavailable.class).isThrownBy(users::all);
        }
    }

    @Test
    void partsOfOnesOwnAreUsed() throws IOException {
        Instant then = Instant.parse("2019-05-06T07:08:09Z");
        try (TestStore store = new TestStore();
                Reporting reporting = Reporting.builder()
                        .configuration(config(""))
                        .store(store.connect())
                        .users(Users.open(directory.resolve("own.sqlite").toString(), Role.EDITOR))
                        .clock(Clock.fixed(then, ZoneOffset.UTC))
                        .open()) {
            reporting.writer().insert(reporting.schema("runs"), BsonDocument.parse("{'run_id': 'r1'}"));
            List<BsonDocument> runs = reporting
                    .reader()
                    .list(reporting.schema("runs"), ReadRequest.everything())
                    .list();
            assertThat(runs.get(0).get("_created")).isEqualTo(new BsonDateTime(then.toEpochMilli()));
            reporting.users().add("ann", "correct horse battery", Role.ADMIN);
            assertThat(directory.resolve("own.sqlite")).exists();
            assertThat(reporting.hasEmbeddedStore()).isFalse();
            assertThat(kept()).isEmpty();
        }
    }

    @Test
    void aDirectoryOfSettingsIsAConfiguration() throws IOException {
        Path files = Files.createDirectories(directory.resolve("settings"));
        assertThat(Configuration.in(files).source()).isEqualTo("example_reporting.yaml");
        Files.writeString(files.resolve("reporting.yaml"), "service: {facility_name: 'Leith'}");
        assertThat(Configuration.in(files).facility().name()).isEqualTo("Leith");
        Files.writeString(files.resolve("schema.yaml"), "nothing: [");
        try (TestStore store = new TestStore()) {
            assertThatExceptionOfType(Misconfigured.class)
                    .isThrownBy(() -> Reporting.builder()
                            .configuration(files)
                            .store(store.connect())
                            .open())
                    .withMessageContaining(files.resolve("schema.yaml").toString());
        }
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> Configuration.in(directory.resolve("nowhere")))
                .withMessageContaining("nowhere");
    }

    private static void opensAndCloses(ReportingConfig config) {
        try (Reporting reporting = Reporting.open(config)) {
            assertThat(reporting.storeAnswers()).isTrue();
        }
        leavesNoThread();
    }

    /** What outlives the library may not keep the program alive; Netty has a thread that ends after a second. */
    private static void leavesNoThread() {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!lasting().isEmpty() && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        assertThat(lasting()).isEmpty();
    }

    private static List<Thread> lasting() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !BEFORE.contains(thread) && thread.isAlive() && !thread.isDaemon())
                .toList();
    }
}

package org.egcg.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.testkit.Logged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another user of the machine finds of the service's files: nothing. */
class OwnFilesTest {

    @TempDir
    Path machine;

    private Path data;

    @BeforeEach
    void anybodyMayComeThisFar() throws IOException {
        data = machine.resolve("data");
        Files.setPosixFilePermissions(machine, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private ReportingConfig config(String yaml) throws IOException {
        Path file = Files.writeString(machine.resolve("reporting.yaml"), yaml);
        return Configuration.load(
                Map.of("EGCG_DATA_DIR", data.toString(), "REPORTINGCONFIG", file.toString()), machine);
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void open(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void everythingOfANewServiceIsTheOwnersAlone() throws IOException {
        try (Reporting reporting = Reporting.open(config("{}"))) {
            reporting.users().add("ann", "correct horse battery", Role.ADMIN);
            assertThat(rights(data)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.toList()) {
                    assertThat(rights(file)).as(file.toString()).endsWith("------");
                }
            }
        }
    }

    @Test
    void whatAnEarlierVersionLeftOpenIsClosedAndKept() throws IOException {
        try (Reporting reporting = Reporting.open(config("{}"))) {
            assertThat(reporting.users().all()).isEmpty();
        }
        Files.createFile(data.resolve("users.sqlite-wal"));
        Path theirs = Files.createFile(data.resolve("notes.txt"));
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                open(file);
            }
        }
        try (Reporting reporting = Reporting.open(config("{}"))) {
            assertThat(reporting.users().all()).isEmpty();
            for (String name :
                    List.of("", "store", "store/documents.mv", "users.sqlite", "users.sqlite-wal", "token.key")) {
                assertThat(rights(data.resolve(name))).as(name).isEqualTo("rwx------");
            }
            assertThat(rights(theirs)).as("not the service's").isEqualTo("rwxrwxrwx");
        }
    }

    @Test
    void aDataDirectoryThatALinkNamesIsClosedToo() throws IOException {
        Path elsewhere = Files.createDirectory(machine.resolve("elsewhere"));
        open(elsewhere);
        Files.createSymbolicLink(data, elsewhere);
        try (Reporting reporting = Reporting.open(config("{}"))) {
            assertThat(rights(elsewhere)).isEqualTo("rwx------");
            assertThat(reporting.users().all()).isEmpty();
            assertThat(rights(elsewhere.resolve("users.sqlite"))).isEqualTo("rw-------");
        }
    }

    @Test
    void aUserDatabaseElsewhereIsClosedToStrangersAndItsDirectoryStaysAsItIs() throws IOException {
        Path shared = Files.createDirectory(machine.resolve("shared"));
        Path users = Files.createFile(shared.resolve("users.sqlite"));
        open(shared);
        open(users);
        try (Reporting reporting = Reporting.open(config("reporting_app: {user_db: '" + users + "'}"))) {
            reporting.users().add("ann", "correct horse battery", Role.ADMIN);
        }
        assertThat(rights(users)).isEqualTo("rwxrwx---");
        assertThat(rights(shared)).isEqualTo("rwxrwxrwx");
    }

    @Test
    void aConfigurationWithPasswordsThatEverybodyReadsIsNamedOnceWithoutWhatIsInIt() throws IOException {
        String yaml = "rest_app: {key: 'a very secret key of forty characters, or so'}";
        ReportingConfig config = config(yaml);
        Path file = machine.resolve("reporting.yaml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (Logged log = Logged.by(OwnFiles.class.getName())) {
            OwnFiles.close(config);
            assertThat(log.messages())
                    .containsExactly(file + " holds passwords, and every user of this machine can read it");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        try (Logged log = Logged.by(OwnFiles.class.getName())) {
            OwnFiles.close(config);
            assertThat(log.messages()).isEmpty();
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (Logged log = Logged.by(OwnFiles.class.getName())) {
            OwnFiles.close(config("{}"));
            assertThat(log.messages()).as("nothing secret in it").isEmpty();
        }
    }

    @Test
    void itIsNamedOnceHoweverManyPartsAreOpened() throws IOException {
        ReportingConfig config = config("rest_app: {key: 'a very secret key of forty characters, or so'}");
        Files.setPosixFilePermissions(machine.resolve("reporting.yaml"), PosixFilePermissions.fromString("rw-r--r--"));
        try (Logged log = Logged.by(OwnFiles.class.getName());
                Reporting reporting = Reporting.open(config)) {
            assertThat(reporting.users().all()).isEmpty();
            reporting.tokens();
            assertThat(log.messages()).hasSize(1);
        }
    }

    /** Needs to be root, to become somebody else. */
    @Test
    void anotherUserReadsNothing() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        try (Reporting reporting = Reporting.open(config("{}"))) {
            reporting.users().add("ann", "correct horse battery", Role.ADMIN);
            for (String name : List.of("token.key", "users.sqlite", "store/documents.mv")) {
                assertThat(data.resolve(name)).exists();
                assertThat(asNobody("cat", data.resolve(name).toString()))
                        .as(name)
                        .isNotZero();
            }
            assertThat(asNobody("ls", data.toString())).isNotZero();
            assertThat(asNobody("touch", data.resolve("mine").toString())).isNotZero();
            assertThat(asNobody("ls", "/")).as("what anybody may").isZero();
        }
    }

    private static int asNobody(String... command) throws IOException, InterruptedException {
        List<String> whole = Stream.concat(Stream.of("runuser", "-u", "nobody", "--"), Stream.of(command))
                .toList();
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}

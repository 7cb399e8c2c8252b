package org.egcg.reporting.embedded.lims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.egcg.reporting.config.ConfigDirectory;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another user of the machine gets from the embedded LIMS' database: nothing. */
class ClosedPostgresTest {

    @TempDir
    static Path directory;

    private static EmbeddedLims lims;

    @BeforeAll
    static void open() {
        lims = EmbeddedLims.open(directory.resolve("lims"), example());
    }

    @AfterAll
    static void close() {
        lims.close();
    }

    private static Section example() {
        String file = "example_lims.yaml";
        return Section.read(file, ConfigDirectory.packaged().text(file));
    }

    private static String address(String database) {
        return lims.jdbcUrl().replaceAll("/postgres.*", "/" + database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "lims_reader", "lims_owner", "root", "nobody"})
    void nobodyEntersWithoutAPasswordNorWithAWrongOne(String user) {
        for (String password : List.of("", "postgres", "wrong")) {
            for (String database : List.of("postgres", "template1", "lims")) {
                assertThatThrownBy(() -> DriverManager.getConnection(address(database), user, password))
                        .as(user + " " + database)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @Test
    void theServicesPasswordOpensItsOwnAccountInItsOwnDatabaseOnly() throws SQLException {
        assertThatThrownBy(() -> DriverManager.getConnection(address("postgres"), "postgres", lims.password()))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(address("template1"), lims.user(), lims.password()))
                .isInstanceOf(SQLException.class);
        assertThat(answer("SELECT current_user || ' ' || count(*) FROM project"))
                .matches("lims_reader [1-9][0-9]*");
        assertThat(answer("SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls"
                        + " FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(answer("SELECT count(*) FROM pg_auth_members WHERE member = to_regrole('lims_reader')"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO PROGRAM 'id'",
                "COPY pg_temp.t FROM PROGRAM 'id'",
                "COPY project FROM PROGRAM 'id'",
                "COPY (SELECT 1) TO '/tmp/egcg-written-by-a-reader'",
                "SELECT pg_read_file('/etc/passwd')",
                "SELECT pg_read_binary_file('pg_hba.conf')",
                "SELECT pg_ls_dir('.')",
                "SELECT lo_import('/etc/passwd')",
                "SELECT * FROM pg_authid",
                "SELECT * FROM pg_hba_file_rules",
                "CREATE EXTENSION dblink",
                "CREATE FUNCTION f() RETURNS int LANGUAGE c AS '/lib/x86_64-linux-gnu/libc.so.6', 'getpid'",
                "LOAD '/tmp/any.so'",
                "ALTER SYSTEM SET archive_command = 'id'",
                "ALTER ROLE postgres LOGIN PASSWORD 'mine'",
                "ALTER ROLE lims_reader SUPERUSER",
                "CREATE ROLE mine SUPERUSER LOGIN",
                "CREATE DATABASE mine",
                "SET ROLE postgres",
                "SET ROLE lims_owner",
                "GRANT pg_execute_server_program TO lims_reader",
                "CREATE TABLE mine (id int)",
                "CREATE TEMP TABLE mine (id int)",
                "CREATE SCHEMA mine",
                "INSERT INTO project SELECT * FROM project",
                "UPDATE project SET name = 'mine'",
                "DELETE FROM project",
                "TRUNCATE project",
                "DROP TABLE project"
            })
    void whoReadsTheTablesCanDoNothingElse(String statement) throws SQLException {
        try (Connection connection = reader();
                Statement sql = connection.createStatement()) {
            sql.execute("SET default_transaction_read_only = off");
            assertThatThrownBy(() -> sql.execute(statement)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theServerHasNoSocketInTheFileSystemAndListensOnOneAddress() throws IOException, SQLException {
        List<String> running = Files.readAllLines(directory.resolve("lims/data/postmaster.pid"));
        assertThat(running.get(3)).isEqualTo(answer("SELECT inet_server_port()"));
        assertThat(running.get(4)).as("the directory of its socket").isEmpty();
        assertThat(running.get(5)).isEqualTo("127.0.0.1");
        assertThat(Path.of("/tmp/.s.PGSQL." + running.get(3))).doesNotExist();
    }

    /** The library would stop and remove what looks like a database that an earlier run has left there. */
    @Test
    void whatAStrangerLaysOutInTheDirectoryForTemporaryFilesIsLeftAlone(@TempDir Path temporary, @TempDir Path own)
            throws IOException {
        Path bait = Files.createDirectories(temporary.resolve("embedded-pg/bait"));
        Path victim = Files.writeString(temporary.resolve("victim"), "precious");
        Files.setLastModifiedTime(victim, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        Files.createSymbolicLink(bait.resolve("epg-lock"), victim);
        String before = System.setProperty("java.io.tmpdir", temporary.toString());
        try (EmbeddedLims opened = EmbeddedLims.open(own, example())) {
            assertThat(opened.user()).isEqualTo("lims_reader");
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
        assertThat(victim).hasContent("precious");
        assertThat(bait).exists();
    }

    @Test
    void itsFilesAreTheOwnersAlone() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("lims"), 2)) {
            for (Path file :
                    files.filter(path -> !path.getParent().endsWith("programs")).toList()) {
                assertThat(Files.getPosixFilePermissions(file))
                        .as(file.toString())
                        .doesNotContain(
                                PosixFilePermission.GROUP_READ,
                                PosixFilePermission.OTHERS_READ,
                                PosixFilePermission.OTHERS_WRITE);
            }
        }
    }

    /** As every version made it that let everybody in. */
    @Test
    void aDirectoryThatWasOpenToEverybodyIsClosedAndKeepsWhatIsInIt(@TempDir Path old) throws Exception {
        Path data = Files.createDirectories(old.resolve("lims/data"));
        try (EmbeddedPostgres open = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .start();
                Connection superuser = open.getPostgresDatabase().getConnection();
                Statement sql = superuser.createStatement()) {
            sql.execute("CREATE TABLE sample (sampleid int); INSERT INTO sample VALUES (4711)");
            sql.execute("CREATE ROLE stranger SUPERUSER LOGIN PASSWORD 'mine'");
            sql.execute("ALTER SYSTEM SET log_connections = on");
        }
        Files.setPosixFilePermissions(old.resolve("lims"), PosixFilePermissions.fromString("rwxrwxrwx"));
        try (EmbeddedLims closed = EmbeddedLims.open(old.resolve("lims"), Section.read("none.yaml", ""))) {
            for (String user : Set.of("postgres", "stranger", "lims_owner")) {
                assertThatThrownBy(() -> DriverManager.getConnection(closed.jdbcUrl(), user, "mine"))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(answer(closed, "SELECT sampleid FROM sample")).isEqualTo("4711");
            assertThat(answer(closed, "SELECT tableowner FROM pg_tables WHERE tablename = 'sample'"))
                    .isEqualTo("lims_owner");
            assertThat(Files.getPosixFilePermissions(old.resolve("lims")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void thePasswordIsAnotherAtEachStart(@TempDir Path own) throws SQLException {
        String before;
        try (EmbeddedLims first = EmbeddedLims.open(own, example())) {
            before = first.password();
        }
        try (EmbeddedLims second = EmbeddedLims.open(own, example())) {
            assertThat(second.password()).isNotEqualTo(before);
            assertThatThrownBy(() -> DriverManager.getConnection(second.jdbcUrl(), second.user(), before))
                    .isInstanceOf(SQLException.class);
            assertThat(answer(second, "SELECT 1")).isEqualTo("1");
        }
    }

    private static Connection reader() throws SQLException {
        return DriverManager.getConnection(lims.jdbcUrl(), lims.user(), lims.password());
    }

    private static String answer(String question) throws SQLException {
        return answer(lims, question);
    }

    private static String answer(EmbeddedLims asked, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(asked.jdbcUrl(), asked.user(), asked.password());
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(question)) {
            found.next();
            return found.getString(1);
        }
    }
}

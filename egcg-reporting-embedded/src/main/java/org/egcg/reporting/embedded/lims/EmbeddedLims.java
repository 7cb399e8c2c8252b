package org.egcg.reporting.embedded.lims;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.egcg.reporting.embedded.access.Password;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.files.PrivateFiles;
import org.egcg.reporting.yaml.Section;

/**
 * A LIMS database for those who have none: a real PostgreSQL in a process of its own, on the loopback address and a
 * free port, filled with example data at its first start. It works for root too. One directory belongs to one open
 * LIMS; what is in it stays when the program ends.
 *
 * <p>No client enters it without a password: {@link #user()} may read its tables and no more, with a {@link #password()}
 * that is new at each start. The superuser cannot log in once this is open.
 */
public final class EmbeddedLims implements AutoCloseable {

    /** A file in the directory that an empty database is filled with besides, if it is there. */
    public static final String MORE = "more.yaml";

    /** Kept, so that its level is: the library repeats every line that PostgreSQL writes. */
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test.db.postgres.embedded");

    private final EmbeddedPostgres server;
    private final FileChannel lock;
    private final Password password = Password.random();

    private EmbeddedLims(EmbeddedPostgres server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    /** Whether the libraries that it needs are there. */
    public static boolean isAvailable() {
        try {
            return EmbeddedPostgres.class.getName() != null;
        } catch (LinkageError absent) {
            return false;
        }
    }

    /**
     * Starts the database in a directory, which is made if it does not exist.
     *
     * @param example what an empty database is filled with, before {@value #MORE}; {@code example_lims.yaml} tells the format
     * @throws Misconfigured if another service has the directory open, it cannot be used, or the example is wrong
     * @throws Unavailable if PostgreSQL does not start
     */
    public static EmbeddedLims open(Path directory, Section example) {
        quieten();
        FileChannel lock = lock(directory);
        try {
            Leftover.stop(directory.resolve("data"));
            EmbeddedLims lims = new EmbeddedLims(ClosedPostgres.start(directory), lock);
            lims.prepare(examples(directory, example));
            return lims;
        } catch (IOException | IllegalStateException | SQLException failed) {
            release(lock);
            throw new Unavailable("lims", "The embedded LIMS does not start: " + reasons(failed), failed);
        } catch (Misconfigured wrong) {
            release(lock);
            throw wrong;
        }
    }

    private static List<Section> examples(Path directory, Section example) throws IOException {
        Path more = directory.resolve(MORE);
        return Files.exists(more) ? List.of(example, Section.read(MORE, Files.readString(more))) : List.of(example);
    }

    /** A level that was set by the program stays. */
    private static void quieten() {
        if (LIBRARY.getLevel() == null) {
            LIBRARY.setLevel(Level.WARNING);
        }
    }

    /** The library says that it gave up; why it had to, say its causes. */
    private static String reasons(Throwable failed) {
        String reason = String.valueOf(failed.getMessage());
        return failed.getCause() == null ? reason : reason + ": " + reasons(failed.getCause());
    }

    private static FileChannel lock(Path directory) {
        try {
            PrivateFiles.directory(directory);
            FileChannel channel =
                    FileChannel.open(PrivateFiles.file(directory.resolve("in-use")), StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                release(channel);
                throw new Misconfigured(
                        directory.toString(),
                        "data directory",
                        "in use by another running service; stop it, or name another directory");
            }
            return channel;
        } catch (IOException unwritable) {
            throw new Misconfigured(
                    directory.toString(), "data directory", "cannot be written: " + unwritable.getMessage());
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProgram) {
            return false;
        }
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException gone) {
            LIBRARY.log(Level.FINE, "The lock was gone already.", gone);
        }
    }

    /** Fills an empty database, wholly or not at all, and then lets in a reader alone. */
    private void prepare(List<Section> examples) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(script("lims-accounts.sql"));
            statement.execute("SET ROLE lims_owner");
            if (isEmpty(statement)) {
                fill(connection, statement, examples);
            }
            statement.execute("RESET ROLE");
            statement.execute(script("lims-rights.sql"));
            statement.execute("ALTER ROLE " + user() + " PASSWORD '" + ClosedPostgres.verifier(password) + "'");
            statement.execute("ALTER ROLE " + ClosedPostgres.SUPERUSER + " NOLOGIN PASSWORD NULL");
            connection.commit();
        }
    }

    private static void fill(Connection connection, Statement statement, List<Section> examples)
            throws SQLException, IOException {
        statement.execute(script("lims-tables.sql"));
        LimsExample records = new LimsExample(new LimsTables(connection));
        for (Section example : examples) {
            records.load(example);
        }
        statement.execute(script("lims-indexes.sql"));
        statement.execute("ANALYZE");
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT to_regclass('public.sample')")) {
            return found.next() && found.getString(1) == null;
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream script = EmbeddedLims.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** For the PostgreSQL driver, without the account. The driver never says the password in the clear. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?requireAuth=" + ClosedPostgres.SCRAM;
    }

    /** The account that reads. */
    public String user() {
        return ClosedPostgres.READER;
    }

    /** Its password, good until this is closed. */
    public String password() {
        return password.value();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException unwilling) {
            LIBRARY.log(Level.WARNING, "The embedded LIMS did not stop.", unwilling);
        } finally {
            release(lock);
        }
    }
}

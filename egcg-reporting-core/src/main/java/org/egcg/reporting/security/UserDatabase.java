package org.egcg.reporting.security;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.files.PrivateFiles;
import org.egcg.reporting.internal.library.OptionalLibrary;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * The database that users are kept in: an SQLite file, made if there is none, or whatever a JDBC URL names. Tables that
 * are missing are added; what is there stays as it is. A file is opened anew each time, so that one may be put in
 * another's place while the service runs.
 */
final class UserDatabase implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UserDatabase.class.getName());
    private static final int PATIENCE_MILLIS = 5_000;

    private final UserConnections connections;
    private final UserSchema schema;
    private volatile boolean closed;
    private volatile Optional<UserSchema.Found> found = Optional.empty();

    private UserDatabase(UserConnections connections, UserSchema schema) {
        this.connections = connections;
        this.schema = schema;
    }

    static UserDatabase open(String userDb) {
        UserDatabase database = userDb.startsWith("jdbc:") && !userDb.startsWith("jdbc:sqlite:")
                ? new UserDatabase(pool(userDb), UserSchema.server())
                : new UserDatabase(file(userDb.replaceFirst("^jdbc:sqlite:", "")), UserSchema.sqlite());
        database.prepare();
        return database;
    }

    /** @param location a path, or SQLite's own {@code file:} address with its options */
    private static UserConnections file(String location) {
        OptionalLibrary.require("users in a file", OptionalLibrary.SQLITE);
        Optional<Path> path = location.startsWith("file:") ? Optional.empty() : Optional.of(Path.of(location));
        path.ifPresent(UserDatabase::make);
        SQLiteConfig config = new SQLiteConfig();
        // A file that was taken away while the service runs is missed, and not made anew as an empty one.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(PATIENCE_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + location);
        return new UserConnections(source, path.filter(file -> location.indexOf('?') < 0));
    }

    /** A file with the hashes of passwords is for its owner alone; a group that was let in before stays. */
    private static void make(Path path) {
        try {
            if (path.getParent() != null) {
                PrivateFiles.make(path.getParent());
            }
            if (Files.exists(path)) {
                PrivateFiles.closeToStrangers(path);
            } else {
                PrivateFiles.file(path);
            }
        } catch (IOException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be made, or not kept from others: {1}", path, unwritable);
        }
    }

    private static UserConnections pool(String url) {
        OptionalLibrary.require("users in a database", OptionalLibrary.HIKARI);
        HikariConfig config = new HikariConfig();
        config.setPoolName("users");
        config.setJdbcUrl(url);
        if (url.startsWith("jdbc:postgresql:")) {
            OptionalLibrary.require("users in a PostgreSQL database", OptionalLibrary.POSTGRESQL);
            // inside an application server, drivers of the application are not found by themselves
            config.setDriverClassName("org.postgresql.Driver");
        }
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        // A database that is away must not keep the service from starting.
        config.setInitializationFailTimeout(-1);
        return new UserConnections(new HikariDataSource(config), Optional.empty());
    }

    /** A database that is away when the service starts is prepared when it is first there. */
    private void prepare() {
        try {
            look();
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "The user database does not answer: {0}", away.getMessage());
        }
    }

    private UserSchema.Found look() throws SQLException {
        if (found.isEmpty()) {
            found = Optional.of(connections.with(schema::prepare));
        }
        return found.orElseThrow();
    }

    /** Which of our tables there are, and whether they can be written. */
    UserSchema.Found found() {
        return closed || found.isEmpty() ? with(connection -> look()) : found.get();
    }

    /** Reads a row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(Row<T> reader, String sql, Object... values) {
        return with(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values);
                    ResultSet found = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(reader.read(found));
                }
                return rows;
            }
        });
    }

    /** How many rows a statement changed. */
    int change(String sql, Object... values) {
        return with(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Stands for null in what a statement is given. */
    static final Object ABSENT = new Object();

    /** One statement of several. */
    record Change(String sql, List<Object> values) {
        static Change of(String sql, Object... values) {
            return new Change(sql, List.of(values));
        }
    }

    /** Makes several changes, or none of them; says how many rows the first one changed. */
    int changeTogether(List<Change> changes) {
        return with(connection -> {
            connection.setAutoCommit(false);
            try {
                int first = -1;
                for (Change change : changes) {
                    try (PreparedStatement statement =
                            prepared(connection, change.sql(), change.values().toArray())) {
                        int rows = statement.executeUpdate();
                        first = first < 0 ? rows : first;
                    }
                }
                connection.commit();
                return first;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                // The pool may hand this connection out again.
                connection.setAutoCommit(true);
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index] == ABSENT ? null : values[index]);
        }
        return statement;
    }

    private <T> T with(UserConnections.Work<T> work) {
        if (closed) {
            throw new Unavailable("users", "The user database has been closed.", null);
        }
        try {
            look();
            return connections.with(work);
        } catch (SQLException away) {
            throw new Unavailable("users", "the user database does not answer: " + away.getMessage(), away);
        }
    }

    @Override
    public void close() {
        closed = true;
        connections.close();
    }
}

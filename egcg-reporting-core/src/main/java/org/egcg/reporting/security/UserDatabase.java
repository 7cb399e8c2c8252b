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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.egcg.reporting.ReportingException.Unavailable;
import org.egcg.reporting.files.PrivateFiles;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/**
 * The database that users are kept in: an SQLite file, made if there is none, or whatever a JDBC URL names. Tables that
 * are missing are added; what is there stays as it is. A file is opened anew each time, so that one may be put in
 * another's place while the service runs.
 */
final class UserDatabase implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UserDatabase.class.getName());
    private static final int PATIENCE_MILLIS = 5_000;
    private static final List<String> TABLES = List.of("""
            create table if not exists user_details (
                id varchar(255) primary key,
                role varchar(20) not null,
                must_change integer not null,
                version bigint not null)""", """
                                             create table if not exists password_changes (
                                                 id varchar(255) primary key,
                                                 changed bigint not null)""", """
            create table if not exists api_tokens (
                id varchar(40) primary key,
                user_id varchar(255) not null,
                name varchar(255) not null,
                digest varchar(64) not null unique,
                created bigint not null,
                last_used bigint,
                expires bigint)""");

    private final DataSource connections;
    private final String usersTable;
    private volatile boolean ready;
    private volatile boolean bare;

    private UserDatabase(DataSource connections, String usersTable) {
        this.connections = connections;
        this.usersTable = usersTable;
    }

    static UserDatabase open(String userDb) {
        UserDatabase database = userDb.startsWith("jdbc:") && !userDb.startsWith("jdbc:sqlite:")
                ? new UserDatabase(
                        pool(userDb),
                        "create table if not exists users (id varchar(255) unique, pw_hash varchar(255) unique)")
                : new UserDatabase(
                        file(userDb.replaceFirst("^jdbc:sqlite:", "")),
                        "create table if not exists users (id text unique, pw_hash text unique)");
        database.prepare();
        return database;
    }

    /** @param location a path, or SQLite's own {@code file:} address with its options */
    private static DataSource file(String location) {
        if (!location.startsWith("file:")) {
            make(Path.of(location));
        }
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout(PATIENCE_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + location);
        return source;
    }

    private static void make(Path path) {
        try {
            if (path.getParent() != null) {
                PrivateFiles.make(path.getParent());
            }
            if (!Files.exists(path)) {
                PrivateFiles.file(path);
            }
        } catch (IOException unwritable) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be made: {1}", path, unwritable);
        }
    }

    private static DataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("users");
        config.setJdbcUrl(url);
        if (url.startsWith("jdbc:postgresql:")) {
            // inside an application server, drivers of the application are not found by themselves
            config.setDriverClassName("org.postgresql.Driver");
        }
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** A database that is away when the service starts is prepared when it is first there. */
    private void prepare() {
        try {
            makeTables();
        } catch (SQLException away) {
            LOG.log(System.Logger.Level.WARNING, "The user database does not answer: {0}", away.getMessage());
        }
    }

    private void makeTables() throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(usersTable);
            for (String table : TABLES) {
                statement.execute(table);
            }
        } catch (SQLiteException refused) {
            if (refused.getResultCode().code != SQLiteErrorCode.SQLITE_READONLY.code) {
                throw refused;
            }
            LOG.log(System.Logger.Level.WARNING, "The user database is read-only: no roles, no tokens for programs");
            bare = true;
        }
        ready = true;
    }

    /** Whether there is nothing but names and hashes, because nothing can be written. */
    boolean isBare() {
        return bare;
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

    /** One statement of several. */
    record Change(String sql, List<Object> values) {
        static Change of(String sql, Object... values) {
            return new Change(sql, List.of(values));
        }
    }

    /** Makes several changes, or none of them; says how many rows the first one changed. */
    int changeTogether(Change... changes) {
        return with(connection -> {
            connection.setAutoCommit(false);
            try {
                int[] rows = new int[changes.length];
                for (int index = 0; index < changes.length; index++) {
                    try (PreparedStatement statement = prepared(
                            connection,
                            changes[index].sql(),
                            changes[index].values().toArray())) {
                        rows[index] = statement.executeUpdate();
                    }
                }
                connection.commit();
                return rows[0];
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        return statement;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try {
            if (!ready) {
                makeTables();
            }
            try (Connection connection = connections.getConnection()) {
                return work.on(connection);
            }
        } catch (SQLException away) {
            throw new Unavailable("users", "the user database does not answer: " + away.getMessage(), away);
        }
    }

    @Override
    public void close() {
        if (connections instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}

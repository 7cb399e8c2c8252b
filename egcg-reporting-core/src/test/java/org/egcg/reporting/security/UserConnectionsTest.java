package org.egcg.reporting.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

class UserConnectionsTest {

    @TempDir
    private Path directory;

    private Path file;
    private UserConnections connections;
    private final List<Connection> opened = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        file = directory.resolve("users.sqlite");
        write(file, "one");
        connections = of(file);
    }

    private UserConnections of(Path path) {
        SQLiteDataSource source = new SQLiteDataSource() {
            @Override
            public SQLiteConnection getConnection(String user, String password) throws SQLException {
                SQLiteConnection connection = super.getConnection(user, password);
                opened.add(connection);
                return connection;
            }
        };
        source.setUrl("jdbc:sqlite:" + path);
        return new UserConnections(source, Optional.of(path));
    }

    @AfterEach
    void close() throws SQLException {
        connections.close();
        for (Connection connection : opened) {
            assertThat(connection.isClosed()).isTrue();
        }
    }

    private static void write(Path path, String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = connection.createStatement()) {
            statement.execute("create table users (id text)");
            statement.execute("insert into users values ('" + name + "')");
        }
    }

    private List<String> names() throws SQLException {
        return connections.with(UserConnectionsTest::names);
    }

    private static List<String> names(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select id from users order by id")) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        }
    }

    @Test
    void aConnectionIsOpenedOnceForManyQuestions() throws SQLException {
        for (int question = 0; question < 10; question++) {
            assertThat(names()).containsExactly("one");
        }
        assertThat(opened).hasSize(1);
    }

    @Test
    void questionsAtTheSameTimeHaveConnectionsOfTheirOwn() throws SQLException {
        connections.with(outer -> {
            assertThat(names()).containsExactly("one");
            return names(outer);
        });
        assertThat(opened).hasSize(2);
        names();
        assertThat(opened).hasSize(2);
    }

    @Test
    void anotherFileInItsPlaceIsReadAtOnce() throws SQLException, IOException {
        names();
        Path next = directory.resolve("next.sqlite");
        write(next, "two");
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(names()).containsExactly("two");
    }

    @Test
    void soIsWhatWasWrittenOverIt() throws SQLException, IOException {
        names();
        Path next = directory.resolve("next.sqlite");
        write(next, "two");
        Files.write(file, Files.readAllBytes(next));
        assertThat(names()).containsExactly("two");
    }

    @Test
    void whatOthersAddIsSeen() throws SQLException {
        names();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("insert into users values ('two')");
        }
        assertThat(names()).containsExactly("one", "two");
    }

    @Test
    void aFileThatIsAwayIsMissed() throws SQLException, IOException {
        names();
        Path elsewhere = Files.move(file, directory.resolve("elsewhere"));
        assertThatThrownBy(this::names).isInstanceOf(SQLException.class);
        Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(names()).containsExactly("one");
    }

    @Test
    void aConnectionThatFailedIsNotUsedAgain() throws SQLException {
        assertThatThrownBy(() -> connections.with(connection -> {
                    connection.setAutoCommit(false);
                    throw new SQLException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(names()).containsExactly("one");
        assertThat(opened).hasSize(2);
    }

    @Test
    void ofAFileWithALogBesideItNoConnectionIsKept() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("pragma journal_mode = wal");
        }
        names();
        names();
        assertThat(opened).hasSize(2);
        assertThat(directory.resolve("users.sqlite-wal")).doesNotExist();
    }

    @Test
    void afterTheEndNothingIsKept() throws SQLException {
        connections.with(connection -> {
            connections.close();
            return names(connection);
        });
        assertThat(opened).hasSize(1);
    }
}

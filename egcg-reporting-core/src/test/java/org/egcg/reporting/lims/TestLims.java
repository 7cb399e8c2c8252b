package org.egcg.reporting.lims;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.egcg.reporting.lims.sql.LimsConnection;

/** Real LIMS databases on one real PostgreSQL, which all tests share and which ends with them. */
public final class TestLims {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final String url;
    private final boolean isRecorded;

    private TestLims(String url) {
        this(url, false);
    }

    private TestLims(String url, boolean isRecorded) {
        this.url = url;
        this.isRecorded = isRecorded;
    }

    /** A database without any table. */
    public static synchronized TestLims empty() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "100")
                        .start();
            }
            String name = "lims" + COUNT.incrementAndGet();
            new TestLims(server.getJdbcUrl("postgres", "postgres")).run("CREATE DATABASE " + name);
            return new TestLims(server.getJdbcUrl("postgres", name));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** A database with the tables that the reports read. */
    public static TestLims withTables() {
        return empty().script("/org/egcg/reporting/embedded/lims/lims-tables.sql")
                .script("/org/egcg/reporting/embedded/lims/lims-indexes.sql");
    }

    /** The database for which answers of the original were recorded. */
    public static TestLims asRecorded() {
        TestLims lims = new TestLims(empty().url, true);
        return lims.script("/org/egcg/reporting/lims/lims-data.sql");
    }

    /** A database that runs elsewhere. */
    public static TestLims at(String url) {
        return new TestLims(url);
    }

    public TestLims script(String resource) {
        return run(text(resource));
    }

    /** A resource of the tests. */
    static String text(String resource) {
        try (InputStream text = TestLims.class.getResourceAsStream(resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Runs statements. */
    public TestLims run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return this;
        } catch (SQLException wrong) {
            throw new IllegalStateException(sql, wrong);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Host and port, as configurations have them. */
    public String address() {
        return URI.create(url.substring("jdbc:".length())).getAuthority();
    }

    /** The name of the database, for the account {@code postgres} and any password. */
    public String database() {
        return URI.create(url.substring("jdbc:".length())).getPath().substring(1);
    }

    /** How programs reach it. */
    public LimsConnection connection() {
        return new LimsConnection(url, "postgres", "");
    }

    /** The reports on it, with the shipped definitions and the address of Clarity that was recorded. */
    public LimsReports reports() {
        String clarity = isRecorded ? "http://lims.example.com" : "http://clarity.com";
        return new LimsReports(connection(), ShippedDefinitions.read(), clarity);
    }
}

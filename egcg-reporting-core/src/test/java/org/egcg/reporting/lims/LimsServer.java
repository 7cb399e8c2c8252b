package org.egcg.reporting.lims;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A PostgreSQL of its own with a LIMS, which can be stopped and started again on its port. */
public final class LimsServer implements AutoCloseable {

    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    private LimsServer(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
        this.port = server.getPort();
    }

    /** A running server; its files go into the directory. */
    public static LimsServer recorded(Path directory) {
        LimsServer server = new LimsServer(directory, started(directory, 0));
        TestLims.at(server.jdbcUrl() + "?user=postgres").script("/org/egcg/reporting/lims/lims-data.sql");
        return server;
    }

    /** A running server with 50,000 samples in 500 projects; what an earlier one has left in the directory stays. */
    public static LimsServer large(Path directory) {
        LimsServer server = new LimsServer(directory, started(directory, 0));
        try {
            LimsBenchmark.fill(TestLims.at(server.jdbcUrl() + "?user=postgres"));
        } catch (SQLException | IOException unfilled) {
            throw new IllegalStateException(unfilled);
        }
        return server;
    }

    private static EmbeddedPostgres started(Path directory, int port) {
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(directory.resolve("data"))
                    .setServerConfig("fsync", "off")
                    .setCleanDataDirectory(false);
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    public void stop() {
        try {
            server.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    /** Starts it where it was, with what it held. */
    public void start() {
        server = started(directory, port);
    }

    /** Host and port, as configurations have them; the database and the account are named {@code postgres}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + address() + "/postgres";
    }

    @Override
    public void close() {
        stop();
    }
}

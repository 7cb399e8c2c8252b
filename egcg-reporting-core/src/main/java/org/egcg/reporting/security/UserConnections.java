package org.egcg.reporting.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import javax.sql.DataSource;

/**
 * Connections to the user database. One to a file is kept for the next question as long as the file is as it was: it may be
 * written to, or another may be put in its place, by anybody at any time. Safe for use by several threads.
 */
final class UserConnections implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UserConnections.class.getName());
    private static final int KEPT_AT_MOST = 8;

    /** By what a file that was written to, or is another, can be told from what it was. */
    private record Look(Object file, FileTime written, long size) {}

    /** A connection, and how the file looked before it was opened; empty if the connection is not to be kept. */
    private record Opened(Connection connection, Optional<Look> look) {}

    /** What is to be done by a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource source;
    private final Optional<Path> file;
    private final BlockingDeque<Opened> idle = new LinkedBlockingDeque<>(KEPT_AT_MOST);
    private volatile boolean closed;

    /**
     * @param source opens connections, or hands out those of a pool; closed with this if it can be
     * @param file that it opens; empty if it is none, or cannot be looked at
     */
    UserConnections(DataSource source, Optional<Path> file) {
        this.source = source;
        this.file = file;
    }

    <T> T with(Work<T> work) throws SQLException {
        Opened opened = opened(look());
        boolean kept = false;
        try {
            T answer = work.on(opened.connection());
            kept = opened.look().isPresent() && !closed && idle.offerFirst(opened);
            return answer;
        } finally {
            if (!kept) {
                close(opened);
            }
            if (closed) {
                closeIdle();
            }
        }
    }

    private Optional<Look> look() {
        return file.flatMap(UserConnections::look);
    }

    private static Optional<Look> look(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.ofNullable(now.fileKey()).map(key -> new Look(key, now.lastModifiedTime(), now.size()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Opened opened(Optional<Look> now) throws SQLException {
        for (Opened next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (next.look().equals(now)) {
                return next;
            }
            close(next);
        }
        Connection connection = source.getConnection();
        return new Opened(connection, now.filter(look -> writesIntoTheFile(connection)));
    }

    /** With a log of writes beside it, the file does not show them, and is whole only when no connection is open. */
    private static boolean writesIntoTheFile(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("pragma journal_mode")) {
            return mode.next() && !mode.getString(1).equalsIgnoreCase("wal");
        } catch (SQLException unknown) {
            LOG.log(System.Logger.Level.DEBUG, "{0}", unknown.getMessage());
            return false;
        }
    }

    private static void close(Opened opened) {
        try {
            opened.connection().close();
        } catch (SQLException failed) {
            LOG.log(System.Logger.Level.DEBUG, "a connection was not closed: {0}", failed.getMessage());
        }
    }

    private void closeIdle() {
        for (Opened next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            close(next);
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
        if (source instanceof AutoCloseable pool) {
            try {
                pool.close();
            } catch (Exception failed) {
                LOG.log(System.Logger.Level.DEBUG, "the pool was not closed: {0}", failed.getMessage());
            }
        }
    }
}

package org.egcg.reporting.embedded.store;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.egcg.reporting.embedded.access.Password;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.internal.files.PrivateFiles;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A document store inside this process, reached like any MongoDB through its {@link #connectionString()}. It listens on
 * the loopback address only, on a port that the system chooses, and answers no client that does not know its password, which
 * is random and new at each opening.
 *
 * <p>A write that was answered is in the file: it outlives a killed process. One directory belongs to one open store.
 * Thread-safe; {@link #close()} drops all connections.
 */
public final class EmbeddedStore implements AutoCloseable {
    private static final String FILE = "documents.mv";
    private static final String USER = "reporting";
    private static final int ANY_PORT = 0;
    /** Of documents that were read lately: a part of the heap, which they share with indexes and requests. */
    private static final int CACHE_IN_MEGABYTES =
            (int) Math.max(8, Math.min(64, Runtime.getRuntime().maxMemory() >> 25));
    /** How long replaced parts of the file stay readable; also bounds how much a busy file grows. */
    private static final int RETENTION_IN_MILLISECONDS = 5_000;

    /** Kept, so that its level is; the library tells of each connection and each refused write. */
    private static final Logger LIBRARY = Logger.getLogger("de.bwaldvogel.mongo");

    private final StoreServer server;
    private final InetSocketAddress address;
    private final Password password;

    /** A level that was set by the program stays. */
    private static void quieten() {
        if (LIBRARY.getLevel() == null) {
            LIBRARY.setLevel(Level.OFF);
        }
    }

    private EmbeddedStore(MVStore file, int port, Password password) {
        this.password = password;
        quieten();
        server = new StoreServer(new CommittingBackend(file), port, new ScramAccount(USER, password));
        address = server.address();
    }

    /**
     * Opens the store in a directory, which is made if it does not exist.
     *
     * @throws Misconfigured if another store has the directory open, or its file cannot be used
     */
    public static EmbeddedStore open(Path dataDirectory) {
        return open(dataDirectory, ANY_PORT, Password.random());
    }

    /** The same at a port of your choice, so that a store that is opened again is found as it was. */
    static EmbeddedStore open(Path dataDirectory, int port, Password password) {
        Path file = dataDirectory.resolve(FILE);
        try {
            PrivateFiles.directory(dataDirectory);
            PrivateFiles.file(file);
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    // The backend commits after each command; a thread of the file's own would commit half of one.
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_IN_MEGABYTES)
                    .open();
            store.setRetentionTime(RETENTION_IN_MILLISECONDS);
            return serving(store, port, password);
        } catch (MVStoreException e) {
            throw new Misconfigured(file.toString(), "data directory", reason(e));
        } catch (IOException e) {
            throw new Misconfigured(file.toString(), "data directory", "cannot be written: " + e.getMessage());
        }
    }

    /** A file that cannot be served is free again for the next to open it. */
    private static EmbeddedStore serving(MVStore file, int port, Password password) {
        try {
            return new EmbeddedStore(file, port, password);
        } catch (RuntimeException | Error failed) {
            // Not close(), which would write what is not committed.
            file.closeImmediately();
            throw failed;
        }
    }

    /** A store that keeps nothing: for tests. */
    public static EmbeddedStore inMemory() {
        return new EmbeddedStore(MVStore.open(null), ANY_PORT, Password.random());
    }

    private static String reason(MVStoreException e) {
        return e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                ? "in use by another running service; stop it, or name another directory"
                : "cannot be opened: " + e.getMessage();
    }

    /** For the MongoDB driver: {@code mongodb://account:password@127.0.0.1:port/…}. A secret. */
    public String connectionString() {
        return "mongodb://" + USER + ":" + password.value() + "@"
                + address.getAddress().getHostAddress() + ":" + address.getPort() + "/?authMechanism=SCRAM-SHA-256";
    }

    int port() {
        return address.getPort();
    }

    Password password() {
        return password;
    }

    @Override
    public void close() {
        server.close();
    }
}

package org.egcg.reporting.embedded.store;

import java.nio.file.Path;
import org.egcg.reporting.embedded.access.Password;

/** A store of its own that can be stopped and started again at the same address, with the same password and the documents that it holds. */
public final class StoppableStore implements AutoCloseable {

    private final Path directory;
    private final int port;
    private final Password password;
    private EmbeddedStore store;

    public StoppableStore(Path directory) {
        this.directory = directory;
        store = EmbeddedStore.open(directory);
        port = store.port();
        password = store.password();
    }

    public String uri() {
        return store.connectionString();
    }

    public void stop() {
        store.close();
    }

    public void start() {
        store = EmbeddedStore.open(directory, port, password);
    }

    @Override
    public void close() {
        store.close();
    }
}

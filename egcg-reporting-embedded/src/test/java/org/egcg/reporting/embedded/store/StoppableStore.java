package org.egcg.reporting.embedded.store;

import java.nio.file.Path;
import org.egcg.reporting.embedded.access.Password;

/** A store of its own that can be stopped and started again at the same address, with the same password and the documents that it holds. */
public final class StoppableStore implements AutoCloseable {

    private final Path directory;
    private final String uri;
    private final int port;
    private final Password password;
    private EmbeddedStore running;

    public StoppableStore(Path directory) {
        this.directory = directory;
        EmbeddedStore store = EmbeddedStore.open(directory);
        running = store;
        uri = store.connectionString();
        port = store.port();
        password = store.password();
    }

    public String uri() {
        return uri;
    }

    public void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    public void start() {
        running = EmbeddedStore.open(directory, port, password);
    }

    @Override
    public void close() {
        stop();
    }
}

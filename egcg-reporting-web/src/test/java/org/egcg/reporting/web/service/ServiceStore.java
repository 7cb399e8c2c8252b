package org.egcg.reporting.web.service;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.UUID;

/**
 * Where the service under test keeps its documents: the MongoDB that {@code EGCG_TEST_MONGODB_URI} names, or one in this
 * process, which can be stopped and started again with what it holds.
 */
final class ServiceStore {

    private final String external = System.getenv("EGCG_TEST_MONGODB_URI");
    private final String database = external == null
            ? "edgen_reporting"
            : "test_" + UUID.randomUUID().toString().replace("-", "");
    private final MemoryBackend documents = new MemoryBackend();
    private InetSocketAddress address = new InetSocketAddress("localhost", 0);
    private MongoServer server;

    ServiceStore() {
        if (canStop()) {
            start();
        }
    }

    boolean canStop() {
        return external == null;
    }

    /** The recorded configuration, made to name this store. */
    String configured(String recorded) {
        String uri = canStop() ? "mongodb://127.0.0.1:" + address.getPort() : external;
        return recorded.replace("db_host: '127.0.0.1'", "db_host: '" + uri + "'")
                .replace("db_name: 'edgen_reporting'", "db_name: '" + database + "'");
    }

    void stop() {
        server.shutdownNow();
    }

    void start() {
        server = new MongoServer(documents);
        server.bind(address);
        address = server.getLocalAddress();
    }
}

package org.egcg.reporting.web.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.egcg.reporting.embedded.StoppableStore;

/**
 * Where the service under test keeps its documents: the MongoDB that {@code EGCG_TEST_MONGODB_URI} names, or one in this
 * process, which a test may stop and start again.
 */
record ServiceStore(String uri, String database, Optional<StoppableStore> own) {

    static ServiceStore in(Path directory) {
        String external = System.getenv("EGCG_TEST_MONGODB_URI");
        if (external != null) {
            return new ServiceStore(
                    external, "test_" + UUID.randomUUID().toString().replace("-", ""), Optional.empty());
        }
        StoppableStore store = new StoppableStore(directory);
        return new ServiceStore(store.uri(), "edgen_reporting", Optional.of(store));
    }

    /** The recorded configuration, made to name this store. */
    String configured(String recorded) {
        return recorded.replace("db_host: '127.0.0.1'", "db_host: '" + uri + "'")
                .replace("db_name: 'edgen_reporting'", "db_name: '" + database + "'");
    }
}

package org.egcg.reporting.web.service;

import java.nio.file.Path;
import java.util.Optional;
import org.egcg.reporting.embedded.store.StoppableStore;
import org.egcg.reporting.testkit.TestStore;

/**
 * Where the service under test keeps its documents: the MongoDB that {@code EGCG_TEST_MONGODB_URI} names, or one in this
 * process, which a test may stop and start again.
 */
record ServiceStore(String uri, String database, Optional<StoppableStore> own) {

    static ServiceStore in(Path directory) {
        if (TestStore.external().isPresent()) {
            TestStore store = new TestStore();
            return new ServiceStore(store.uri(), store.database(), Optional.empty());
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

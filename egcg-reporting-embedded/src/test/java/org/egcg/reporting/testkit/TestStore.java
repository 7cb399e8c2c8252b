package org.egcg.reporting.testkit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.embedded.store.EmbeddedStore;
import org.egcg.reporting.store.MongoStore;

/**
 * An empty document store for one test: the MongoDB that {@code EGCG_TEST_MONGODB_URI} names, or an embedded one in
 * memory, spoken to over its wire protocol.
 */
public final class TestStore implements AutoCloseable {

    private final EmbeddedStore embedded;
    private final String uri;
    private final String database = "test_" + UUID.randomUUID().toString().replace("-", "");

    public TestStore() {
        embedded = external().isPresent() ? null : EmbeddedStore.inMemory();
        uri = external().orElseGet(() -> embedded.connectionString());
    }

    /** The MongoDB that tests are to use, if somebody has named one. */
    public static Optional<String> external() {
        return Optional.ofNullable(System.getenv("EGCG_TEST_MONGODB_URI"));
    }

    public String uri() {
        return uri;
    }

    public String database() {
        return database;
    }

    /** One more connection, as another application node would have. */
    public MongoStore connect() {
        return MongoStore.at(uri, database);
    }

    /** The whole library over this store, with the packaged configuration. */
    public Reporting reporting() {
        return Reporting.over(connect(), packaged());
    }

    /** The same over a connection of your own. */
    public Reporting reporting(MongoStore connection) {
        return Reporting.over(connection, packaged());
    }

    private ReportingConfig packaged() {
        Path directory = Path.of("target", "test-data", database).toAbsolutePath();
        return Configuration.load(Map.of("EGCG_DATA_DIR", directory.toString()), directory);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}

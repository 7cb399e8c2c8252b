package org.egcg.reporting;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.internal.spi.EmbeddedServices;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.MongoStore;

/** Opens the document store that the configuration names, or the embedded one if it names none. */
final class StoreProvider {

    private StoreProvider() {}

    /**
     * @param data the directory for what is kept here
     * @throws Misconfigured if no database is named and there is no embedded store, or its directory is not usable
     */
    static DocumentStore open(ReportingConfig config, Supplier<Path> data, Lifetime lifetime) {
        String uri =
                config.store().connectionString().map(Secret::value).orElseGet(() -> embedded(config, data, lifetime));
        return lifetime.closing(
                MongoStore.at(uri, config.store().database(), config.limits().store()));
    }

    private static String embedded(ReportingConfig config, Supplier<Path> data, Lifetime lifetime) {
        return lifetime.closing(services(config).store(data.get().resolve("store")))
                .address();
    }

    private static EmbeddedServices services(ReportingConfig config) {
        return EmbeddedServices.find()
                .orElseThrow(() -> new Misconfigured(
                        config.source(),
                        "db_host",
                        "is missing, and the embedded store is not on the class path: name a MongoDB, or add "
                                + EmbeddedServices.ARTIFACT));
    }
}

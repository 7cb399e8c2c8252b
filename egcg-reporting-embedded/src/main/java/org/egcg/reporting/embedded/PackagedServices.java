package org.egcg.reporting.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.egcg.reporting.embedded.clarity.ExampleSamples;
import org.egcg.reporting.embedded.clarity.FakeClarity;
import org.egcg.reporting.embedded.lims.EmbeddedLims;
import org.egcg.reporting.embedded.store.EmbeddedStore;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.clarity.ClaritySettings;
import org.egcg.reporting.internal.spi.EmbeddedServices;
import org.egcg.reporting.internal.spi.Running;
import org.egcg.reporting.lims.sql.LimsConnection;
import org.egcg.reporting.yaml.Section;

/** The embedded store, LIMS database and stand-in for Clarity, as core asks for them. */
public final class PackagedServices implements EmbeddedServices {

    /** For {@link java.util.ServiceLoader}. */
    public PackagedServices() {}

    @Override
    public Running<String> store(Path directory) {
        EmbeddedStore store = EmbeddedStore.open(directory);
        return new Running<>(store.connectionString(), store::close);
    }

    @Override
    public boolean hasLims() {
        return EmbeddedLims.isAvailable();
    }

    @Override
    public Running<LimsConnection> lims(Path directory, Section example) {
        EmbeddedLims lims = EmbeddedLims.open(directory, example);
        return new Running<>(new LimsConnection(lims.jdbcUrl(), lims.user(), lims.password()), lims::close);
    }

    @Override
    public Running<ClaritySettings> clarity(Section example) {
        try {
            FakeClarity clarity = FakeClarity.secluded();
            ExampleSamples.of(example).forEach(clarity::know);
            return new Running<>(ClaritySettings.of(clarity.baseuri(), clarity.service()), clarity::close);
        } catch (IOException failed) {
            throw new Unavailable("clarity", "The stand-in for Clarity does not start: " + failed.getMessage(), failed);
        }
    }
}

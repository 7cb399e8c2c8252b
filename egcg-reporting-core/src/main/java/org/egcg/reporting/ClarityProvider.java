package org.egcg.reporting;

import java.io.IOException;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.clarity.ClarityClient;
import org.egcg.reporting.clarity.ClaritySettings;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.embedded.EmbeddedLims;
import org.egcg.reporting.embedded.clarity.ExampleSamples;
import org.egcg.reporting.embedded.clarity.FakeClarity;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.yaml.Section;

/**
 * The way to Clarity's REST API: the configured one, or, where the LIMS' database is the embedded one, a stand-in that
 * knows the example's samples and starts when it is needed. Thread-safe.
 */
final class ClarityProvider implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ClarityProvider.class.getName());

    private final ReportingConfig config;
    private final ClarityClient client;
    private FakeClarity embedded;
    private boolean closed;

    ClarityProvider(ReportingConfig config) {
        this.config = config;
        this.client = config.clarity().map(ClarityProvider::configured).orElseGet(this::unconfigured);
    }

    private static ClarityClient configured(ReportingConfig.Clarity clarity) {
        return new ClarityClient(ClaritySettings.of(
                clarity.baseUri().toString().replaceAll("/+$", ""),
                new ClarityAccount(clarity.username(), clarity.password().value())));
    }

    private ClarityClient unconfigured() {
        return isStandIn() ? new ClarityClient(this::settings) : ClarityClient.unconfigured();
    }

    private boolean isStandIn() {
        return config.clarity().isEmpty() && config.lims().database().isEmpty() && EmbeddedLims.isAvailable();
    }

    ClarityClient client() {
        return client;
    }

    /** Lets the stand-in, if there is to be one, start now. */
    void startEarly() {
        if (isStandIn()) {
            try {
                settings();
            } catch (Unavailable failed) {
                LOG.log(System.Logger.Level.WARNING, failed.getMessage());
            }
        }
    }

    private synchronized ClaritySettings settings() {
        if (closed) {
            throw new Unavailable("clarity", "The LIMS has been closed.", null);
        }
        if (embedded == null) {
            embedded = open();
            LOG.log(System.Logger.Level.INFO, "A stand-in for Clarity runs");
        }
        return ClaritySettings.of(embedded.baseuri(), embedded.service());
    }

    private FakeClarity open() {
        String file = "example_lims.yaml";
        try {
            FakeClarity clarity = FakeClarity.secluded();
            ExampleSamples.of(Section.read(
                            config.files().source(file), config.files().text(file)))
                    .forEach(clarity::know);
            return clarity;
        } catch (IOException | LinkageError failed) {
            throw new Unavailable("clarity", "The stand-in for Clarity does not start: " + failed.getMessage(), failed);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (embedded != null) {
            embedded.close();
        }
    }
}

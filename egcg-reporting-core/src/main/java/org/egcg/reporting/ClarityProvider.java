package org.egcg.reporting;

import java.util.Optional;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.clarity.ClarityClient;
import org.egcg.reporting.clarity.ClaritySettings;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.spi.EmbeddedServices;
import org.egcg.reporting.spi.Running;
import org.egcg.reporting.yaml.Section;

/**
 * The way to Clarity's REST API: the configured one, or, where the LIMS' database is the embedded one, a stand-in that
 * knows the example's samples and starts when it is needed. Thread-safe.
 */
final class ClarityProvider implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ClarityProvider.class.getName());

    private final ReportingConfig config;
    private final ClarityClient client;
    private Running<ClaritySettings> embedded;
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
        return standIn().isPresent() ? new ClarityClient(this::settings) : ClarityClient.unconfigured();
    }

    private Optional<EmbeddedServices> standIn() {
        return config.clarity().isEmpty() && config.lims().database().isEmpty()
                ? EmbeddedServices.find().filter(EmbeddedServices::hasLims)
                : Optional.empty();
    }

    ClarityClient client() {
        return client;
    }

    /** Lets the stand-in, if there is to be one, start now. */
    void startEarly() {
        if (standIn().isPresent()) {
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
            embedded = standIn().orElseThrow().clarity(example());
            LOG.log(System.Logger.Level.INFO, "A stand-in for Clarity runs");
        }
        return embedded.address();
    }

    private Section example() {
        String file = "example_lims.yaml";
        return Section.read(config.files().source(file), config.files().text(file));
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (embedded != null) {
            embedded.close();
        }
    }
}

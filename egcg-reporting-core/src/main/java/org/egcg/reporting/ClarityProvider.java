package org.egcg.reporting;

import java.util.Optional;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.clarity.ClarityClient;
import org.egcg.reporting.internal.clarity.ClaritySettings;
import org.egcg.reporting.internal.spi.EmbeddedServices;
import org.egcg.reporting.internal.spi.Running;
import org.egcg.reporting.yaml.Section;
import org.jspecify.annotations.Nullable;

/**
 * The way to Clarity's REST API: the configured one, or, where the LIMS' database is the embedded one, a stand-in that
 * knows the example's samples and starts when it is needed. Thread-safe.
 */
final class ClarityProvider implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ClarityProvider.class.getName());

    private final ReportingConfig config;
    private final boolean hasLims;
    private @Nullable ClarityClient client;
    private @Nullable Running<ClaritySettings> embedded;
    private boolean closed;

    /** @param hasLims whether there is a LIMS of its own, which no stand-in knows anything of */
    ClarityProvider(ReportingConfig config, boolean hasLims) {
        this.config = config;
        this.hasLims = hasLims || config.lims().database().isPresent();
    }

    synchronized ClarityClient client() {
        if (client == null) {
            boolean reachable = config.clarity().isPresent() || standIn().isPresent();
            client = reachable ? new ClarityClient(this::settings) : ClarityClient.unconfigured();
        }
        return client;
    }

    private Optional<EmbeddedServices> standIn() {
        return config.clarity().isEmpty() && !hasLims
                ? EmbeddedServices.find().filter(EmbeddedServices::hasLims)
                : Optional.empty();
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
        return config.clarity().map(ClarityProvider::configured).orElseGet(this::standInSettings);
    }

    private static ClaritySettings configured(ReportingConfig.Clarity clarity) {
        return ClaritySettings.of(
                clarity.baseUri().toString().replaceAll("/+$", ""),
                new ClarityAccount(clarity.username(), clarity.password().value()));
    }

    private ClaritySettings standInSettings() {
        if (embedded == null) {
            embedded = standIn().orElseThrow().clarity(example());
            LOG.log(System.Logger.Level.INFO, "A stand-in for Clarity runs");
        }
        return embedded.address();
    }

    private Section example() {
        String file = "example_lims.yaml";
        return config.files().section(file);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (embedded != null) {
            embedded.close();
        }
    }
}

package org.egcg.reporting;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.egcg.reporting.config.ConfigDirectory;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.config.ReportingConfig.Database;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.internal.spi.EmbeddedServices;
import org.egcg.reporting.internal.spi.Running;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.lims.StatusDefinitions;
import org.egcg.reporting.lims.StatusDefinitionsFile;
import org.egcg.reporting.lims.sql.LimsConnection;
import org.egcg.reporting.yaml.Section;
import org.jspecify.annotations.Nullable;

/** The way to the LIMS, opened at the first question: the configured database, or the embedded one. Thread-safe. */
final class LimsProvider implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LimsProvider.class.getName());
    private static final String NO_CLARITY = "http://localhost";

    private final ReportingConfig config;
    private final StatusDefinitions definitions;
    private final Supplier<Path> data;
    private final Clock clock;
    private @Nullable LimsReports reports;
    private @Nullable Running<LimsConnection> embedded;
    private boolean closed;

    /**
     * @param own reports of the embedder's; otherwise the configured database's
     * @param data the directory for what is kept here
     * @throws ReportingException.Misconfigured if the status definitions are wrong
     */
    LimsProvider(ReportingConfig config, Optional<LimsReports> own, Supplier<Path> data, Clock clock) {
        this.reports = own.orElse(null);
        this.data = data;
        this.clock = clock;
        this.config = config;
        this.definitions = StatusDefinitionsFile.read(section("project_status_definitions.yaml"));
    }

    private Section section(String file) {
        ConfigDirectory files = config.files();
        return files.section(file);
    }

    /** @throws Unavailable if there is no database, and the embedded one cannot start */
    synchronized LimsReports reports() {
        if (closed) {
            throw new Unavailable("lims", "The LIMS has been closed.", null);
        }
        if (reports == null) {
            LimsConnection connection = config.lims()
                    .database()
                    .map(LimsProvider::configured)
                    .orElseGet(this::embedded)
                    .patient(config.limits().lims());
            reports =
                    new LimsReports(connection, definitions, config.lims().url().orElse(NO_CLARITY), clock);
        }
        return reports;
    }

    private static LimsConnection configured(Database database) {
        return new LimsConnection(
                database.jdbcUrl(), database.username(), database.password().value());
    }

    private LimsConnection embedded() {
        EmbeddedServices services = EmbeddedServices.find()
                .filter(EmbeddedServices::hasLims)
                .orElseThrow(() -> new Unavailable(
                        "lims",
                        "No LIMS is configured, and the embedded one is not on the class path: configure a database, or add "
                                + EmbeddedServices.ARTIFACT,
                        null));
        embedded = services.lims(data.get().resolve("lims"), section("example_lims.yaml"));
        return embedded.address();
    }

    /** Lets the embedded LIMS start before the first request needs it. */
    synchronized void startEarly() {
        if (reports == null
                && config.lims().database().isEmpty()
                && EmbeddedServices.find().filter(EmbeddedServices::hasLims).isPresent()) {
            Thread starter = new Thread(this::start, "embedded-lims");
            starter.setDaemon(true);
            starter.start();
        }
    }

    private void start() {
        try {
            reports();
        } catch (ReportingException failed) {
            LOG.log(System.Logger.Level.WARNING, "The embedded LIMS is not there: {0}", failed.getMessage());
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (reports != null) {
            reports.close();
        }
        if (embedded != null) {
            embedded.close();
        }
    }
}

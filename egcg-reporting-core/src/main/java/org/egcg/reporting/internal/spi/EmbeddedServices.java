package org.egcg.reporting.internal.spi;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.egcg.reporting.internal.clarity.ClaritySettings;
import org.egcg.reporting.lims.sql.LimsConnection;
import org.egcg.reporting.yaml.Section;

/**
 * What runs in this process in place of databases that are not configured. Core asks for it only then, and finds it with
 * {@link ServiceLoader}; the artifact {@value #ARTIFACT} has the one that this project ships. Implementations are
 * thread-safe and start nothing before they are asked.
 */
public interface EmbeddedServices {

    /** What to add to the class path where {@link #find()} finds nothing. */
    String ARTIFACT = "org.egcg.reporting:egcg-reporting-embedded";

    /** The first on the class path: the calling thread's, as application servers set it, or the one core is on. */
    static Optional<EmbeddedServices> find() {
        return ServiceLoader.load(EmbeddedServices.class).findFirst().or(() -> ServiceLoader.load(
                        EmbeddedServices.class, EmbeddedServices.class.getClassLoader())
                .findFirst());
    }

    /**
     * Opens a document store that speaks MongoDB's protocol.
     *
     * @param directory where its documents are kept; made if it does not exist, and used by one open store at a time
     * @return its connection string, a secret
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured if the directory is in use or cannot be used
     */
    Running<String> store(Path directory);

    /** Whether {@link #lims} and {@link #clarity} can start here. */
    boolean hasLims();

    /**
     * Starts a LIMS database.
     *
     * @param directory where it keeps its files; made if it does not exist, and used by one open database at a time
     * @param example what an empty database is filled with, in the form of {@code example_lims.yaml}
     * @throws org.egcg.reporting.error.ReportingException.Misconfigured if the directory is in use or cannot be used
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if it does not start
     */
    Running<LimsConnection> lims(Path directory, Section example);

    /**
     * Starts a stand-in for Clarity's REST API.
     *
     * @param example the file whose samples it knows
     * @throws org.egcg.reporting.error.ReportingException.Unavailable if it does not start
     */
    Running<ClaritySettings> clarity(Section example);
}

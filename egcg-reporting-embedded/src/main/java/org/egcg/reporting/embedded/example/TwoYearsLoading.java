package org.egcg.reporting.embedded.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.embedded.lims.EmbeddedLims;
import org.egcg.reporting.internal.files.PrivateFiles;

/**
 * Writes the two years when a service has started: {@value #SECONDS} seconds after it had its store, while it answers. What a
 * stop cuts off comes after the next start.
 */
public final class TwoYearsLoading {

    private static final System.Logger LOG = System.getLogger(TwoYearsLoading.class.getName());
    private static final int SECONDS = 5;
    private static final String UNFINISHED = "example-unfinished";

    private TwoYearsLoading() {}

    /** Writes them into a store that has none of them, before its LIMS is first asked. */
    public static void begin(Reporting reporting) {
        TwoYears years = new TwoYears();
        try {
            if (reporting.config().lims().database().isEmpty()) {
                Path lims = reporting.config().dataDirectory().resolve("lims");
                PrivateFiles.directory(lims);
                Files.writeString(PrivateFiles.file(lims.resolve(EmbeddedLims.MORE)), years.lims());
            }
            PrivateFiles.file(unfinished(reporting));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        load(reporting, years);
    }

    /** Writes what is missing, if a stop had cut it off. */
    public static void resume(Reporting reporting) {
        if (reporting.hasEmbeddedStore() && Files.exists(unfinished(reporting))) {
            load(reporting, new TwoYears());
        }
    }

    private static Path unfinished(Reporting reporting) {
        return reporting.config().dataDirectory().resolve(UNFINISHED);
    }

    private static void load(Reporting reporting, TwoYears years) {
        Thread loader = new Thread(() -> write(reporting, years), "example-of-two-years");
        loader.setDaemon(true);
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS, Runnable::run)
                .execute(loader::start);
        LOG.log(System.Logger.Level.INFO, "The example data of two years is written while the service answers");
    }

    private static void write(Reporting reporting, TwoYears years) {
        try {
            years.load(reporting);
            Files.deleteIfExists(unfinished(reporting));
        } catch (RuntimeException | IOException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The rest of the example data comes at the next start: {0}",
                    failed.getMessage());
        }
    }
}

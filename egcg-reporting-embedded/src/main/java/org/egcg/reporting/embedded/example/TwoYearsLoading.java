package org.egcg.reporting.embedded.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.embedded.lims.EmbeddedLims;
import org.egcg.reporting.internal.files.PrivateFiles;

/**
 * Writes the two years beside the start of a service. The start waits for them {@value #SECONDS} seconds at most; what is
 * not there by then comes while the service answers, and what a stop cuts off, after the next start.
 */
public final class TwoYearsLoading {

    private static final System.Logger LOG = System.getLogger(TwoYearsLoading.class.getName());
    private static final int SECONDS = 4;
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
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread loader = new Thread(() -> write(reporting, years, done), "example-of-two-years");
        loader.setDaemon(true);
        loader.start();
        try {
            done.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            LOG.log(System.Logger.Level.INFO, "The example data of two years is written while the service answers");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static void write(Reporting reporting, TwoYears years, CompletableFuture<Void> done) {
        try {
            years.load(reporting);
            Files.deleteIfExists(unfinished(reporting));
        } catch (RuntimeException | IOException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The rest of the example data comes at the next start: {0}",
                    failed.getMessage());
        } finally {
            done.complete(null);
        }
    }
}

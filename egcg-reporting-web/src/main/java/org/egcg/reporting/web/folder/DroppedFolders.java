package org.egcg.reporting.web.folder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.client.folder.FolderException;
import org.egcg.reporting.client.folder.ImportPlan;
import org.egcg.reporting.client.folder.Importer;
import org.egcg.reporting.client.folder.RunFolder;
import org.egcg.reporting.client.folder.Sources;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.TooLarge;

/**
 * Reads what was dropped on a page, and tells or does what it makes. One at a time: what is unpacked takes disk and memory.
 * Nothing is kept between two requests.
 */
@ApplicationScoped
public class DroppedFolders {

    /** Unpacked, of one archive. */
    static final long MOST_BYTES = 128L << 20;

    static final int MOST_ENTRIES = 5_000;

    /** Larger runs are for the command line, which does not keep a browser waiting. */
    static final int MOST_DOCUMENTS = 20_000;

    private static final int UNKNOWN_BARCODES = 100;
    private static final Pattern NAME = Pattern.compile("[\\w.+-][\\w .()+-]{0,199}");

    private final Semaphore turn = new Semaphore(1);

    @Inject
    private OwnDocuments documents;

    /** What a run would become, or has become. */
    public record Made(ImportPlan plan, boolean complete, List<String> notTaken) {
        public Made {
            notTaken = List.copyOf(notTaken);
        }
    }

    /** What is done with the runs that were read. */
    private interface Deed {
        List<Made> of(List<RunFolder> runs);
    }

    /** What would be done; stores nothing. */
    public List<Made> look(String name, InputStream bytes) {
        return read(name, bytes, this::planned);
    }

    /**
     * Does it.
     *
     * @param expected how many documents the user has seen that are new or change
     * @throws Conflict if by now it would be others
     */
    public List<Made> store(String name, InputStream bytes, int expected) {
        return read(name, bytes, runs -> {
            List<Made> planned = planned(runs);
            int now = planned.stream().mapToInt(made -> made.plan().size()).sum();
            if (now != expected) {
                throw new Conflict("Documents have changed since you looked. Look at it again before you store it.");
            }
            planned.forEach(made -> Importer.into(documents).carryOut(made.plan()));
            return planned;
        });
    }

    private List<Made> planned(List<RunFolder> runs) {
        List<Made> planned = new ArrayList<>();
        for (RunFolder run : runs) {
            checkSize(run);
            planned.add(new Made(Importer.into(documents).plan(run), run.isComplete(), run.notMapped()));
        }
        return planned;
    }

    private static void checkSize(RunFolder run) {
        long all = RunFolder.resources().keySet().stream()
                .mapToLong(resource -> run.documents(resource).count())
                .sum();
        if (all > MOST_DOCUMENTS) {
            throw new TooLarge(("%s makes %,d documents, and this page stores %,d of a run at most. Nothing was stored."
                            + " Import it with the command: egcg-reporting import")
                    .formatted(run.runId(), all, MOST_DOCUMENTS));
        }
    }

    private List<Made> read(String name, InputStream bytes, Deed deed) {
        if (!NAME.matcher(name).matches()) {
            throw new Malformed("name: must be that of a file");
        }
        if (!turn.tryAcquire()) {
            throw new Busy("Another folder is being read. Try again in a moment.");
        }
        try {
            return inDirectory(name, bytes, deed);
        } finally {
            turn.release();
        }
    }

    private static List<Made> inDirectory(String name, InputStream bytes, Deed deed) {
        try {
            Path directory = Files.createTempDirectory("dropped");
            try {
                Path file = directory.resolve(name);
                Files.copy(bytes, file);
                return deed.of(runs(file));
            } catch (FolderException wrong) {
                throw new Malformed(within(directory, wrong), wrong);
            } finally {
                remove(directory);
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException("what was sent cannot be kept", wrong);
        }
    }

    private static List<RunFolder> runs(Path file) {
        try (Sources sources = new Sources(MOST_BYTES, MOST_ENTRIES)) {
            Path opened = sources.opened(file);
            try {
                List<RunFolder> runs = RunFolder.in(opened, UNKNOWN_BARCODES);
                if (runs.isEmpty()) {
                    throw new Malformed(
                            ("No run was found, as there is no RunInfo.xml in %s. What demultiplexing and tools"
                                            + " have written is read with its run: put the run's RunInfo.xml into the archive.")
                                    .formatted(file.getFileName()));
                }
                return runs;
            } catch (FolderException wrong) {
                throw new Malformed(within(opened, wrong), wrong);
            }
        }
    }

    /** Where files lay meanwhile is of no use to who has sent them. */
    private static String within(Path directory, FolderException wrong) {
        String sentence = String.valueOf(wrong.getMessage());
        return sentence.replace(directory + "/", "").replace(directory.toString(), "the archive");
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

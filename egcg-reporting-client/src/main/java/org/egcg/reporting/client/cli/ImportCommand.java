package org.egcg.reporting.client.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.RestStatusException;
import org.egcg.reporting.client.folder.FolderException;
import org.egcg.reporting.client.folder.ImportPlan;
import org.egcg.reporting.client.folder.ImportResult;
import org.egcg.reporting.client.folder.ImportStep;
import org.egcg.reporting.client.folder.Importer;
import org.egcg.reporting.client.folder.RunFolder;
import org.egcg.reporting.client.folder.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Run folders into the service. */
@Command(
        name = "import",
        description = {
            "Stores what run folders say: runs, lanes, run elements, unexpected barcodes, samples and projects.",
            "The same folder twice changes nothing; one that has grown changes what has grown. Each run is stored wholly"
                    + " or not at all."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private static final String WHAT_TO_DO = "What demultiplexing and tools have written is read with its run: name the"
            + " folder of the run with these files below it, or copy the run's RunInfo.xml beside them.";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Folders of runs, folders that hold such, archives (.tar, .tar.gz, .tgz, .zip), or patterns")
    private List<String> paths = List.of();

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing")
    private boolean dryRun;

    @Option(
            names = "--unknown-barcodes",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many unexpected barcodes of a lane, the most frequent first (${DEFAULT-VALUE})")
    private int unknownBarcodes;

    @Option(
            names = "--mappings",
            paramLabel = "FILE",
            description = "What becomes of outputs of tools, in the place of the packaged import_mappings.yaml")
    private Path mappings;

    private final Sources sources = new Sources();
    private int runs;
    private final List<Integer> failures = new ArrayList<>();

    @Override
    public Integer call() {
        try (Communicator communicator = connection.open();
                sources) {
            for (String path : paths) {
                path(communicator, path);
            }
        }
        if (runs == 0 && failures.isEmpty()) {
            return Failures.NOTHING;
        }
        // one that went wrong alone says why by the exit code, one among others that it was not all of them
        return failures.isEmpty() ? 0 : runs > 1 ? Failures.SOME_FAILED : failures.get(0);
    }

    private void path(Communicator communicator, String text) {
        try {
            for (Path path : sources.named(text)) {
                List<RunFolder> found = runs(sources.opened(path));
                if (found.isEmpty()) {
                    err().println(path + ": no run was found, as there is no RunInfo.xml. " + WHAT_TO_DO);
                }
                for (RunFolder run : found) {
                    runs++;
                    run(communicator, run);
                }
            }
        } catch (FolderException wrong) {
            failed(wrong, Failures.UNUSABLE);
        }
    }

    private List<RunFolder> runs(Path folder) {
        return mappings == null
                ? RunFolder.in(folder, unknownBarcodes)
                : RunFolder.in(folder, unknownBarcodes, mappings);
    }

    private void run(Communicator communicator, RunFolder run) {
        try {
            run.notMapped().forEach(file -> err().println("not taken: " + sources.told(file)));
            Importer importer = Importer.into(communicator);
            ImportPlan plan = importer.plan(run);
            out().println(told(run, plan));
            if (!dryRun) {
                ImportResult result = carryOut(importer, plan);
                out().printf(
                                "{\"run_id\": \"%s\", \"posted\": %d, \"patched\": %d, \"same\": %d}%n",
                                result.runId(), result.posted(), result.patched(), result.same());
            }
        } catch (FolderException wrong) {
            failed(wrong, Failures.UNUSABLE);
        } catch (RestStatusException refused) {
            err().println(refused.body());
            failed(refused, Failures.REFUSED);
        }
    }

    private ImportResult carryOut(Importer importer, ImportPlan plan) {
        Progress progress = new Progress(err(), "stored", plan.size());
        AtomicInteger done = new AtomicInteger();
        ImportResult result =
                importer.progress(some -> progress.accept(done.addAndGet(some))).carryOut(plan);
        progress.end();
        return result;
    }

    private static String told(RunFolder run, ImportPlan plan) {
        StringBuilder told = new StringBuilder(run.runId());
        told.append(
                run.isComplete() ? ":" : " (not complete, %d of %d cycles):".formatted(run.cyclesDone(), run.cycles()));
        for (ImportStep step : plan.steps()) {
            told.append(" %s %d new, %d changed, %d as they are;"
                    .formatted(
                            step.resource(), step.posts().size(), step.patches().size(), step.same()));
        }
        return told.toString();
    }

    private void failed(Exception failure, int exitCode) {
        err().println(sources.told(String.valueOf(failure.getMessage())));
        failures.add(exitCode);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

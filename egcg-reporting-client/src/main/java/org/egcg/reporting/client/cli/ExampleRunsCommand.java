package org.egcg.reporting.client.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.egcg.reporting.client.folder.internal.example.ExampleFolder;
import org.egcg.reporting.client.folder.internal.example.ExampleRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Folders of runs to try the import with. */
@Command(
        name = "example-runs",
        description =
                "Writes folders of six runs that were never sequenced, with made-up numbers, to try the import with.",
        mixinStandardHelpOptions = true)
final class ExampleRunsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "Below which directory")
    private Path directory;

    @Override
    public Integer call() {
        for (ExampleRun run : ExampleRun.ofAllInstruments()) {
            spec.commandLine().getOut().println(ExampleFolder.write(run, directory));
        }
        return 0;
    }
}

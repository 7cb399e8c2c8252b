package org.egcg.reporting.client.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.egcg.reporting.client.Communicator;
import org.egcg.reporting.client.folder.WatchedFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs as they begin, grow and end. */
@Command(
        name = "watch-folders",
        description =
                "Imports the runs below directories as they begin, grow and end, and keeps a record of how far they"
                        + " are. Runs until it is ended.",
        mixinStandardHelpOptions = true)
final class WatchFoldersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Directories into which sequencers write their runs")
    private List<Path> directories = List.of();

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How often to look (${DEFAULT-VALUE})")
    private int interval;

    @Option(
            names = "--memory",
            paramLabel = "FILE",
            defaultValue = "${sys:user.home}/.cache/egcg-reporting/watched.json",
            description = "Where it is kept what was seen (${DEFAULT-VALUE})")
    private Path memory;

    @Option(
            names = "--unknown-barcodes",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many unexpected barcodes of a lane, the most frequent first (${DEFAULT-VALUE})")
    private int unknownBarcodes;

    @Option(names = "--once", description = "Look once, and end")
    private boolean once;

    @Override
    public Integer call() throws InterruptedException {
        WatchedFolders watched = WatchedFolders.of(directories, memory, unknownBarcodes);
        try (Communicator communicator = connection.open()) {
            while (true) {
                watched.look(communicator, this::tell);
                if (once) {
                    return 0;
                }
                Thread.sleep(Duration.ofSeconds(interval).toMillis());
            }
        }
    }

    private void tell(Path folder, String sentence) {
        spec.commandLine()
                .getOut()
                .println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + folder + ": " + sentence);
        spec.commandLine().getOut().flush();
    }
}

package org.egcg.reporting.client.cli;

import java.util.concurrent.Callable;
import org.egcg.reporting.client.Batch;
import org.egcg.reporting.client.BatchResult;
import org.egcg.reporting.client.Communicator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Aggregates computed anew, for as many documents as there are. */
@Command(
        name = "reaggregate",
        description = "Has the aggregates of all documents that fit, and of what they feed, computed anew.",
        mixinStandardHelpOptions = true)
final class ReaggregateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Connection connection;

    @Mixin
    private QueryOptions selection;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "4",
            description = "Documents under way at once (${DEFAULT-VALUE})")
    private int parallel;

    @Override
    public Integer call() {
        try (Communicator communicator = connection.open()) {
            Progress progress = new Progress(spec.commandLine().getErr(), "reaggregated", -1);
            Batch batch = Batch.continuing().parallel(parallel).progress(progress);
            BatchResult result = communicator.reaggregate(selection.endpoint(), selection.query(), batch);
            progress.end();
            spec.commandLine()
                    .getOut()
                    .printf(
                            "{\"reaggregated\": %d, \"failed\": %d}%n",
                            result.patched(), result.failures().size());
            return Failures.of(result, spec.commandLine().getErr());
        }
    }
}

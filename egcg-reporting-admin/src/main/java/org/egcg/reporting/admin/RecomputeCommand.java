package org.egcg.reporting.admin;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.aggregation.Difference;
import org.egcg.reporting.aggregation.Recomputation;
import org.egcg.reporting.aggregation.RecomputationOutcome;
import org.egcg.reporting.aggregation.RecomputationScope;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.json.JsonWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Computes stored aggregates anew, or checks them, while the service runs or not. Exit code 0: all is as it should be
 * now; 1: stopped, with the reason on standard error; 2: not understood; 3: the check found differences.
 */
@Command(
        name = "recompute",
        mixinStandardHelpOptions = true,
        description = {
            "Computes the aggregated fields of stored documents anew.",
            "An interrupted recomputation of everything or of a resource goes on where it was."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all aggregated fields are right (now)",
            "1:stopped; the reason is on standard error",
            "2:not understood",
            "3:--check has found differences"
        })
final class RecomputeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "<resource>", description = "Only this resource, such as samples.")
    private String resource;

    @Parameters(
            arity = "0..1",
            paramLabel = "<id>",
            description = "Only the document with this id, such as a run_id or an _id.")
    private String id;

    @Option(names = "--check", description = "Reports fields that are not as they should be, and changes nothing.")
    private boolean check;

    @Option(names = "--restart", description = "Begins at the beginning after an interruption.")
    private boolean restart;

    @Option(
            names = "--workers",
            defaultValue = "4",
            description = "Ranges of documents worked on at the same time; ${DEFAULT-VALUE} if absent.")
    private int workers;

    @Mixin
    private ConfigurationChoice configuration;

    @Override
    public Integer call() {
        if (workers < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--workers must be 1 or more");
        }
        try (Reporting reporting = Reporting.open(configuration.load())) {
            Recomputation recomputation = reporting.recomputation(workers);
            RecomputationScope scope = scope(recomputation);
            return check ? checked(recomputation, scope) : repaired(recomputation, scope);
        }
    }

    private RecomputationScope scope(Recomputation recomputation) {
        if (resource == null) {
            return recomputation.everything();
        }
        return id == null ? recomputation.resource(resource) : recomputation.document(resource, id);
    }

    private int repaired(Recomputation recomputation, RecomputationScope scope) {
        if (restart) {
            recomputation.restart(scope);
        }
        recomputation.interrupted(scope).ifPresent(at -> tell("Going on where it was interrupted: " + at + "."));
        RecomputationOutcome outcome = recomputation.repair(scope, bar());
        refuseNothing(outcome);
        say(outcome.examined() + " documents recomputed, " + outcome.different() + " changed.");
        return CommandLine.ExitCode.OK;
    }

    private int checked(Recomputation recomputation, RecomputationScope scope) {
        RecomputationOutcome outcome = recomputation.check(scope, bar(), difference -> say(line(difference)));
        refuseNothing(outcome);
        say(outcome.examined() + " documents checked, " + outcome.different() + " differ.");
        return outcome.different() == 0 ? CommandLine.ExitCode.OK : ExitCodes.NEEDS_ATTENTION;
    }

    private void refuseNothing(RecomputationOutcome outcome) {
        if (id != null && outcome.examined() == 0) {
            throw new ReportingException.NotFound(resource + "/" + id + " does not exist");
        }
    }

    private static String line(Difference difference) {
        return String.join(
                "\t",
                List.of(
                        difference.resource(),
                        difference.name(),
                        "aggregated." + difference.field(),
                        "stored " + text(difference.stored()),
                        "expected " + text(difference.expected())));
    }

    private static String text(Optional<BsonValue> value) {
        return value.map(JsonWriter::text).orElse("nothing");
    }

    private ProgressBar bar() {
        return new ProgressBar(spec.commandLine().getErr(), CommandLine.Help.Ansi.AUTO.enabled());
    }

    private void tell(String line) {
        print(spec.commandLine().getErr(), line);
    }

    private void say(String line) {
        print(spec.commandLine().getOut(), line);
    }

    private static void print(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }
}

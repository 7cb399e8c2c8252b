package org.egcg.reporting.admin;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.consistency.Inconsistency;
import org.egcg.reporting.consistency.InconsistencyReport;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what does not fit together in the documents of a MongoDB. */
@Command(
        name = "inconsistencies",
        mixinStandardHelpOptions = true,
        description = {
            "Lists what does not fit together in the documents, and changes nothing.",
            "A line each: kind, how many documents, sentence, the first documents."
        })
final class InconsistenciesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationChoice configuration;

    @Override
    public Integer call() {
        ReportingConfig config = configuration.load();
        if (config.store().connectionString().isEmpty()) {
            throw new Misconfigured(
                    config.source(), "rest_app.db_host", "is missing: only the running service reads an embedded store");
        }
        try (Reporting reporting = Reporting.open(config)) {
            InconsistencyReport report = reporting.inconsistencies().look();
            report.found().forEach(this::say);
            report.missing().forEach(sentence -> spec.commandLine().getErr().println(sentence));
            say(report.total() + " found");
            return report.total() == 0 ? CommandLine.ExitCode.OK : ExitCodes.NEEDS_ATTENTION;
        }
    }

    private void say(Inconsistency found) {
        String documents = found.documents().stream()
                .map(document -> document.resource() + "/" + document.id())
                .collect(Collectors.joining(" "));
        say(String.join("\t", found.kind().word(), String.valueOf(found.count()), found.sentence(), documents));
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}

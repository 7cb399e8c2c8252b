package org.egcg.reporting.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.error.ReportingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads all configuration files and asks each configured database whether it answers; starts none. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the configuration, and whether store, LIMS and users can be reached.",
            "One line each; what is not configured is not asked."
        })
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationChoice configuration;

    private final List<String> wrong = new ArrayList<>();

    @Override
    public Integer call() {
        ReportingConfig config = configuration.load();
        say("configuration", config.source());
        if (config.store().connectionString().isEmpty()) {
            Reporting.indexes(config);
            say("schema and relations", "understood");
            say("store", "not configured: the service runs an embedded one");
            return CommandLine.ExitCode.OK;
        }
        try (Reporting reporting = Reporting.open(config)) {
            say("other files", "understood");
            ask("store", reporting::storeAnswers);
            if (config.lims().database().isEmpty()) {
                say("lims", "not configured");
            } else {
                ask("lims", reporting::limsAnswers);
            }
            say("users", reporting.users().all().size() + " users");
        }
        return wrong.isEmpty() ? CommandLine.ExitCode.OK : ExitCodes.NEEDS_ATTENTION;
    }

    private void ask(String part, BooleanSupplier answers) {
        try {
            if (answers.getAsBoolean()) {
                say(part, "answers");
                return;
            }
            say(part, "does not answer");
        } catch (ReportingException reason) {
            say(part, reason.getMessage());
        }
        wrong.add(part);
    }

    private void say(String part, String finding) {
        spec.commandLine().getOut().println(part + "\t" + finding);
        spec.commandLine().getOut().flush();
    }
}

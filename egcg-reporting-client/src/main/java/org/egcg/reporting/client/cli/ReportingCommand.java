package org.egcg.reporting.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line's front door: {@code java -jar egcg-reporting-client-cli.jar get runs}. */
@Command(
        name = "egcg-reporting",
        description = "Reads and writes documents of the reporting API.",
        mixinStandardHelpOptions = true,
        versionProvider = ReportingCommand.Version.class,
        subcommands = {
            GetCommand.class,
            PostCommand.class,
            PatchCommand.class,
            WatchCommand.class,
            ReaggregateCommand.class,
            ImportCommand.class,
            WatchFoldersCommand.class,
            ExampleRunsCommand.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the server refused; its answer is on the standard error",
            "2:the command or the configuration is not usable; nothing was sent",
            "3:no document fits, or no run was found",
            "4:no answer: the server cannot be reached, or the connection broke",
            "5:some documents failed; each is named on the standard error",
            "6:the time to wait is over"
        },
        footerHeading = "%nEnvironment:%n",
        footer = {
            "  REPORTING_URL, REPORTING_USERNAME, REPORTING_PASSWORD, REPORTING_TOKEN, and",
            "  REPORTING_CLIENT_CONFIG, a YAML file with a section rest_api (~/.reporting-client.yaml)."
        })
public final class ReportingCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ReportingCommand())
                .setExecutionExceptionHandler((failure, command, parsed) -> Failures.told(failure, command))
                .setAllowOptionsAsOptionParameters(true)
                .setUsageHelpAutoWidth(true);
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: get, post, patch, watch, reaggregate or import");
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = ReportingCommand.class.getPackage().getImplementationVersion();
            return new String[] {"egcg-reporting-client " + (version == null ? "(not packaged)" : version)};
        }
    }
}

package org.egcg.reporting.admin;

import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.trail.Origin;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What an administrator does from a shell, while the service runs or not. Exit code 0: done; 1: stopped, with the reason
 * on standard error; 2: not understood; 3: done, and something was found that needs attention.
 */
@Command(
        name = "egcg-admin",
        mixinStandardHelpOptions = true,
        versionProvider = AdminCommand.Version.class,
        description = "Administers an EGCG Reporting service.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done",
            "1:stopped; the reason is on standard error",
            "2:not understood",
            "3:done, and something was found that needs attention"
        },
        subcommands = {
            InitCommand.class,
            UsersCommand.class,
            RecomputeCommand.class,
            MigrateCommand.class,
            IndexCommand.class,
            CheckCommand.class,
            InconsistenciesCommand.class,
            HistoryCommand.class,
            AutoComplete.GenerateCompletion.class
        })
public final class AdminCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new AdminCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(given ->
                        Origin.command(user(), "command").during(() -> new CommandLine.RunLast().execute(given)))
                .setExecutionExceptionHandler(AdminCommand::refuse);
    }

    /** Who has given the command, as this machine calls the user. */
    private static String user() {
        return System.getProperty("user.name", "");
    }

    /** A reason is for the reader of the terminal; anything else is a fault of the program and shows where. */
    private static int refuse(Exception refusal, CommandLine command, CommandLine.ParseResult given) throws Exception {
        if (refusal instanceof ReportingException reason) {
            command.getErr().println(reason.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw refusal;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    /** The version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = AdminCommand.class.getPackage().getImplementationVersion();
            return new String[] {"egcg-admin " + (version == null ? "(not packaged)" : version)};
        }
    }
}

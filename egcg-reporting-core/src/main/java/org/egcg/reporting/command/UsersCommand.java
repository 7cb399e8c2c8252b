package org.egcg.reporting.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.egcg.reporting.ReportingException;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * Adds, removes, resets and lists users, while the service runs or not. Exit code 0: done; 1: refused, with the reason
 * on standard error; 2: not understood.
 */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        description = "Keeps the users of the reporting service.",
        scope = ScopeType.INHERIT,
        subcommandsRepeatable = false)
public final class UsersCommand {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            description = "Configuration file; otherwise the one that the service would read.")
    private Path config;

    @Option(
            names = "--user-db",
            scope = ScopeType.INHERIT,
            description = "SQLite file or JDBC URL; otherwise the one of the configuration.")
    private String userDb;

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new UsersCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(UsersCommand::refuse);
    }

    private static int refuse(Exception refusal, CommandLine command, CommandLine.ParseResult given) throws Exception {
        if (refusal instanceof ReportingException reason) {
            command.getErr().println(reason.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw refusal;
    }

    @Command(description = "Adds a user; without a password a random one is made, to be changed at the first login.")
    int add(
            @Parameters(paramLabel = "<name>") String name,
            @Option(names = "--role", description = "viewer, editor or admin; editor if absent.") Role role,
            @Mixin PasswordChoice choice) {
        Optional<String> password = choice.password();
        Role given = Optional.ofNullable(role).orElse(Role.EDITOR);
        try (Users users = open()) {
            if (password.isPresent()) {
                users.add(name, password.get(), given);
                say("User " + name + " added as " + given.text() + ".");
            } else {
                showOnce("User " + name + " added as " + given.text() + ".", users.addWithInitialPassword(name, given));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Removes a user, with the tokens made by the user.")
    int remove(@Parameters(paramLabel = "<name>") String name) {
        try (Users users = open()) {
            users.remove(name);
        }
        say("User " + name + " removed.");
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Sets a user's password; without one a random one is made, to be changed at the next login.")
    int reset(@Parameters(paramLabel = "<name>") String name, @Mixin PasswordChoice choice) {
        Optional<String> password = choice.password();
        try (Users users = open()) {
            if (password.isPresent()) {
                users.setPassword(name, password.get());
                say("Password of " + name + " set.");
            } else {
                showOnce("Password of " + name + " reset.", users.resetPassword(name));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Gives a user another role.")
    int role(
            @Parameters(paramLabel = "<name>") String name,
            @Parameters(paramLabel = "<role>", description = "viewer, editor or admin") Role role) {
        try (Users users = open()) {
            users.grant(name, role);
        }
        say("User " + name + " is now " + role.text() + ".");
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Lists all users with their roles.")
    int list() {
        try (Users users = open()) {
            for (User user : users.all()) {
                say(user.name() + "\t" + user.role().text()
                        + (user.mustChangePassword() ? "\tmust change the password" : ""));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private Users open() {
        ReportingConfig.Login login = configuration().login();
        Role legacyRole = Role.named(login.legacyRole()).orElseThrow();
        return Users.open(Optional.ofNullable(userDb).orElse(login.userDb()), legacyRole);
    }

    private ReportingConfig configuration() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        if (config != null) {
            environment.put("REPORTINGCONFIG", config.toString());
        }
        return ReportingConfig.load(environment, Path.of(System.getProperty("user.home")));
    }

    private void showOnce(String done, String password) {
        say(done);
        say("Password, shown only now: " + password);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}

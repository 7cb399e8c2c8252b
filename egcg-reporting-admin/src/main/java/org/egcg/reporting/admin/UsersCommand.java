package org.egcg.reporting.admin;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.security.AccountRules;
import org.egcg.reporting.security.ApiToken;
import org.egcg.reporting.security.ApiTokens;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Session;
import org.egcg.reporting.security.Sessions;
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
final class UsersCommand {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationChoice configuration;

    @Option(
            names = "--user-db",
            scope = ScopeType.INHERIT,
            description = "SQLite file or JDBC URL; otherwise the one of the configuration.")
    private String userDb;

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

    @Command(description = "Lists the tokens that users have made for their programs.")
    int tokens() {
        try (Users users = open()) {
            for (ApiToken token : new ApiTokens(users).all()) {
                say(String.join(
                        "\t",
                        token.id(),
                        token.user(),
                        token.name(),
                        token.scopes().text(),
                        "used " + token.lastUsed().map(Instant::toString).orElse("never"),
                        "ends " + token.expires().map(Instant::toString).orElse("never")));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Revokes a token, by the id that \"tokens\" shows.")
    int revoke(@Parameters(paramLabel = "<id>") String id) {
        try (Users users = open()) {
            new ApiTokens(users).revoke(id);
        }
        say("Token " + id + " revoked.");
        return CommandLine.ExitCode.OK;
    }

    @Command(description = "Lists where a user is logged in with a browser.")
    int sessions(@Parameters(paramLabel = "<name>") String name) {
        try (Users users = open()) {
            for (Session session :
                    sessions(users).of(known(users, name).id())) {
                say(String.join(
                        "\t",
                        session.id(),
                        "since " + session.begun(),
                        "seen " + session.lastSeen(),
                        session.address(),
                        session.agent()));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "end-sessions", description = "Logs a user out of all browsers.")
    int endSessions(@Parameters(paramLabel = "<name>") String name) {
        try (Users users = open()) {
            sessions(users).endAll(known(users, name).id());
        }
        say("User " + name + " is logged out everywhere.");
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "reset-second-factor",
            description = "Turns a user's second factor off, when telephone and recovery codes are lost.")
    int resetSecondFactor(@Parameters(paramLabel = "<name>") String name) {
        try (Users users = open()) {
            users.secondFactor().disable(known(users, name).id());
        }
        say("User " + name + " has no second factor now.");
        return CommandLine.ExitCode.OK;
    }

    private static User known(Users users, String name) {
        return users.named(name).orElseThrow(() -> new ReportingException.NotFound("there is no user " + name));
    }

    private Sessions sessions(Users users) {
        ReportingConfig.Login login = configuration.load().login();
        return new Sessions(users, login.timeout(), login.longestSession());
    }

    private Users open() {
        ReportingConfig config = configuration.load();
        AccountRules usual =
                AccountRules.usual(Role.named(config.login().legacyRole()).orElseThrow());
        return Users.open(
                Optional.ofNullable(userDb).orElse(config.login().userDb()),
                new AccountRules(
                        usual.legacyRole(),
                        usual.freeFailures(),
                        usual.initialPassword(),
                        List.of(config.facility().name()),
                        usual.key()));
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

package org.egcg.reporting.admin;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.embedded.ExampleFacility;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.security.Role;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives a new installation over a database of its own what one with embedded databases begins with. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the first user, an administrator, and if asked loads the example facility into an empty database.",
            "Does nothing where there are users or, for the examples, documents."
        })
final class InitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationChoice configuration;

    @Option(
            names = "--user",
            paramLabel = "<name>",
            defaultValue = "admin",
            description = "Its name; ${DEFAULT-VALUE}.")
    private String name;

    @Option(names = "--with-examples", description = "Loads the example facility as well.")
    private boolean examples;

    @Mixin
    private PasswordChoice choice;

    @Override
    public Integer call() {
        ReportingConfig config = configuration.load();
        if (config.store().connectionString().isEmpty()) {
            throw new Misconfigured(
                    config.source(),
                    "rest_app.db_host",
                    "is missing: an embedded store gets both at its first start, with EGCG_DEMO_PASSWORD");
        }
        Optional<String> password = choice.password();
        try (Reporting reporting = Reporting.open(config)) {
            check(reporting);
            addUser(reporting, password);
            if (examples) {
                ExampleFacility.load(reporting);
                say("The example facility is loaded.");
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void check(Reporting reporting) {
        if (!reporting.users().all().isEmpty()) {
            throw new Conflict("There are users already; 'users add' makes more.");
        }
        if (examples) {
            reporting.schemas().all().stream()
                    .filter(schema -> reporting.reader().count(schema, new BsonDocument()) > 0)
                    .findFirst()
                    .ifPresent(schema -> {
                        throw new Conflict("There are " + schema.resource()
                                + " already; examples are loaded into an empty database only.");
                    });
        }
    }

    private void addUser(Reporting reporting, Optional<String> password) {
        if (password.isPresent()) {
            reporting.users().add(name, password.get(), Role.ADMIN);
            say("User " + name + " added as admin.");
        } else {
            String initial = reporting.users().addWithInitialPassword(name, Role.ADMIN);
            say("User " + name + " added as admin.");
            say("Password, shown only now: " + initial);
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}

package org.egcg.reporting.admin;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.egcg.reporting.config.ConfigDirectory;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.lims.StatusDefinitions;
import org.egcg.reporting.lims.StatusDefinitionsFile;
import org.egcg.reporting.lims.sql.LimsConnection;
import org.egcg.reporting.schema.Schemas;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.trail.Trail;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Brings the documents of the original service's MongoDB into today's form, in place and as often as one likes. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the documents of an older MongoDB into today's form. Stop whatever writes to it first.",
            "Documents that share a value that is to be unique are listed; none is deleted.",
            "Afterwards, recompute computes what documents add up to."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:stopped", "2:not understood", "3:done; there are duplicates"})
final class MigrateCommand implements Callable<Integer> {

    private static final String DEFINITIONS = "project_status_definitions.yaml";

    @Spec
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "Shows each change and makes none.")
    private boolean dryRun;

    @Mixin
    private ConfigurationChoice configuration;

    @Override
    public Integer call() {
        ReportingConfig config = configuration.load();
        ReportingConfig.Store store = config.store();
        String uri = store.connectionString()
                .map(Secret::value)
                .orElseThrow(() -> new ReportingException.Misconfigured(
                        "configuration", "rest_app.db_host", "is missing: an embedded store has nothing to migrate"));
        try (MongoClient client = MongoClients.create(uri)) {
            Migrations migrations = new Migrations(client.getDatabase(store.database()), ordered(config));
            Trail trail = new Trail(MongoStore.over(client, store.database()), Clock.systemUTC());
            for (String version : Migrations.versions()) {
                Origin origin =
                        Origin.command(Origin.current().by(), "migration").at("migrate", "", version);
                origin.during(
                        () -> migrate(version, migrations.to(version), client.getDatabase(store.database()), trail));
            }
            return duplicates(new Duplicates(client.getDatabase(store.database())));
        }
    }

    /** Without a LIMS, or while it is away, requirements are renamed and not looked up. */
    private OrderedYields ordered(ReportingConfig configuration) {
        if (configuration.lims().database().isEmpty()) {
            return OrderedYields.unknown();
        }
        ReportingConfig.Database lims = configuration.lims().database().get();
        LimsConnection connection = new LimsConnection(
                lims.jdbcUrl(), lims.username(), lims.password().value());
        ConfigDirectory files = configuration.files();
        StatusDefinitions definitions = StatusDefinitionsFile.read(files.section(DEFINITIONS));
        try (LimsReports reports = new LimsReports(connection, definitions, "")) {
            return OrderedYields.in(reports);
        } catch (ReportingException.Unavailable away) {
            say("0.16: the LIMS does not answer, so that required yields are not looked up; repeat this when it does");
            return OrderedYields.unknown();
        }
    }

    private int duplicates(Duplicates duplicates) {
        List<String> found = Schemas.packaged().all().stream()
                .flatMap(schema -> duplicates.of(schema).stream())
                .toList();
        found.forEach(this::say);
        say("unique values: " + (found.isEmpty() ? "no duplicates" : found.size() + " are shared"));
        return found.isEmpty() ? CommandLine.ExitCode.OK : ExitCodes.NEEDS_ATTENTION;
    }

    private int migrate(String version, List<Change> changes, MongoDatabase database, Trail trail) {
        for (Change change : changes) {
            say(version + "\t" + change.line());
            if (!dryRun) {
                change.apply(database, trail);
            }
        }
        say(version + ": " + (changes.isEmpty() ? "nothing to do" : changes.size() + " changes"));
        return changes.size();
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}

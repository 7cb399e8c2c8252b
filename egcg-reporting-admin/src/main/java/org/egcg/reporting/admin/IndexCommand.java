package org.egcg.reporting.admin;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.ReportingConfig;
import org.egcg.reporting.config.Secret;
import org.egcg.reporting.error.ReportingException;
import org.egcg.reporting.store.Index;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the indexes that the service makes at its start, at a time of the administrator's choice, and tells which. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the indexes that the service needs, and lists them.",
            "The service makes them at its start as well; on a large database this chooses the hour."
        })
final class IndexCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationChoice configuration;

    @Option(names = "--dry-run", description = "Lists what is missing, and makes nothing.")
    private boolean dryRun;

    private int missing;
    private int refused;

    @Override
    public Integer call() {
        ReportingConfig config = configuration.load();
        String uri = config.store()
                .connectionString()
                .map(Secret::value)
                .orElseThrow(() -> new ReportingException.Misconfigured(
                        config.source(), "rest_app.db_host", "is missing: the embedded store has indexes of its own"));
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase database = client.getDatabase(config.store().database());
            Reporting.indexes(config).forEach(index -> see(database, index));
        } catch (MongoException away) {
            throw new ReportingException.Unavailable("store", "The store does not answer: " + away.getMessage(), away);
        }
        say(missing + (dryRun ? " missing, " : " made, ") + refused + " refused");
        return refused == 0 && (missing == 0 || !dryRun) ? CommandLine.ExitCode.OK : ExitCodes.NEEDS_ATTENTION;
    }

    private void see(MongoDatabase database, Index index) {
        String name = String.join("\t", index.collection(), String.join(", ", index.fields()), kind(index));
        if (present(database, index.collection()).contains(index.fields())) {
            say(name + "\tis there");
        } else if (dryRun) {
            missing++;
            say(name + "\tis missing");
        } else {
            say(name + "\t" + make(database, index));
        }
    }

    private static String kind(Index index) {
        return index.unique() ? "unique" : "";
    }

    private static Set<List<String>> present(MongoDatabase database, String collection) {
        return StreamSupport.stream(
                        database.getCollection(collection)
                                .listIndexes(BsonDocument.class)
                                .spliterator(),
                        false)
                .map(index -> List.copyOf(index.getDocument("key").keySet()))
                .collect(Collectors.toSet());
    }

    private String make(MongoDatabase database, Index index) {
        BsonDocument keys = new BsonDocument();
        index.fields().forEach(field -> keys.append(field, new BsonInt32(1)));
        try {
            database.getCollection(index.collection())
                    .createIndex(keys, new IndexOptions().unique(index.unique()).sparse(index.unique()));
            missing++;
            return "made";
        } catch (MongoCommandException reason) {
            refused++;
            return "refused: " + reason.getErrorMessage();
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}

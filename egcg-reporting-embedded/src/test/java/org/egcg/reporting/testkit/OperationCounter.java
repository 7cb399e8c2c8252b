package org.egcg.reporting.testkit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.store.MongoStore;

/** Counts what a driver asks of the database, by command and collection, and the documents that come and go. */
public final class OperationCounter implements CommandListener {

    private final Map<String, Integer> commands = new TreeMap<>();
    private long documentsRead;
    private long documentsWritten;

    /** A connection to a test's store that is counted here. */
    public MongoStore connect(TestStore store) {
        return MongoStore.over(
                MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(store.uri()))
                        .addCommandListener(this)
                        .build()),
                store.database());
    }

    @Override
    public synchronized void commandStarted(CommandStartedEvent event) {
        BsonDocument command = event.getCommand();
        BsonValue target = command.get(event.getCommandName());
        if (target == null || event.getDatabaseName().equals("admin")) {
            return;
        }
        BsonValue collection = target.isString() ? target : command.get("collection");
        commands.merge(event.getCommandName() + " " + collection.asString().getValue(), 1, Integer::sum);
        command.keySet().stream()
                .filter(key -> key.equals("documents") || key.equals("updates") || key.equals("deletes"))
                .forEach(key -> documentsWritten += command.getArray(key).size());
    }

    @Override
    public synchronized void commandSucceeded(CommandSucceededEvent event) {
        if (event.getResponse().containsKey("cursor")) {
            BsonDocument cursor = event.getResponse().getDocument("cursor");
            BsonDocument batches = new BsonDocument();
            batches.putAll(cursor);
            documentsRead += batches.containsKey("firstBatch")
                    ? batches.getArray("firstBatch").size()
                    : batches.getArray("nextBatch").size();
        }
    }

    public synchronized void reset() {
        commands.clear();
        documentsRead = 0;
        documentsWritten = 0;
    }

    public synchronized int of(String command, String collection) {
        return commands.getOrDefault(command + " " + collection, 0);
    }

    public synchronized int all() {
        return commands.values().stream().mapToInt(Integer::intValue).sum();
    }

    public synchronized long read() {
        return documentsRead;
    }

    public synchronized long written() {
        return documentsWritten;
    }

    @Override
    public synchronized String toString() {
        return commands.toString();
    }
}

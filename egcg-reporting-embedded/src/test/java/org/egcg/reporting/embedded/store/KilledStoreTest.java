package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process while four of its threads write, and looks for everything that the store had acknowledged. */
class KilledStoreTest {
    @TempDir
    Path directory;

    @Test
    void nothingThatWasAcknowledgedIsLostWhenTheProcessIsKilled() throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            acknowledged.addAll(killAfter(400, "round " + round));
        }
        try (EmbeddedStore store = EmbeddedStore.open(directory);
                MongoClient client = MongoClients.create(store.connectionString())) {
            List<String> found = client.getDatabase("reporting")
                    .getCollection("written")
                    .find(Filters.eq("updated", true))
                    .map(document -> document.getString("name"))
                    .into(new ArrayList<>());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(1_200);
            assertThat(found).containsAll(acknowledged);
        }
    }

    private List<String> killAfter(int writes, String round) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString(),
                        round)
                .redirectError(new File("/dev/null"))
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
                if (acknowledged.size() == writes) {
                    writer.toHandle().destroyForcibly(); // leaves its output readable
                }
            }
        }
        assertThat(writer.waitFor()).as("killed").isEqualTo(137);
        return acknowledged;
    }

    /** Inserts and updates documents, and names each one when both writes have been answered. */
    static final class Writer {
        public static void main(String[] arguments) {
            EmbeddedStore store = EmbeddedStore.open(Path.of(arguments[0]));
            MongoClient client = MongoClients.create(store.connectionString());
            MongoCollection<Document> written = client.getDatabase("reporting").getCollection("written");
            for (int thread = 0; thread < 4; thread++) {
                String prefix = arguments[1] + " thread " + thread + " write ";
                new Thread(() -> write(written, prefix)).start();
            }
        }

        private static void write(MongoCollection<Document> written, String prefix) {
            for (int number = 0; ; number++) {
                String name = prefix + number;
                written.insertOne(new Document("name", name).append("padding", "x".repeat(500)));
                written.updateOne(Filters.eq("name", name), Updates.set("updated", true));
                System.out.println(name);
            }
        }
    }
}

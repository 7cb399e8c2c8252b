package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsThereAfterReopening() {
        try (EmbeddedStore store = EmbeddedStore.open(directory);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> samples = samples(client);
            samples.createIndex(Indexes.ascending("sample_id"), new IndexOptions().unique(true));
            samples.insertOne(sample(1).append("coverage", new Document("mean", 30.5)));
            samples.updateOne(Filters.eq("sample_id", "sample_1"), Updates.set("reviewed", "pass"));
        }
        try (EmbeddedStore store = EmbeddedStore.open(directory);
                MongoClient client = MongoClients.create(store.connectionString())) {
            Document sample =
                    samples(client).find(Filters.eq("sample_id", "sample_1")).first();
            assertThat(sample).containsEntry("reviewed", "pass");
            assertThat(sample.get("coverage")).isEqualTo(new Document("mean", 30.5));
            assertThatThrownBy(() -> samples(client).insertOne(sample(1))).isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void aSecondStoreInTheSameDirectoryIsRefused() {
        try (EmbeddedStore first = EmbeddedStore.open(directory)) {
            assertThat(first.connectionString()).matches("mongodb://reporting:[\\w-]{43}@127\\.0\\.0\\.1:\\d+/.*");
            assertThatThrownBy(() -> EmbeddedStore.open(directory))
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageContaining("in use by another running service");
        }
        EmbeddedStore.open(directory).close();
    }

    @Test
    void itListensOnTheLoopbackAddressOnly() {
        try (EmbeddedStore store = EmbeddedStore.inMemory()) {
            URI address = URI.create(store.connectionString());
            assertThat(address.getHost()).isEqualTo("127.0.0.1");
            assertThat(address.getPort()).isPositive();
        }
    }

    @Test
    void aDocumentWhoseUniqueFieldIsTakenIsRefusedAndTheOthersOfTheBatchAreNot() {
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> samples = samples(client);
            samples.createIndex(Indexes.ascending("sample_id"), new IndexOptions().unique(true));
            samples.insertOne(sample(1));
            assertThatThrownBy(() -> samples.insertOne(sample(1)))
                    .isInstanceOfSatisfying(
                            MongoWriteException.class,
                            refused -> assertThat(refused.getError().getCode()).isEqualTo(11000));
            assertThatThrownBy(() -> samples.insertOne(
                            new Document("_id", samples.find().first().get("_id"))))
                    .hasMessageContaining("E11000 duplicate key error collection: reporting.samples index: _id_");
            samples.insertOne(sample(2));
            assertThatThrownBy(() -> samples.updateOne(
                            Filters.eq("sample_id", "sample_2"), Updates.set("sample_id", "sample_1")))
                    .hasMessageContaining("E11000");
            assertThat(samples.countDocuments()).isEqualTo(2);
        }
    }

    @Test
    void aValueIsFreeAgainOnceItsDocumentIsGone() {
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> samples = samples(client);
            samples.createIndex(Indexes.ascending("sample_id"), new IndexOptions().unique(true));
            samples.insertOne(sample(1));
            samples.deleteOne(Filters.eq("sample_id", "sample_1"));
            samples.insertOne(sample(1));
            samples.updateOne(Filters.eq("sample_id", "sample_1"), Updates.set("sample_id", "renamed"));
            samples.insertOne(sample(1));
            assertThat(samples.countDocuments(Filters.in("sample_id", "sample_1", "renamed")))
                    .isEqualTo(2);
        }
    }

    @Test
    void documentsComeInTheOrderOfTheirIdsAlsoWhereOthersWereDeleted() {
        try (EmbeddedStore store = EmbeddedStore.open(directory);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> samples = samples(client);
            samples.insertMany(
                    IntStream.range(0, 50).mapToObj(EmbeddedStoreTest::sample).toList());
            samples.deleteMany(Filters.in("sample_id", "sample_7", "sample_8"));
            samples.insertMany(
                    IntStream.range(50, 60).mapToObj(EmbeddedStoreTest::sample).toList());
            List<ObjectId> ids =
                    samples.find().map(sample -> sample.getObjectId("_id")).into(new ArrayList<>());
            assertThat(ids).hasSize(58).isSorted();
            assertThat(samples.find().sort(new Document("_id", -1)).first()).containsEntry("sample_id", "sample_59");
        }
    }

    private static MongoCollection<Document> samples(MongoClient client) {
        return client.getDatabase("reporting").getCollection("samples");
    }

    private static Document sample(int number) {
        return new Document("sample_id", "sample_" + number).append("project_id", "project_1");
    }
}

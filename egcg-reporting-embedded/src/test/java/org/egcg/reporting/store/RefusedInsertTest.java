package org.egcg.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.embedded.store.EmbeddedStore;
import org.junit.jupiter.api.Test;

/** A list of documents of which one is refused, while another client changes those that were stored before it. */
class RefusedInsertTest {

    private static final String COLLECTION = "elements";
    private static final int ROUNDS = 300;

    private final AtomicBoolean inserting = new AtomicBoolean(true);

    private static BsonDocument element(String name) {
        return new BsonDocument("name", new BsonString(name)).append("_etag", new BsonString("inserted " + name));
    }

    private List<String> changeWhatIsFound(DocumentStore store) {
        List<String> changed = new ArrayList<>();
        while (inserting.get()) {
            for (BsonDocument found : store.find(
                            Find.in(COLLECTION).matching(new BsonDocument("new", new BsonInt32(1))))
                    .list()) {
                ObjectId id = found.getObjectId("_id").getValue();
                String name = found.getString("name").getValue();
                BsonDocument set =
                        new BsonDocument("_etag", new BsonString("changed " + name)).append("new", new BsonInt32(0));
                if (change(store, id, found.getString("_etag").getValue(), set)) {
                    changed.add(name);
                }
            }
        }
        return changed;
    }

    private static boolean change(DocumentStore store, ObjectId id, String etag, BsonDocument set) {
        try {
            return store.update(COLLECTION, id, etag, set, Set.of());
        } catch (DuplicateKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void whatWasChangedMeanwhileStays() throws DuplicateKeyException {
        try (EmbeddedStore embedded = EmbeddedStore.inMemory()) {
            DocumentStore store = MongoStore.at(embedded.connectionString(), "reporting");
            store.prepare(List.of(Index.unique(COLLECTION, "name"), Index.on(COLLECTION, "new")));
            store.insert(COLLECTION, new ArrayList<>(List.of(element("taken"))));
            CompletableFuture<List<String>> changing = CompletableFuture.supplyAsync(() -> changeWhatIsFound(store));
            for (int round = 0; round < ROUNDS; round++) {
                List<BsonDocument> refused = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    refused.add(element(round + "-" + i).append("new", new BsonInt32(1)));
                }
                refused.add(element("taken"));
                assertThat(catchThrowable(() -> store.insert(COLLECTION, refused)))
                        .isInstanceOf(DuplicateKeyException.class);
            }
            inserting.set(false);
            List<String> left = store.find(Find.in(COLLECTION)).list().stream()
                    .map(document -> document.getString("name").getValue())
                    .toList();
            List<String> changed = changing.join();
            assertThat(changed).as("the two have met").isNotEmpty();
            assertThat(left).containsAll(changed).hasSize(changed.size() + 1);
            store.close();
        }
    }
}

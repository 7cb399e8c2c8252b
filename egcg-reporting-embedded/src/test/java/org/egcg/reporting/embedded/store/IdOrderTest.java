package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** Documents by their ids, from either end, between bounds, page by page: the same as if all were looked at. */
class IdOrderTest {

    private static final int DOCUMENTS = 6000;

    private final Random random = new Random(20261129);
    private final List<Document> all = new ArrayList<>();

    private List<Document> expected(Predicate<Document> matches, boolean descending, int skip, int limit) {
        List<Document> ordered = new ArrayList<>(all);
        if (descending) {
            Collections.reverse(ordered);
        }
        return ordered.stream()
                .filter(matches)
                .skip(skip)
                .limit(limit == 0 ? DOCUMENTS : limit)
                .toList();
    }

    private static List<Document> found(
            MongoCollection<Document> documents, Document query, boolean descending, int skip, int limit) {
        FindIterable<Document> found = documents
                .find(query)
                .sort(new Document("_id", descending ? -1 : 1))
                .skip(skip);
        return found.limit(limit).into(new ArrayList<>());
    }

    private void fill(MongoCollection<Document> documents) {
        documents.createIndex(new Document("by", 1));
        for (int i = 0; i < DOCUMENTS; i++) {
            String by = i == 17 ? "once" : random.nextInt(10) == 0 ? "ann" : "bob";
            all.add(new Document("_id", new ObjectId(1_000_000 + i, 0))
                    .append("by", by)
                    .append("n", i));
        }
        List<Document> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        documents.insertMany(shuffled);
        documents.deleteOne(all.remove(DOCUMENTS / 2));
    }

    private ObjectId bound(int i) {
        return new ObjectId(1_000_000 + i, 0);
    }

    @Test
    void whateverIsAskedItIsAsIfAllWereLookedAt() {
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> documents =
                    client.getDatabase("reporting").getCollection("entries");
            fill(documents);
            for (int round = 0; round < 200; round++) {
                int from = random.nextInt(DOCUMENTS);
                int to = from + random.nextInt(DOCUMENTS - from);
                boolean open = random.nextBoolean();
                boolean descending = random.nextInt(3) > 0;
                int skip = random.nextInt(3) * random.nextInt(40);
                int limit = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(60);
                String by = List.of("ann", "bob", "once", "nobody", "").get(random.nextInt(5));
                Document range =
                        new Document(open ? "$gt" : "$gte", bound(from)).append(open ? "$lt" : "$lte", bound(to));
                Document query = new Document(random.nextBoolean() ? new Document() : new Document("_id", range));
                if (!by.isEmpty()) {
                    query.append("by", by);
                }
                Predicate<Document> matches =
                        document -> (by.isEmpty() || document.getString("by").equals(by))
                                && (!query.containsKey("_id") || isWithin(document.getInteger("n"), from, to, open));
                assertThat(found(documents, query, descending, skip, limit))
                        .as("%s, descending %s, skip %d, limit %d", query, descending, skip, limit)
                        .isEqualTo(expected(matches, descending, skip, limit));
            }
        }
    }

    private static boolean isWithin(int n, int from, int to, boolean open) {
        return open ? n > from && n < to : n >= from && n <= to;
    }
}

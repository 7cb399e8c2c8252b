package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The newest documents that have a value, or several: found without looking at others, however many these are. */
class WalksTest {

    private static final int DOCUMENTS = 60_000;
    private static final int RARE = 40;
    private static final Document NEWEST = new Document("_id", -1);

    private static EmbeddedStore store;
    private static MongoClient client;
    private static MongoCollection<Document> entries;

    @BeforeAll
    static void fill() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.connectionString());
        entries = client.getDatabase("reporting").getCollection("entries");
        entries.createIndex(new Document("by", 1).append("_id", 1));
        entries.createIndex(new Document("fields", 1).append("_id", 1));
        entries.createIndex(new Document("by", 1).append("fields", 1).append("_id", 1));
        entries.createIndex(new Document("kind", 1));
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, DOCUMENTS).boxed().toList());
        Collections.shuffle(numbers, new Random(20261129));
        for (int from = 0; from < DOCUMENTS; from += 1_000) {
            entries.insertMany(numbers.subList(from, from + 1_000).stream()
                    .map(WalksTest::entry)
                    .toList());
        }
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    private static ObjectId id(int number) {
        return new ObjectId(1_000_000 + number, 0);
    }

    /** First Ann writes nothing but colours, then Bob nothing but sizes; what is rare is as old as can be. */
    private static Document entry(int number) {
        boolean early = number < DOCUMENTS / 2;
        String by = early && number >= RARE ? "ann" : "bob";
        String field = early ? "colour" : "size";
        return new Document("_id", id(number))
                .append("number", number)
                .append("by", by)
                .append("written", by)
                .append("fields", List.of("date", field))
                .append("kind", early ? "old" : "new");
    }

    private static List<Integer> page(Document query) {
        return entries.find(query).sort(NEWEST).limit(RARE).into(new ArrayList<>()).stream()
                .map(entry -> entry.getInteger("number"))
                .toList();
    }

    private static List<Integer> below(int end) {
        return IntStream.rangeClosed(1, RARE).mapToObj(i -> end - i).toList();
    }

    @Test
    void theNewestAreFoundWhoeverWroteThemAndHoweverLongAgo() {
        assertThat(page(new Document("by", "bob"))).isEqualTo(below(DOCUMENTS));
        assertThat(page(new Document("by", "ann"))).isEqualTo(below(DOCUMENTS / 2));
        assertThat(page(new Document("by", "ann").append("_id", new Document("$lt", id(5_000)))))
                .isEqualTo(below(5_000));
        assertThat(page(new Document("by", new Document("$in", List.of("ann", "bob", "eve")))))
                .isEqualTo(below(DOCUMENTS));
        assertThat(page(new Document("by", "bob").append("fields", "colour"))).isEqualTo(below(RARE));
        assertThat(page(new Document("by", "bob").append("kind", "old"))).isEqualTo(below(RARE));
        assertThat(page(new Document("by", "ann").append("_id", new Document("$gt", id(DOCUMENTS / 2)))))
                .isEmpty();
    }

    /** The same documents, asked for by a field without an index, have to be looked for. */
    @Test
    void howManyDoNotMatchMakesNoDifference() {
        Duration scanned = page(new Document("written", "ann"), 5);
        assertThat(page(new Document("by", "ann"), 20)).isLessThan(scanned.dividedBy(3));
        assertThat(page(new Document("by", new Document("$in", List.of("ann", "eve"))), 20))
                .isLessThan(scanned.dividedBy(3));
        assertThat(page(new Document("by", "bob").append("fields", "colour"), 20))
                .isLessThan(scanned.dividedBy(3));
    }

    /** The least time of several, which others who are at work on the machine lengthen least. */
    private static Duration page(Document query, int times) {
        return IntStream.range(0, times)
                .mapToObj(time -> {
                    long begun = System.nanoTime();
                    assertThat(page(query)).hasSize(RARE);
                    return Duration.ofNanos(System.nanoTime() - begun);
                })
                .min(Duration::compareTo)
                .orElseThrow();
    }

    @Test
    void whatMatchesAllTheTimeIsFoundWhileItsValuesChange() {
        MongoCollection<Document> busy = client.getDatabase("reporting").getCollection("busy");
        busy.createIndex(new Document("by", 1).append("_id", 1));
        busy.createIndex(new Document("by", 1).append("kind", 1).append("_id", 1));
        int many = 400;
        busy.insertMany(IntStream.range(0, many)
                .mapToObj(i -> new Document("_id", id(i)).append("by", "ann").append("kind", "new"))
                .toList());
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            Random random = new Random(7);
            while (!ended.get()) {
                String by = random.nextBoolean() ? "ann" : "bob";
                busy.updateOne(
                        new Document("_id", id(random.nextInt(many))), new Document("$set", new Document("by", by)));
            }
        });
        Document either = new Document("by", new Document("$in", List.of("ann", "bob"))).append("kind", "new");
        List<ObjectId> newest =
                IntStream.rangeClosed(1, 100).mapToObj(i -> id(many - i)).toList();
        for (int round = 0; round < 300; round++) {
            assertThat(busy.find(either).sort(NEWEST).limit(100).into(new ArrayList<>()))
                    .extracting(entry -> entry.getObjectId("_id"))
                    .isEqualTo(newest);
        }
        ended.set(true);
        writing.join();
    }
}

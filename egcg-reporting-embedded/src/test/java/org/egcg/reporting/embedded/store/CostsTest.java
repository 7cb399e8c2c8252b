package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What questions cost a store of 20,000 documents. */
class CostsTest {

    private static final int DOCUMENTS = 20_000;
    private static final Duration QUICK = Duration.ofSeconds(8);

    private static EmbeddedStore store;
    private static MongoClient client;
    private static MongoCollection<Document> elements;

    @BeforeAll
    static void fill() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.connectionString());
        elements = client.getDatabase("reporting").getCollection("elements");
        elements.createIndex(new Document("run", 1));
        elements.createIndex(new Document("aggregated.yield", 1));
        for (int from = 0; from < DOCUMENTS; from += 1_000) {
            elements.insertMany(IntStream.range(from, from + 1_000)
                    .mapToObj(CostsTest::element)
                    .toList());
        }
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    private static Document element(int number) {
        Document element = new Document("_id", number)
                .append("name", "element " + number)
                .append("run", "run " + number / 100)
                .append("text", "x".repeat(300));
        return number % 10 == 0 ? element : element.append("aggregated", new Document("yield", number * 7919 % 10_007));
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "element " + i).toList();
    }

    @Test
    void aLongListOfValuesCostsNoMoreThanOneLook() {
        List<String> wanted = names(19_990, 30_000);
        assertThat(timed(() -> elements.countDocuments(new Document("name", new Document("$in", wanted)))))
                .isEqualTo(10);
        assertThat(timed(() -> elements.countDocuments(new Document("name", new Document("$nin", wanted)))))
                .isEqualTo(DOCUMENTS - 10);
        assertThat(timed(() -> elements.countDocuments(
                        new Document("name", new Document("$not", new Document("$in", wanted))))))
                .isEqualTo(DOCUMENTS - 10);
    }

    @Test
    void aLongListOfIdsCostsNoMoreThanLookingThemUp() {
        List<Integer> ids = IntStream.range(0, DOCUMENTS).boxed().toList();
        assertThat(timed(() -> elements.countDocuments(new Document("_id", new Document("$in", ids)))))
                .isEqualTo(DOCUMENTS);
    }

    @Test
    void manyAlternativesCostNoMoreThanOneLook() {
        List<Document> alternatives = names(19_000, 24_000).stream()
                .map(name -> new Document("name", name))
                .toList();
        assertThat(timed(() -> elements.countDocuments(new Document("$or", alternatives))))
                .isEqualTo(1_000);
        assertThat(timed(() -> elements.countDocuments(new Document("$nor", alternatives))))
                .isEqualTo(DOCUMENTS - 1_000);
    }

    @Test
    void aQuestionEndsWhenItsTimeIsOver() {
        List<Document> patterns = IntStream.range(0, 400)
                .mapToObj(i -> new Document("text", new Document("$gt", "y" + i)))
                .toList();
        Document query = new Document("$or", patterns);
        assertThatThrownBy(() ->
                        elements.find(query).maxTime(300, TimeUnit.MILLISECONDS).into(new ArrayList<>()))
                .isInstanceOf(MongoExecutionTimeoutException.class);
    }

    @Test
    void whoAsksForLittleDoesNotWaitForThoseWhoAskForMuch() throws Exception {
        List<Document> patterns = IntStream.range(0, 2_000)
                .mapToObj(i -> new Document("text", new Document("$gt", "y" + i)))
                .toList();
        List<CompletableFuture<Void>> slow = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> expectTimeout(new Document("$or", patterns))))
                .toList();
        Thread.sleep(500);
        long begun = System.nanoTime();
        assertThat(elements.find(new Document("run", "run 7")).into(new ArrayList<>()))
                .hasSize(100);
        elements.updateOne(new Document("_id", 77), new Document("$set", new Document("seen", true)));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(slow).noneMatch(CompletableFuture::isDone);
        slow.forEach(CompletableFuture::join);
    }

    private static void expectTimeout(Document query) {
        assertThatThrownBy(
                        () -> elements.find(query).maxTime(4, TimeUnit.SECONDS).first())
                .isInstanceOf(MongoExecutionTimeoutException.class);
    }

    @Test
    void aPipelineComputesOnlyWhatIsSelected() {
        AtomicInteger found = new AtomicInteger();
        timed(() -> {
            for (int i = 0; i < 100; i++) {
                List<Document> answer = elements.aggregate(List.of(
                                new Document("$match", new Document("run", "run " + i)),
                                new Document("$sort", new Document("name", 1)),
                                new Document("$project", new Document("name", 1))))
                        .into(new ArrayList<>());
                assertThat(answer).isSortedAccordingTo(java.util.Comparator.comparing(one -> one.getString("name")));
                found.addAndGet(answer.size());
            }
            return 0L;
        });
        assertThat(found).hasValue(10_000);
    }

    @Test
    void aPipelineAnswersInParts() {
        try (MongoCursor<Document> cursor = elements.aggregate(List.of(
                        new Document("$sort", new Document("_id", 1)),
                        new Document("$project", new Document("run", 1))))
                .batchSize(100)
                .iterator()) {
            for (int number = 0; number < DOCUMENTS; number++) {
                assertThat(cursor.next()).containsEntry("_id", number).containsEntry("run", "run " + number / 100);
            }
            assertThat(cursor.hasNext()).isFalse();
        }
    }

    @Test
    void whatIsPutInOrderHasToFitIntoItsShareOfMemory() {
        Room room = new Room(1_000_000);
        try (Effort effort = new Effort(Duration.ZERO, "", room);
                Effort other = new Effort(Duration.ZERO, "", room)) {
            effort.hold(400_000);
            assertThatThrownBy(() -> effort.hold(200_000)).hasMessageContaining("exceeds the memory limit");
            other.hold(500_000);
            assertThatThrownBy(() -> effort.hold(100_001)).hasMessageContaining("exceeds the memory limit");
        }
        try (Effort next = new Effort(Duration.ZERO, "", room)) {
            next.hold(500_000);
        }
    }

    @Test
    void anOrderByAnIndexedFieldLooksAtNoOtherDocument() {
        for (int direction : List.of(1, -1)) {
            Document order = new Document("aggregated.yield", direction).append("_id", 1);
            Document unknown =
                    new Document("aggregated.yield", direction).append("_id", 1).append("none", 1);
            assertThat(firstPages(order)).isLessThan(firstPages(unknown).dividedBy(2));
            List<Document> all = elements.find().sort(order).into(new ArrayList<>());
            assertThat(all)
                    .hasSize(DOCUMENTS)
                    .isEqualTo(elements.find().sort(unknown).into(new ArrayList<>()));
        }
    }

    private static Duration firstPages(Document order) {
        long begun = System.nanoTime();
        for (int page = 0; page < 40; page++) {
            elements.find().sort(order).skip(page * 25).limit(25).into(new ArrayList<>());
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void aDocumentThatIsTooLargeIsRefused() {
        Document large = new Document("_id", "large").append("text", "x".repeat(12 << 20));
        elements.insertOne(large);
        assertThatThrownBy(() -> elements.updateOne(
                        new Document("_id", "large"), new Document("$set", new Document("more", "x".repeat(6 << 20)))))
                .hasMessageContaining("16777216");
        assertThat(elements.find(new Document("_id", "large")).first()).isEqualTo(large);
        elements.deleteOne(new Document("_id", "large"));
    }

    @Test
    void pagesOfLargeDocumentsAreShort() {
        MongoCollection<Document> large = client.getDatabase("reporting").getCollection("large");
        for (int i = 0; i < 30; i++) {
            large.insertOne(new Document("_id", i).append("text", "y".repeat(2 << 20)));
        }
        assertThat(large.find().batchSize(1_000).into(new ArrayList<>())).hasSize(30);
        large.drop();
    }

    @FunctionalInterface
    private interface Question {
        long ask() throws MongoCommandException;
    }

    private static long timed(Question question) {
        long begun = System.nanoTime();
        long answer = question.ask();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(QUICK);
        return answer;
    }
}

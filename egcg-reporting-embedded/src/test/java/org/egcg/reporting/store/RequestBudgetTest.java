package org.egcg.reporting.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.embedded.store.EmbeddedStore;
import org.egcg.reporting.error.ReportingException.Busy;
import org.egcg.reporting.error.ReportingException.TooCostly;
import org.egcg.reporting.error.ReportingException.TooLarge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one request may cost, on the embedded store with 20,000 documents. */
class RequestBudgetTest {

    private static final int DOCUMENTS = 20_000;

    private static EmbeddedStore embedded;
    private static MongoStore store;

    @BeforeAll
    static void fill() throws DuplicateKeyException {
        embedded = EmbeddedStore.inMemory();
        store = MongoStore.at(embedded.connectionString(), "reporting");
        for (int from = 0; from < DOCUMENTS; from += 1_000) {
            store.insert(
                    "elements",
                    IntStream.range(from, from + 1_000)
                            .mapToObj(i -> new BsonDocument("number", new BsonInt32(i)))
                            .toList());
        }
    }

    @AfterAll
    static void close() {
        store.close();
        embedded.close();
    }

    /** Looks at each document hundreds of times. */
    private static BsonDocument slow() {
        return new BsonDocument(
                "$or",
                new BsonArray(IntStream.range(0, 4_000)
                        .mapToObj(i -> new BsonDocument("number", new BsonDocument("$lt", new BsonInt32(-1 - i))))
                        .toList()));
    }

    private static <T> T within(RequestBudget budget, Supplier<T> work) {
        RequestBudget.Binding bound = budget.bind();
        try {
            return work.get();
        } finally {
            bound.close();
        }
    }

    private static RequestBudget lasting(Duration time) {
        return new RequestBudget(time, Long.MAX_VALUE, bytes -> {});
    }

    @Test
    void theTimeIsThatOfAllQuestionsTogether() {
        RequestBudget budget = lasting(Duration.ofSeconds(3));
        long begun = System.nanoTime();
        assertThatThrownBy(() -> within(budget, () -> {
                    for (int question = 0; question < 100_000; question++) {
                        store.count("elements", new BsonDocument("number", new BsonDocument("$lt", new BsonInt32(0))));
                    }
                    return null;
                }))
                .isInstanceOf(TooCostly.class)
                .hasMessage(
                        "The request keeps the store busy for more than the 3 seconds that one may. Ask for less, or"
                                + " by a field that has an index.");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
    }

    @Test
    void aQuestionEndsWhenTheTimeIsOver() {
        RequestBudget budget = lasting(Duration.ofSeconds(1));
        long begun = System.nanoTime();
        assertThatThrownBy(() ->
                        within(budget, () -> store.find(Find.in("elements").matching(slow()))
                                .list()))
                .isInstanceOf(TooCostly.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aQuestionEndsWhenNobodyWaitsForItsAnswer() throws InterruptedException {
        RequestBudget budget = lasting(Duration.ofMinutes(5));
        CompletableFuture<Long> count =
                CompletableFuture.supplyAsync(() -> within(budget, () -> store.count("elements", slow())));
        Thread.sleep(1_000);
        assertThat(count).isNotDone();
        budget.cancel();
        assertThatThrownBy(count::join)
                .isInstanceOf(CompletionException.class)
                .hasCause(new TooCostly("Nobody waits for the answer any more."));
        assertThatThrownBy(() -> within(budget, () -> store.count("elements", new BsonDocument())))
                .isInstanceOf(TooCostly.class);
    }

    @Test
    void whoAsksWhileTheServiceEndsIsToldToComeAgain() {
        RequestBudget budget = lasting(Duration.ofMinutes(5));
        budget.stop();
        assertThatThrownBy(() -> within(budget, () -> store.count("elements", new BsonDocument())))
                .isInstanceOf(Busy.class);
    }

    @Test
    void soManyDocumentsAreGivenAndNoMore() {
        Find all = Find.in("elements");
        assertThat(within(new RequestBudget(Duration.ofMinutes(1), DOCUMENTS, bytes -> {}), () -> store.find(all)
                        .list()))
                .hasSize(DOCUMENTS);
        assertThatThrownBy(() -> within(
                        new RequestBudget(Duration.ofMinutes(1), DOCUMENTS - 1, bytes -> {}),
                        () -> store.find(all).list()))
                .isInstanceOf(TooCostly.class)
                .hasMessageContaining("more than the 19999 documents");
    }

    @Test
    void memoryIsTakenBeforeDocumentsAreKept() {
        AtomicLong taken = new AtomicLong();
        RequestBudget budget = new RequestBudget(Duration.ofMinutes(1), DOCUMENTS, bytes -> {
            if (taken.addAndGet(bytes) > 500_000) {
                throw new TooLarge("no more");
            }
        });
        assertThatThrownBy(() ->
                        within(budget, () -> store.find(Find.in("elements")).list()))
                .isInstanceOf(TooLarge.class);
        assertThat(taken.get()).isBetween(500_001L, 502_000L);
    }

    @Test
    void whatHasBegunIsFinishedWhateverItCosts() {
        RequestBudget budget = lasting(Duration.ofMillis(1));
        within(budget, () -> {
            RequestBudget.Binding suspended = RequestBudget.suspended();
            assertThatCode(() -> store.find(Find.in("elements")).list()).doesNotThrowAnyException();
            suspended.close();
            assertThatThrownBy(() ->
                            store.find(Find.in("elements").matching(slow())).list())
                    .isInstanceOf(TooCostly.class);
            return null;
        });
    }

    @Test
    void aDocumentThatIsTooLargeForTheStoreIsRefusedInWords() {
        assertThatThrownBy(() -> store.insert(
                        "elements", List.of(new BsonDocument("text", new BsonString("x".repeat(17 << 20))))))
                .isInstanceOf(TooLarge.class)
                .hasMessage("A document may have at most 16 MB.");
    }

    @Test
    void nothingIsLimitedWhereNoRequestIsAtWork() {
        assertThat(store.find(Find.in("elements")).list()).hasSize(DOCUMENTS);
        assertThat(RequestBudget.current().isLimited()).isFalse();
        assertThatCode(() -> store.count("elements", new BsonDocument())).doesNotThrowAnyException();
    }

    /** Two would each pause for three times as long as they work, on two processors. */
    @Test
    void aRequestThatIsAtWorkForLongAndItsOwnQuestionCountAsOne() {
        RequestBudget budget = lasting(Duration.ofMinutes(1));
        long before = waits();
        within(budget, () -> {
            long end = System.nanoTime() + Duration.ofMillis(1500).toNanos();
            boolean known = true;
            while (System.nanoTime() < end) {
                budget.given();
                known &= RequestBudget.worked(budget.name());
            }
            return assertThat(known).isTrue();
        });
        assertThat(waits()).isEqualTo(before);
        assertThat(RequestBudget.worked(budget.name())).as("when it has ended").isFalse();
    }

    /** How often this thread has waited. */
    private static long waits() {
        return ManagementFactory.getThreadMXBean()
                .getThreadInfo(Thread.currentThread().getId())
                .getWaitedCount();
    }
}

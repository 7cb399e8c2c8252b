package org.egcg.reporting.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.store.MongoStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is away is waited for by one who reads, not by each, and found again when it is back. */
class AwayStoreTest {

    /** The driver looks for a server for three seconds. */
    private static final Duration WAITED = Duration.ofSeconds(3);

    @TempDir
    private static Path directory;

    private StoppableStore server;
    private MongoStore store;

    @BeforeEach
    void open() throws Exception {
        server = new StoppableStore(directory.resolve("store-" + System.nanoTime()));
        store = MongoStore.at(server.uri(), "reporting");
        store.insert("runs", List.of(new BsonDocument("_id", new BsonString("R1"))));
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    private Duration refused() {
        long begun = System.nanoTime();
        assertThatThrownBy(this::count).isInstanceOf(Unavailable.class).hasMessage("store does not answer");
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private long count() {
        return store.count("runs", new BsonDocument());
    }

    @Test
    void ofThirtyQuestionsInARowOneWaits() {
        server.stop();
        Duration all = Duration.ZERO;
        for (int question = 0; question < 30; question++) {
            all = all.plus(refused());
        }
        assertThat(all).isLessThan(WAITED.plusSeconds(2));
    }

    @Test
    void ofTenWhoAskAtOnceLaterOneWaits() throws InterruptedException {
        server.stop();
        refused();
        Thread.sleep(1_500);
        ExecutorService readers = Executors.newFixedThreadPool(10);
        try {
            List<CompletableFuture<Duration>> answers = new ArrayList<>();
            for (int reader = 0; reader < 10; reader++) {
                answers.add(CompletableFuture.supplyAsync(this::refused, readers));
            }
            assertThat(answers.stream()
                            .map(CompletableFuture::join)
                            .filter(took -> took.compareTo(WAITED.dividedBy(2)) > 0))
                    .hasSize(1);
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void oneThatIsBackIsFoundAgain() throws InterruptedException {
        server.stop();
        refused();
        refused();
        server.start();
        Thread.sleep(WAITED.toMillis());
        assertThat(count()).isEqualTo(1);
    }
}

package org.egcg.reporting.web.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.resource.ChangeMarks;
import org.egcg.reporting.resource.DocumentsWritten;
import org.egcg.reporting.resource.DocumentsWritten.Change;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.egcg.reporting.trail.Origin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How old what pages show may be, where reading it takes longer than a visitor waits. */
class FreshnessTest {

    private static final Duration SLOW = Duration.ofMillis(700);
    private static final Duration IMPATIENT = SLOW.dividedBy(10);

    private final TestStore database = new TestStore();
    private final MongoStore store = database.connect();
    private final ChangeMarks marks = new ChangeMarks(store);
    private final Freshness freshness = new Freshness(marks, () -> "ada");
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final StaleWhileRevalidate<Instant> rows =
            new StaleWhileRevalidate<>(threads, (asOf, pause) -> freshness.isFresh(asOf, longer(pause)));

    @AfterEach
    void close() {
        threads.shutdownNow();
        store.close();
        database.close();
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(Freshness.MOMENT) > 0 ? pause : Freshness.MOMENT;
    }

    private void writes(String user) {
        Origin.command(user, "program").during(() -> {
            marks.written(new DocumentsWritten("samples", Change.INSERTED, List.of(new ObjectId()), List.of("s1")));
            return null;
        });
    }

    private Instant shown() {
        Supplier<Instant> slow = () -> {
            Instant begun = Instant.now();
            sleep(SLOW);
            return begun;
        };
        return rows.current(slow, freshness::isUsable);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void whoHasWrittenSomethingSeesItOnTheNextPageHoweverLongThatTakes() {
        shown();
        writes("ada");
        Instant written = Instant.now();

        assertThat(shown()).isAfterOrEqualTo(written);
    }

    @Test
    void whatOthersHaveWrittenIsNotWaitedForButSaidToBeOnItsWay() {
        Instant first = shown();
        writes("bob");
        sleep(Freshness.MOMENT);

        assertThat(shown()).isEqualTo(first);
        assertThat(freshness.isOld(first)).isTrue();
    }

    @Test
    void whatLastTookFarTooLongIsNotWaitedForAtAll() {
        StaleWhileRevalidate<Instant> slow = hopeless();
        Instant first = slow.current(() -> asOf(SLOW));

        // The shortest of several: this thread may have to wait for a processor.
        Duration waited = Stream.generate(() -> {
                    Instant asked = Instant.now();
                    assertThat(slow.current(() -> asOf(SLOW))).isEqualTo(first);
                    return Duration.between(asked, Instant.now());
                })
                .limit(5)
                .min(Comparator.naturalOrder())
                .orElseThrow();

        assertThat(waited).isLessThan(IMPATIENT);
    }

    @Test
    void aFailureIsToldToTheNextWhoAsksThoughItUsuallyTakesTooLong() {
        StaleWhileRevalidate<Instant> slow = hopeless();
        Supplier<Instant> away = () -> {
            throw new Unavailable("store", "it is away", null);
        };
        Instant first = slow.current(() -> asOf(SLOW));

        assertThat(slow.current(away)).isEqualTo(first);
        await().untilAsserted(() -> assertThatThrownBy(() -> slow.current(away)).isInstanceOf(Unavailable.class));
    }

    /** Reads anew for each who asks, and knows from its first reading that nobody waits for as long as that takes. */
    private StaleWhileRevalidate<Instant> hopeless() {
        return new StaleWhileRevalidate<>(threads, (asOf, pause) -> false, IMPATIENT);
    }

    private static Instant asOf(Duration took) {
        Instant begun = Instant.now();
        sleep(took);
        return begun;
    }

    @Test
    void rowsThatNothingWasWrittenSinceAreNotReadAgain() {
        Instant first = shown();
        sleep(Freshness.MOMENT.plus(SLOW));

        assertThat(shown()).isEqualTo(first);
        assertThat(freshness.isOld(first)).isFalse();
    }

    @Test
    void nothingOlderThanHalfAMinutePassesForNewEvenIfNoWriteIsKnown() {
        Instant before = Instant.now().minusSeconds(31);

        assertThat(freshness.isOld(before)).isTrue();
        assertThat(freshness.isFresh(before, Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void whatNoMarkTellsOfIsAskedForAgainThoughTheStoreWasJustRead() {
        Instant store = Instant.now().minus(Freshness.MOMENT);
        Instant lims = store.minusSeconds(25);

        assertThat(freshness.isFresh(store, store, Freshness.MOMENT)).isTrue();
        assertThat(freshness.isFresh(store, lims, Freshness.MOMENT)).isFalse();
        assertThat(freshness.isOld(store, lims)).isFalse();
        assertThat(freshness.isOld(store, lims.minusSeconds(10))).isTrue();
    }
}

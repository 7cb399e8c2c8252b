package org.egcg.reporting.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.bson.BsonDocument;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.embedded.store.ClosedStore;
import org.egcg.reporting.embedded.store.EmbeddedStore;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.Test;

/**
 * How long it takes to ask a long history, on disk, for a page: by each filter of {@code /history}, by each two of them, also
 * where what fits is old, rare or not there. See docs/performance.md.
 */
class TrailPagesBenchmark {

    private static final int ENTRIES = Integer.getInteger("trail.entries", 5_000_000);
    private static final Path DIRECTORY =
            Path.of(System.getProperty("trail.directory", "target/test-data/long-history"));
    private static final Duration MOST = Duration.ofSeconds(1);
    private static final int PAGE = 51;
    private static final int AGAIN = 5;
    private static final int BLOCK = 1000;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.DAYS);
    private final ManyEntries entries = new ManyEntries(ENTRIES, now.minus(Duration.ofDays(365)));
    private final List<Asked> all = new ArrayList<>();

    private record Asked(String what, int least, TrailQuestion question) {}

    @Test
    void aPageOfTheHistory() throws Exception {
        if (TestStore.external().isPresent()) {
            try (TestStore database = new TestStore();
                    MongoStore store = database.connect()) {
                database.reporting(store);
                post(store);
                ask(store);
            }
            return;
        }
        if (!Files.exists(DIRECTORY)) {
            onDisk(this::settle);
            measured("filling", () -> ClosedStore.put(DIRECTORY, "reporting." + Trail.COLLECTION, entries.stored()));
        }
        onDisk(this::ask);
    }

    @FunctionalInterface
    private interface Work {
        void with(MongoStore store) throws Exception;
    }

    private static void onDisk(Work work) throws Exception {
        List<EmbeddedStore> opened = new ArrayList<>();
        measured("opening", () -> opened.add(EmbeddedStore.open(DIRECTORY)));
        try (EmbeddedStore embedded = opened.get(0);
                MongoStore store = MongoStore.at(embedded.connectionString(), "reporting")) {
            Path own = DIRECTORY.toAbsolutePath();
            Reporting.over(store, Configuration.load(Map.of("EGCG_DATA_DIR", own.toString()), own));
            work.with(store);
        }
    }

    private static void measured(String what, Runnable work) {
        Instant begin = Instant.now();
        Duration worked = TrailBenchmark.processor();
        work.run();
        System.out.printf(
                "%s: %d ms, %d ms of the processor%n",
                what,
                since(begin).toMillis(),
                TrailBenchmark.processor().minus(worked).toMillis());
    }

    private void settle(MongoStore store) {
        new Doubts(store, Trail.COLLECTION).settle(now);
    }

    private void post(MongoStore store) throws DuplicateKeyException {
        Iterator<BsonDocument> stored = entries.stored();
        while (stored.hasNext()) {
            List<BsonDocument> block = new ArrayList<>();
            for (int i = 0; i < BLOCK && stored.hasNext(); i++) {
                block.add(stored.next());
            }
            store.insert(Trail.COLLECTION, block);
        }
        settle(store);
    }

    private void ask(MongoStore store) {
        Trail trail = new Trail(store, Clock.systemUTC());
        System.gc();
        Runtime machine = Runtime.getRuntime();
        System.out.printf(
                "%,d entries, %d MB of heap in use%n",
                trail.size(), (machine.totalMemory() - machine.freeMemory()) >> 20);
        questions();
        SoftAssertions softly = new SoftAssertions();
        for (Asked asked : all) {
            Duration first = timed(asked, () -> trail.list(asked.question(), PAGE));
            Duration worked = TrailBenchmark.processor();
            List<Duration> again = IntStream.range(0, AGAIN)
                    .mapToObj(time -> timed(asked, () -> trail.list(asked.question(), PAGE)))
                    .sorted()
                    .toList();
            System.out.printf(
                    "%s: %d ms, then %d ms in the middle of %d; %d ms of the processor each%n",
                    asked.what(),
                    first.toMillis(),
                    again.get(AGAIN / 2).toMillis(),
                    AGAIN,
                    TrailBenchmark.processor().minus(worked).toMillis() / AGAIN);
            softly.assertThat(first).as(asked.what()).isLessThan(MOST);
            softly.assertThat(again.get(AGAIN / 2)).as(asked.what()).isLessThan(MOST);
        }
        softly.assertAll();
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }

    private static Duration timed(Asked asked, Supplier<List<TrailEntry>> list) {
        Instant begin = Instant.now();
        assertThat(list.get()).as(asked.what()).hasSizeGreaterThanOrEqualTo(asked.least());
        return since(begin);
    }

    private void asked(int least, String what, Map<String, String> arguments) {
        all.add(new Asked(what, least, TrailQuestion.of(arguments)));
    }

    private void questions() {
        String half = entries.moment(ENTRIES / 2).toString();
        String week = entries.moment(ENTRIES / 2).plus(Duration.ofDays(7)).toString();
        String late = entries.moment(ENTRIES).minus(Duration.ofDays(7)).toString();
        asked(PAGE, "the latest", Map.of());
        asked(PAGE, "of the pipeline", Map.of("by", "pipeline"));
        asked(PAGE, "of the former pipeline", Map.of("by", "former pipeline"));
        asked(PAGE, "of a person", Map.of("by", "user 7"));
        asked(0, "of nobody", Map.of("by", "nobody"));
        asked(PAGE, "of samples", Map.of("resource", "samples"));
        asked(PAGE, "of run elements", Map.of("resource", "run_elements"));
        asked(PAGE, "of a field", Map.of("field", "reviewed"));
        asked(PAGE, "of the former field", Map.of("field", "useable"));
        asked(1, "of a name", Map.of("name", "document 4711"));
        all.add(new Asked("of a document", 1, TrailQuestion.of("samples", ManyEntries.document(4711))));
        asked(PAGE, "until half a year ago", Map.of("to", half));
        asked(PAGE, "of a week half a year ago", Map.of("from", half, "to", week));
        pairs(half, week, late);
        asked(PAGE, "person, resource and field", Map.of("by", "user 7", "resource", "samples", "field", "reviewed"));
        Set<ObjectId> three = Set.of(ManyEntries.document(5), ManyEntries.document(55), ManyEntries.document(555));
        all.add(new Asked("of three documents", 1, TrailQuestion.ALL.about("", "", three)));
    }

    private void pairs(String half, String week, String late) {
        int odd = ManyEntries.ODD * 3 / 5;
        asked(PAGE, "person and resource", Map.of("by", "user 7", "resource", "samples"));
        asked(PAGE, "person and field", Map.of("by", "user 7", "field", "reviewed"));
        asked(1, "person and week", Map.of("by", "user 7", "from", half, "to", week));
        asked(0, "person and name", Map.of("by", "user 7", "name", "document 4711"));
        asked(odd, "pipeline and run elements", Map.of("by", "pipeline", "resource", "run_elements"));
        asked(odd, "former pipeline and samples", Map.of("by", "former pipeline", "resource", "samples"));
        asked(odd, "pipeline and former field", Map.of("by", "pipeline", "field", "useable"));
        asked(odd, "former pipeline and field", Map.of("by", "former pipeline", "field", "reviewed"));
        asked(odd, "run elements and field", Map.of("resource", "run_elements", "field", "reviewed"));
        asked(odd, "samples and former field", Map.of("resource", "samples", "field", "useable"));
        asked(0, "former pipeline, late", Map.of("by", "former pipeline", "from", late));
        asked(0, "run elements, late", Map.of("resource", "run_elements", "from", late));
        asked(0, "former field, late", Map.of("field", "useable", "from", late));
        asked(1, "name and resource", Map.of("name", "document 4711", "resource", "samples"));
        asked(1, "name and field", Map.of("name", "document 4711", "field", "reviewed"));
        asked(0, "name and week", Map.of("name", "document 4711", "from", half, "to", week));
    }
}

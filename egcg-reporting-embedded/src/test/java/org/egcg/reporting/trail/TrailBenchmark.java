package org.egcg.reporting.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.Test;

/** What the history costs writers, and how long it takes to ask it, see docs/performance.md. */
class TrailBenchmark {

    private static final int WARMING = 4;
    private static final int ROUNDS = 9;
    private static final int WRITES = Integer.getInteger("trail.writes", 300);
    private static final int ENTRIES = Integer.getInteger("trail.entries", 5_000_000);
    private static final int BLOCK = 1000;
    private static final int PAGE = 51;
    private static final int AGAIN = 5;
    private static final int USERS = 200;
    private static final int DOCUMENTS = 250_000;

    /** The same store, which forgets the history at once. */
    private static DocumentStore withoutHistory(DocumentStore store) {
        return (DocumentStore) Proxy.newProxyInstance(
                DocumentStore.class.getClassLoader(),
                new Class<?>[] {DocumentStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("insert") && arguments[0].equals(Trail.COLLECTION)) {
                        return null;
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** The middle of several rounds, each of both in turn, once the virtual machine is warm. */
    @Test
    void writesWithTheHistoryAndWithout() {
        try (TestStore database = new TestStore();
                TestStore other = new TestStore();
                Reporting with = database.reporting();
                Reporting without = Reporting.builder()
                        .configuration(with.config())
                        .store(withoutHistory(other.connect()))
                        .open()) {
            List<Double> more = new ArrayList<>();
            for (int round = 0; round < WARMING + ROUNDS; round++) {
                Duration before = round % 2 == 0 ? written(without, round) : Duration.ZERO;
                Duration traced = written(with, round);
                Duration bare = round % 2 == 0 ? before : written(without, round);
                double cost = 100.0 * traced.toNanos() / bare.toNanos() - 100;
                System.out.printf(
                        "%d writes: %d ms of the processor with the history, %d ms without: %.0f %% more%n",
                        2 * WRITES, traced.toMillis(), bare.toMillis(), cost);
                more.add(cost);
            }
            List<Double> counted = new ArrayList<>(more.subList(WARMING, more.size()));
            counted.sort(null);
            System.out.printf("in the middle %.0f %% more%n", counted.get(ROUNDS / 2));
            assertThat(with.trail().size()).isEqualTo(2L * WRITES * (WARMING + ROUNDS));
            assertThat(without.trail().size()).isZero();
        }
    }

    /** What the processor has worked for this virtual machine, the embedded store included. */
    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /** Each run element is posted and then changed, one request after the other; what the processor worked for it. */
    private static Duration written(Reporting reporting, int round) {
        Duration begin = processor();
        for (int i = 0; i < WRITES; i++) {
            String id = "e" + round + "_" + i;
            reporting.writer().insert(reporting.schema("run_elements"), JsonReader.read("""
                            {"run_element_id": "%s", "run_id": "r%d", "lane": 1, "project_id": "p1", "library_id": "l1",
                             "sample_id": "s%d", "bases_r1": 1000}""".formatted(
                            id, round, i % 8)));
            ObjectId document = reporting
                    .reader()
                    .find(reporting.schema("run_elements"), new BsonDocument("run_element_id", new BsonString(id)))
                    .get(0)
                    .getObjectId("_id")
                    .getValue();
            reporting
                    .writer()
                    .amend(
                            reporting.schema("run_elements"),
                            Map.of(document, new BsonDocument("bases_r2", new BsonInt32(i))));
        }
        return processor().minus(begin);
    }

    @Test
    void aPageOfTheHistory() {
        try (TestStore database = new TestStore();
                MongoStore store = database.connect()) {
            database.reporting(store);
            Instant begin = Instant.now();
            fill(store);
            System.out.printf(
                    "%,d entries kept in %d s%n", ENTRIES, since(begin).toSeconds());
            new Doubts(store, Trail.COLLECTION).settle(Instant.now().plus(Duration.ofHours(1)));
            Trail trail = new Trail(store, Clock.systemUTC());
            SoftAssertions all = new SoftAssertions();
            questions().forEach((what, question) -> {
                Duration first = timed(() -> trail.list(question, PAGE));
                Duration worked = processor();
                List<Duration> again = IntStream.range(0, AGAIN)
                        .mapToObj(time -> timed(() -> trail.list(question, PAGE)))
                        .sorted()
                        .toList();
                System.out.printf(
                        "%s: %d ms, then %d ms in the middle of %d; %d ms of the processor each%n",
                        what,
                        first.toMillis(),
                        again.get(AGAIN / 2).toMillis(),
                        AGAIN,
                        processor().minus(worked).toMillis() / AGAIN);
                all.assertThat(again.get(AGAIN / 2)).as(what).isLessThan(Duration.ofSeconds(1));
            });
            all.assertAll();
        }
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }

    private static Duration timed(Supplier<List<TrailEntry>> asked) {
        Instant begin = Instant.now();
        assertThat(asked.get()).isNotEmpty();
        return since(begin);
    }

    /** Four of five entries are one program's, which was another before; the others are of {@link #USERS} people. */
    private static void fill(MongoStore store) {
        for (int written = 0; written < ENTRIES; written += BLOCK) {
            List<BsonDocument> block = new ArrayList<>(BLOCK);
            for (int i = written; i < written + BLOCK; i++) {
                block.add(entry(i).stored());
            }
            try {
                store.insert(Trail.COLLECTION, block);
            } catch (org.egcg.reporting.store.DuplicateKeyException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static TrailEntry entry(int number) {
        String program = number < ENTRIES / 5 ? "former pipeline" : "pipeline";
        String user = number % 5 == 0 ? "user " + number / 5 % USERS : program;
        int document = number % DOCUMENTS;
        BsonDocument before = new BsonDocument("_id", new BsonObjectId(new ObjectId(document + 1, 0)))
                .append("_etag", new BsonString("e" + (number - DOCUMENTS)))
                .append("reviewed", new BsonString("not reviewed"));
        BsonDocument after = before.clone()
                .append("_etag", new BsonString("e" + number))
                .append("reviewed", new BsonString("pass"))
                .append("review_comments", new BsonString("within limits"));
        return Origin.command(user, "api")
                .during(() -> TrailEntry.changed("samples", "sample" + document, "changed", before, after));
    }

    private static Map<String, TrailQuestion> questions() {
        Map<String, TrailQuestion> questions = new LinkedHashMap<>();
        questions.put("the latest", TrailQuestion.ALL);
        questions.put("of the pipeline", TrailQuestion.of(Map.of("by", "pipeline")));
        questions.put("of what was there before", TrailQuestion.of(Map.of("by", "former pipeline")));
        questions.put("of a person", TrailQuestion.of(Map.of("by", "user 7")));
        questions.put("of a field", TrailQuestion.of(Map.of("field", "reviewed")));
        questions.put("of a document", TrailQuestion.of("samples", new ObjectId(4711, 0)));
        questions.put("by a name", TrailQuestion.of(Map.of("name", "sample4711")));
        questions.put(
                "until a moment ago",
                TrailQuestion.of(Map.of("to", Instant.now().minusMillis(500).toString())));
        questions.put("of a person and a field", TrailQuestion.of(Map.of("by", "user 7", "field", "reviewed")));
        questions.put(
                "of three documents",
                TrailQuestion.ALL.about(
                        "samples", "", Set.of(new ObjectId(5, 0), new ObjectId(55, 0), new ObjectId(555, 0))));
        return questions;
    }
}

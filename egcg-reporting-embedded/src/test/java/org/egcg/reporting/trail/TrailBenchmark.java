package org.egcg.reporting.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.store.DocumentStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.Test;

/** What the history costs writers, see docs/performance.md. */
class TrailBenchmark {

    private static final int WARMING = 4;
    private static final int ROUNDS = 9;
    private static final int WRITES = Integer.getInteger("trail.writes", 300);

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
    static Duration processor() {
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
}

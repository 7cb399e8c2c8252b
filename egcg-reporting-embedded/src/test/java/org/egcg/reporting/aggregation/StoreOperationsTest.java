package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.testkit.OperationCounter;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a bulk insertion costs the database: all run elements of one run with 8 lanes, 8 samples and 1 project. Other
 * sizes: {@code -Doperations.sizes=80,800,8000}.
 */
class StoreOperationsTest {

    private final TestStore store = new TestStore();
    private final OperationCounter counter = new OperationCounter();
    private Reporting reporting;

    @BeforeEach
    void open() {
        reporting = store.reporting(counter.connect(store));
        insert("runs", "{\"run_id\": \"R\"}");
        insert("projects", "{\"project_id\": \"P\"}");
        insert("lanes", each("{\"lane_id\": \"R_%d\", \"run_id\": \"R\", \"lane_number\": %d}", 8));
        insert("samples", each("{\"sample_id\": \"S%d\", \"project_id\": \"P\"}", 8));
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    @Test
    void theNumberOfOperationsDoesNotDependOnTheNumberOfRunElementsAndThatOfDocumentsGrowsInLine() {
        Map<Integer, Integer> operations = new LinkedHashMap<>();
        System.out.println("| N | operations | documents read | documents written | ms |\n|---|---|---|---|---|");
        for (int size : sizes()) {
            reporting.writer().deleteAll(reporting.schema("samples"));
            insert("samples", each("{\"sample_id\": \"S%d\", \"project_id\": \"P\"}", 8));
            if (!operations.isEmpty()) {
                reporting.writer().deleteAll(reporting.schema("run_elements"));
            }
            counter.reset();
            long start = System.nanoTime();
            insert("run_elements", runElements(size));
            long millis = (System.nanoTime() - start) / 1_000_000;
            System.out.printf(
                    "| %d | %d | %d | %d | %d |%n", size, counter.all(), counter.read(), counter.written(), millis);

            eachParentIsReadAndWrittenOnce();
            assertThat(counter.written())
                    .as("each with an entry in the history")
                    .isEqualTo(2L * size + 17 + 1);
            assertThat(counter.read()).isLessThan(100);
            operations.put(
                    size,
                    counter.of("update", "runs")
                            + counter.of("find", "runs")
                            + counter.of("find", "lanes")
                            + counter.of("find", "samples")
                            + counter.of("find", "run_elements"));
        }
        System.out.println(counter);
        assertThat(operations.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElseThrow()
                        - operations.values().stream()
                                .mapToInt(Integer::intValue)
                                .min()
                                .orElseThrow())
                .as("more run elements, more questions about uniqueness, a thousand at a time")
                .isLessThanOrEqualTo(
                        sizes().stream().mapToInt(Integer::intValue).max().orElseThrow() / 1000);
    }

    private void eachParentIsReadAndWrittenOnce() {
        assertThat(counter.of("find", "runs")).as("the run is known").isLessThan(2);
        for (String parents : List.of("lanes", "samples")) {
            assertThat(counter.of("find", parents))
                    .as("one question finds all %s", parents)
                    .isBetween(1, 2);
        }
        assertThat(counter.of("update", "runs")).isEqualTo(1);
        assertThat(counter.of("update", "lanes")).isEqualTo(8);
        assertThat(counter.of("update", "samples")).isEqualTo(8);
        assertThat(counter.of("find", "projects"))
                .as("a project looks at nothing that run elements change")
                .isZero();
    }

    private static List<Integer> sizes() {
        return Arrays.stream(System.getProperty("operations.sizes", "80,800").split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }

    private static String runElements(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> """
               {"run_element_id": "E%d", "run_id": "R", "lane": %d, "project_id": "P", "library_id": "L",
                "sample_id": "S%d", "barcode": "B%d", "useable": "yes", "bases_r1": 1000, "bases_r2": 900,
                "passing_filter_reads": 10, "total_reads": 12}""".formatted(number, number % 8 + 1, number / 8 % 8 + 1, number))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String each(String template, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> template.formatted(number, number))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void insert(String resource, String body) {
        assertThat(reporting.writer().insert(reporting.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }
}

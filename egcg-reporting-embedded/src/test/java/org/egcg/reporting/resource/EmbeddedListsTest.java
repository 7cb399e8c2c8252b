package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.testkit.OperationCounter;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedListsTest {

    private static final int RUNS = 900;

    private final TestStore store = new TestStore();
    private final OperationCounter counter = new OperationCounter();
    private final Reporting reporting = store.reporting(counter.connect(store));

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    @Test
    void aPageWithEmbeddedListsCostsAsManyQuestionsForNineHundredDocumentsAsForOne() {
        insert("run_elements", """
                {"run_element_id": "e%1$d", "run_id": "r", "lane": 1, "project_id": "p", "library_id": "l",
                 "sample_id": "s"}""");
        insert("analysis_driver_procs", "{\"proc_id\": \"p%1$d\", \"dataset_type\": \"run\", \"dataset_name\": \"r\"}");
        insert("runs", """
                {"run_id": "r%1$d", "run_elements": ["e%1$d"], "analysis_driver_procs": ["p%1$d"]}""");

        assertThat(questions(1)).isEqualTo(questions(RUNS));
        assertThat(counter.of("find", "run_elements")).isEqualTo(1);
        assertThat(counter.of("find", "analysis_driver_procs")).isEqualTo(1);
    }

    private int questions(int documents) {
        Schema runs = reporting.schema("runs");
        ReadRequest request = ReadRequest.of(
                runs,
                Map.of(
                        "max_results",
                        String.valueOf(documents),
                        "embedded",
                        "{\"run_elements\": 1, \"analysis_driver_procs\": 1}"));
        counter.reset();
        try (Listing page = reporting.reader().list(runs, request)) {
            List<BsonDocument> listed = page.list();
            assertThat(listed).hasSize(documents).allSatisfy(run -> assertThat(run.getArray("run_elements"))
                    .singleElement()
                    .satisfies(element -> assertThat(element.isDocument()).isTrue()));
        }
        return counter.of("find", "runs")
                + counter.of("count", "runs")
                + counter.of("aggregate", "runs")
                + counter.of("find", "run_elements")
                + counter.of("find", "analysis_driver_procs");
    }

    private void insert(String resource, String template) {
        String body = IntStream.range(0, RUNS).mapToObj(template::formatted).collect(Collectors.joining(",", "[", "]"));
        assertThat(reporting.writer().insert(reporting.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }
}

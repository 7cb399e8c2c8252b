package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.testkit.OperationCounter;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many commands one request sends to the database, and how many documents it reads, in a run of so many elements.
 * One command of each write is its entry in the history. Exact numbers: whoever changes them changes what the service costs. {@code docs/performance.md} has them as a table.
 */
class RequestCostTest {

    private static final String ELEMENT = """
            {"run_element_id": "%s", "run_id": "R", "lane": %d, "project_id": "P", "library_id": "L",
             "sample_id": "S%d", "barcode": "B%d", "useable": "yes", "bases_r1": 1000, "bases_r2": 900,
             "passing_filter_reads": 10, "total_reads": 12}""";

    private final TestStore store = new TestStore();
    private final OperationCounter counter = new OperationCounter();
    private Reporting reporting;

    @BeforeEach
    void open() {
        reporting = store.reporting(counter.connect(store));
        insert("runs", "{\"run_id\": \"R\"}");
        insert("projects", "{\"project_id\": \"P\"}");
        insert("lanes", each("{\"lane_id\": \"R_%d\", \"run_id\": \"R\", \"lane_number\": %d}"));
        insert("samples", each("{\"sample_id\": \"S%d\", \"project_id\": \"P\"}"));
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 400})
    void aPostReadsTheLaneAloneHoweverLargeTheRun(int size) {
        insertElements(size);

        counter.reset();
        insert("run_elements", ELEMENT.formatted("NEW", 3, 3, -1));

        assertThat(counter.all()).as(counter.toString()).isEqualTo(7);
        assertThat(counter.of("find", "lanes"))
                .as("nothing sees to it that one is called so")
                .isEqualTo(1);
        assertThat(counter.read()).as(counter.toString()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 400})
    void aPatchOfOneElementCostsTheSame(int size) {
        insertElements(size);
        BsonDocument element = element("E11");

        counter.reset();
        reporting
                .writer()
                .patch(
                        schema(),
                        id(element),
                        Optional.of(element.getString("_etag").getValue()),
                        JsonReader.read("{\"bases_r1\": 5}"));

        assertThat(counter.all()).as(counter.toString()).isEqualTo(8);
        assertThat(counter.read()).as(counter.toString()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 400})
    void soDoesADeletion(int size) {
        insertElements(size);
        BsonDocument element = element("E11");

        counter.reset();
        reporting
                .writer()
                .delete(
                        schema(),
                        id(element),
                        Optional.of(element.getString("_etag").getValue()));

        assertThat(counter.all()).as(counter.toString()).isEqualTo(8);
        assertThat(counter.read()).as(counter.toString()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 400})
    void aBulkInsertionReadsEachParentOnceAtMost(int size) {
        insertElements(size);

        counter.reset();
        insert(
                "run_elements",
                IntStream.range(0, 64)
                        .mapToObj(i -> ELEMENT.formatted("N" + i, i % 8 + 1, i % 8 + 1, -i))
                        .collect(Collectors.joining(",", "[", "]")));

        assertThat(counter.all()).as(counter.toString()).isEqualTo(23);
        assertThat(counter.read()).as(counter.toString()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 800, 8000})
    void whatPostsOneByOneCostGrowsInLineWithTheirNumber(int size) {
        counter.reset();
        IntStream.range(0, size)
                .forEach(i -> insert("run_elements", ELEMENT.formatted("E" + i, i % 8 + 1, i % 8 + 1, i)));

        assertThat(counter.all()).as(counter.toString()).isEqualTo(7 * size);
        assertThat(counter.read()).as("the lane of each").isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 400})
    void oneDocumentIsOneQuestion(int size) {
        insertElements(size);
        ObjectId id = id(element("E11"));

        counter.reset();
        assertThat(reporting.reader().item(schema(), id, ReadRequest.everything()))
                .isPresent();

        assertThat(counter.all()).as(counter.toString()).isEqualTo(1);
        assertThat(counter.read()).as(counter.toString()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 400})
    void aPageIsOneQuestionAndACount(int size) {
        insertElements(size);

        counter.reset();
        try (Listing listing =
                reporting.reader().list(schema(), ReadRequest.of(schema(), Map.of("max_results", "10")))) {
            listing.newest();
            assertThat(listing.total()).isEqualTo(size);
            assertThat(listing.list()).hasSize(10);
        }

        assertThat(counter.all()).as(counter.toString()).isEqualTo(2);
        assertThat(counter.read()).as(counter.toString()).isEqualTo(11);
    }

    @Test
    void aPageOfThousandsIsReadOnceForItsDateToo() {
        insertElements(3000);

        counter.reset();
        try (Listing listing =
                reporting.reader().list(schema(), ReadRequest.of(schema(), Map.of("max_results", "2500")))) {
            assertThat(listing.newest()).isPresent();
            assertThat(listing.list()).hasSize(2500);
        }

        assertThat(counter.of("find", "run_elements")).isEqualTo(1);
        assertThat(counter.read()).as(counter.toString()).isEqualTo(2500);
    }

    @Test
    void aPageThatIsNotFullTellsTheTotalItself() {
        insertElements(16);

        counter.reset();
        for (String page : List.of("1", "2")) {
            try (Listing listing = reporting
                    .reader()
                    .list(schema(), ReadRequest.of(schema(), Map.of("max_results", "15", "page", page)))) {
                assertThat(listing.total()).isEqualTo(16);
            }
        }

        assertThat(counter.of("find", "run_elements")).isEqualTo(2);
        assertThat(counter.of("aggregate", "run_elements")).isEqualTo(1);
    }

    @Test
    void aPageBehindTheLastOneAsks() {
        insertElements(16);

        try (Listing listing = reporting.reader().list(schema(), ReadRequest.of(schema(), Map.of("page", "9")))) {
            assertThat(listing.total()).isEqualTo(16);
            assertThat(listing.hasNext()).isFalse();
        }
    }

    private Schema schema() {
        return reporting.schema("run_elements");
    }

    private BsonDocument element(String name) {
        return reporting
                .reader()
                .find(schema(), new BsonDocument("run_element_id", new BsonString(name)))
                .get(0);
    }

    private static ObjectId id(BsonDocument document) {
        return document.getObjectId("_id").getValue();
    }

    private void insertElements(int size) {
        insert(
                "run_elements",
                IntStream.range(0, size)
                        .mapToObj(i -> ELEMENT.formatted("E" + i, i % 8 + 1, i % 8 + 1, i))
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static String each(String template) {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(number -> template.formatted(number, number))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void insert(String resource, String body) {
        assertThat(reporting.writer().insert(reporting.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }
}

package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.resource.Written;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.testkit.OperationCounter;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process need not look up the parent that it wrote last, as long as that is still the one that is called so. */
class KnownParentsTest {

    private final TestStore store = new TestStore();
    private final OperationCounter counter = new OperationCounter();
    private Reporting node;
    private Reporting other;
    private int elements;

    @BeforeEach
    void open() {
        node = store.reporting(counter.connect(store));
        other = store.reporting();
        insert(node, "runs", "{\"run_id\": \"R\"}");
        post(node, "R");
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
        store.close();
    }

    @Test
    void aKnownRunIsNotAskedFor() {
        counter.reset();
        post(node, "R");

        assertThat(counter.of("find", "runs")).isZero();
        assertThat(counter.of("find", "run_elements")).isZero();
        assertThat(bases("R")).isEqualTo(2000);
    }

    @Test
    void aRunThatWasStoredAnewIsAnother() {
        delete(node, run("R"));
        insert(node, "runs", "{\"run_id\": \"R\"}");
        post(node, "R");
        post(node, "R");

        assertThat(bases("R")).isEqualTo(3000);
    }

    @Test
    void soItIsIfAnotherNodeStoredIt() {
        delete(other, run("R"));
        insert(other, "runs", "{\"run_id\": \"R\"}");
        post(node, "R");
        post(node, "R");

        assertThat(bases("R")).isEqualTo(3000);
    }

    @Test
    void aRunThatIsCalledOtherwiseLeavesItsNameToAnother() {
        rename(other, "R", "Q");
        insert(other, "runs", "{\"run_id\": \"R\"}");
        post(node, "R");
        post(node, "Q");
        post(node, "R");

        assertThat(bases("Q")).isEqualTo(2000);
        assertThat(bases("R")).isEqualTo(2000);
    }

    @Test
    void twoRunsMayChangeNames() {
        insert(node, "runs", "{\"run_id\": \"Q\"}");
        post(node, "Q");
        post(node, "Q");
        rename(node, "R", "X");
        rename(node, "Q", "R");
        rename(node, "X", "Q");
        post(node, "R");
        post(node, "Q");

        assertThat(bases("R")).isEqualTo(3000);
        assertThat(bases("Q")).isEqualTo(2000);
    }

    @Test
    void whatAnotherNodeHasWrittenStays() {
        post(other, "R");
        patch(other, run("R"), "{\"number_of_lanes\": 4}");
        post(node, "R");
        post(other, "R");
        post(node, "R");

        assertThat(bases("R")).isEqualTo(5000);
        assertThat(run("R").getNumber("number_of_lanes").intValue()).isEqualTo(4);
    }

    @Test
    void aRunThatIsGoneIsMissedByNobody() {
        delete(node, run("R"));
        post(node, "R");
        insert(node, "runs", "{\"run_id\": \"R\"}");

        assertThat(bases("R")).isEqualTo(2000);
    }

    private void post(Reporting where, String run) {
        insert(where, "run_elements", """
                {"run_element_id": "E%d", "run_id": "%s", "lane": 1, "project_id": "P", "library_id": "L",
                 "sample_id": "S", "barcode": "B", "bases_r1": 1000, "bases_r2": 900}""".formatted(elements++, run));
    }

    private long bases(String run) {
        return run(run).getDocument("aggregated").getNumber("bases_r1").longValue();
    }

    private BsonDocument run(String name) {
        return other.reader()
                .find(other.schema("runs"), new BsonDocument("run_id", new BsonString(name)))
                .get(0);
    }

    private void rename(Reporting where, String from, String to) {
        patch(where, run(from), "{\"run_id\": \"" + to + "\"}");
    }

    private static void patch(Reporting where, BsonDocument document, String body) {
        Schema runs = where.schema("runs");
        assertThat(where.writer().patch(runs, id(document), etag(document), JsonReader.read(body)))
                .isInstanceOf(Written.Changed.class);
    }

    private static void delete(Reporting where, BsonDocument document) {
        where.writer().delete(where.schema("runs"), id(document), etag(document));
    }

    private static ObjectId id(BsonDocument document) {
        return document.getObjectId("_id").getValue();
    }

    private static Optional<String> etag(BsonDocument document) {
        return Optional.of(document.getString("_etag").getValue());
    }

    private static void insert(Reporting where, String resource, String body) {
        assertThat(where.writer().insert(where.schema(resource), JsonReader.read(body)))
                .isInstanceOf(Written.Inserted.class);
    }
}

package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.store.Documents;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.Find;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is read again after writes, here and on another node. */
class KeptDocumentsTest {

    private final TestStore store = new TestStore();
    private final List<Optional<Integer>> asked = new ArrayList<>();
    private Instant moment = Instant.parse("2026-11-30T12:00:00Z");
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return moment;
        }
    };
    private Reporting one;
    private Reporting other;
    private MongoStore connection;
    private KeptDocuments<String> kept;

    @BeforeEach
    void open() {
        one = store.reporting();
        other = store.reporting();
        connection = store.connect();
        one.exchangeChanges();
        other.exchangeChanges();
        kept = new KeptDocuments<>(one.changes(), "samples", KeptDocumentsTest::read, clock);
        for (String id : List.of("s1", "s2", "s3")) {
            post(one, "samples", "{'sample_id': '%s', 'project_id': 'p'}".formatted(id));
        }
        shown();
        asked.clear();
    }

    @AfterEach
    void close() {
        connection.close();
        other.close();
        one.close();
        store.close();
    }

    private static Optional<String> read(BsonDocument sample) {
        BsonValue reads = sample.getDocument("aggregated", new BsonDocument())
                .getDocument("from_run_elements", new BsonDocument())
                .get("useable_run_elements");
        String id = sample.getString("sample_id").getValue();
        int elements = reads == null ? 0 : reads.asArray().size();
        return sample.getString("useable", new BsonString("")).getValue().equals("no")
                ? Optional.empty()
                : Optional.of(elements == 0 ? id : id + " " + elements);
    }

    private Documents question(Optional<Set<BsonValue>> ids) {
        asked.add(ids.map(Set::size));
        BsonDocument filter = ids.map(
                        some -> new BsonDocument("_id", new BsonDocument("$in", new BsonArray(List.copyOf(some)))))
                .orElseGet(BsonDocument::new);
        return connection.find(Find.in("samples").matching(filter));
    }

    private Collection<String> shown() {
        return kept.now(this::question).values();
    }

    private static void post(Reporting node, String resource, String json) {
        new Records(node).post(resource, json.replace('\'', '"'));
    }

    private void changed(Reporting node, String sample, String json) {
        Schema schema = node.schema("samples");
        BsonDocument stored = stored(sample);
        node.writer()
                .patch(
                        schema,
                        stored.getObjectId("_id").getValue(),
                        Optional.of(stored.getString("_etag").getValue()),
                        BsonDocument.parse(json));
    }

    private BsonDocument stored(String sample) {
        return connection
                .find(Find.in("samples").matching(new BsonDocument("sample_id", new BsonString(sample))))
                .next();
    }

    @Test
    void nothingIsAskedWhereNothingWasWritten() {
        Map<ObjectId, String> before = kept.now(this::question);
        post(one, "projects", "{'project_id': 'p'}");

        assertThat(kept.now(this::question)).isSameAs(before);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasPostedChangedOrDeletedIsReadAlone() {
        post(one, "samples", "{'sample_id': 's4', 'project_id': 'p'}");
        changed(one, "s2", "{\"useable\": \"no\"}");
        assertThat(shown()).containsExactly("s1", "s3", "s4");
        BsonDocument gone = stored("s1");
        one.writer()
                .delete(
                        one.schema("samples"),
                        gone.getObjectId("_id").getValue(),
                        Optional.of(gone.getString("_etag").getValue()));

        assertThat(shown()).containsExactly("s3", "s4");
        assertThat(asked).containsExactly(Optional.of(2), Optional.of(1));
    }

    @Test
    void aDocumentWhoseAggregatesAloneWereRenewedIsReadAgain() {
        post(one, "run_elements", """
                {'run_element_id': 'e1', 'run_id': 'r', 'lane': 1, 'sample_id': 's2', 'project_id': 'p',
                 'library_id': 'l', 'useable': 'yes'}""");

        assertThat(shown()).containsExactly("s1", "s2 1", "s3");
        assertThat(asked).containsExactly(Optional.of(1));
    }

    @Test
    void anotherNodeTellsWhichDocumentsItHasWrittenAlsoByAggregation() {
        post(other, "run_elements", """
                {'run_element_id': 'e1', 'run_id': 'r', 'lane': 1, 'sample_id': 's2', 'project_id': 'p',
                 'library_id': 'l', 'useable': 'yes'}""");
        post(other, "samples", "{'sample_id': 's4', 'project_id': 'p'}");
        other.exchangeChanges();
        one.exchangeChanges();

        assertThat(shown()).containsExactly("s1", "s2 1", "s3", "s4");
        assertThat(asked).containsExactly(Optional.of(2));
        one.exchangeChanges();
        other.exchangeChanges();
        one.exchangeChanges();
        shown();
        assertThat(asked).hasSize(1);
    }

    @Test
    void aProgramThatEndsLeavesWord() {
        try (Reporting command = store.reporting()) {
            post(command, "samples", "{'sample_id': 's4', 'project_id': 'p'}");
        }
        one.exchangeChanges();

        assertThat(shown()).hasSize(4);
        assertThat(asked).hasSize(1).allMatch(Optional::isPresent);
    }

    @Test
    void afterTheEmptyingOfAResourceEverythingIsRead() {
        one.writer().deleteAll(one.schema("samples"));

        assertThat(shown()).isEmpty();
        assertThat(asked).containsExactly(Optional.empty());
    }

    @Test
    void whatIsWrittenPastTheLibraryIsFoundAfterAWhile() {
        connection.deleteAll("samples", new BsonDocument("sample_id", new BsonString("s1")));
        assertThat(shown()).hasSize(3);

        moment = moment.plus(Duration.ofMinutes(6));
        assertThat(shown()).containsExactly("s2", "s3");
    }

    @Test
    void ofADocumentThatIsAsItWasNothingIsMadeAnew() {
        Map<ObjectId, String> before = kept.now(this::question);
        moment = moment.plus(Duration.ofMinutes(6));
        assertThat(kept.now(this::question)).isSameAs(before);

        connection.deleteAll("samples", new BsonDocument("sample_id", new BsonString("s1")));
        moment = moment.plus(Duration.ofMinutes(6));
        Map<ObjectId, String> after = kept.now(this::question);
        assertThat(after.values()).containsExactly("s2", "s3");
        after.forEach((id, sample) -> assertThat(sample).isSameAs(before.get(id)));
        assertThat(asked).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void whatIsWrittenWhileAllIsReadIsReadAfterIt() {
        kept.again(ids -> {
            Documents before = question(ids);
            changed(one, "s2", "{\"useable\": \"no\"}");
            assertThat(kept.renewed(this::question).values()).containsExactly("s1", "s3");
            return before;
        });

        assertThat(shown()).containsExactly("s1", "s3");
    }

    @Test
    void manyDocumentsAreAskedForInParts() throws DuplicateKeyException {
        connection.insert(
                "samples",
                IntStream.range(0, 4397)
                        .mapToObj(KeptDocumentsTest::pastTheLibrary)
                        .toList());
        moment = moment.plus(Duration.ofMinutes(6));
        assertThat(shown()).hasSize(4400);
        asked.clear();

        post(one, "samples", posts(0, 600));
        post(one, "samples", posts(600, 500));
        assertThat(shown()).hasSize(5500);
        assertThat(asked).containsExactly(Optional.of(1000), Optional.of(100));

        asked.clear();
        post(one, "samples", posts(1100, 700));
        post(one, "samples", posts(1800, 700));
        assertThat(shown()).hasSize(6900);
        assertThat(asked).containsExactly(Optional.empty());
    }

    private static BsonDocument pastTheLibrary(int number) {
        return new BsonDocument("_id", new BsonObjectId()).append("sample_id", new BsonString("past" + number));
    }

    private static String posts(int from, int many) {
        return IntStream.range(from, from + many)
                .mapToObj("{'sample_id': 'm%d', 'project_id': 'p'}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void aQuestionThatFailsIsAskedAgain() {
        changed(one, "s2", "{\"useable\": \"no\"}");
        try {
            kept.now(ids -> {
                throw new IllegalStateException("away");
            });
        } catch (IllegalStateException away) {
            assertThat(away).hasMessage("away");
        }
        assertThat(shown()).containsExactly("s1", "s3");
    }
}

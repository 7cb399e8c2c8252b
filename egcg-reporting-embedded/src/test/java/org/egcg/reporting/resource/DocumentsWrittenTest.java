package org.egcg.reporting.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.resource.DocumentsWritten.Change;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What listeners are told of, and when. */
class DocumentsWrittenTest {

    private final TestStore store = new TestStore();
    private final List<DocumentsWritten> heard = new ArrayList<>();
    private Reporting reporting;
    private Records records;

    @BeforeEach
    void open() {
        reporting = store.reporting();
        records = new Records(reporting);
        reporting.writer().whenWritten(heard::add);
    }

    @AfterEach
    void close() {
        reporting.close();
        store.close();
    }

    @Test
    void aListThatIsInsertedAtOnceIsOneEventWithAllOfItsNames() {
        records.post(
                "samples",
                "[{\"sample_id\": \"s1\", \"project_id\": \"p1\"}, {\"sample_id\": \"s2\", \"project_id\": \"p1\"}]");

        List<ObjectId> ids = List.of(
                records.receipt("samples", "s1").id(),
                records.receipt("samples", "s2").id());
        assertThat(heard).containsExactly(new DocumentsWritten("samples", Change.INSERTED, ids, List.of("s1", "s2")));
    }

    @Test
    void changesReplacementsAndDeletionsNameTheirDocument() {
        records.post("runs", "{\"run_id\": \"r1\"}");
        ObjectId id = records.receipt("runs", "r1").id();
        records.patch("runs", "r1", "{\"number_of_lanes\": 8}");
        records.put("runs", "r1", "{\"run_id\": \"r1\"}");
        records.delete("runs", "r1");

        assertThat(heard)
                .extracting(DocumentsWritten::change)
                .containsExactly(Change.INSERTED, Change.CHANGED, Change.REPLACED, Change.DELETED);
        assertThat(heard).allSatisfy(news -> {
            assertThat(news.ids()).containsExactly(id);
            assertThat(news.names()).containsExactly("r1");
        });
    }

    @Test
    void whatIsChangedOnTheServicesOwnBehalfIsToldOfTogether() {
        records.post("runs", "[{\"run_id\": \"r1\"}, {\"run_id\": \"r2\"}]");
        BsonDocument change = new BsonDocument("number_of_lanes", new BsonInt32(2));
        Map<ObjectId, BsonDocument> changes = Map.of(
                records.receipt("runs", "r1").id(),
                change,
                records.receipt("runs", "r2").id(),
                change);
        heard.clear();

        reporting.writer().amend(reporting.schema("runs"), changes);

        assertThat(heard).singleElement().satisfies(news -> assertThat(news.names())
                .containsExactlyInAnyOrder("r1", "r2"));
    }

    @Test
    void emptyingAResourceNamesNoDocuments() {
        records.post("runs", "{\"run_id\": \"r1\"}");
        records.deleteAll("runs");

        assertThat(heard).last().isEqualTo(new DocumentsWritten("runs", Change.EMPTIED, List.of(), List.of()));
    }

    @Test
    void ofWhatIsRefusedNothingIsTold() {
        records.post("runs", "{\"run_id\": \"r1\"}");
        heard.clear();

        records.post("runs", "{\"run_id\": \"r1\"}");
        records.patch("runs", "r1", "{\"number_of_lanes\": \"many\"}");
        ObjectId id = records.receipt("runs", "r1").id();
        assertThatThrownBy(() -> reporting.writer().delete(reporting.schema("runs"), id, Optional.of("old")))
                .isInstanceOf(EtagMismatch.class);
        assertThatThrownBy(() -> records.deleteAll("samples")).isInstanceOf(NotFound.class);

        assertThat(heard).isEmpty();
    }

    @Test
    void theAggregatesAreUpToDateWhenItIsTold() {
        List<BsonDocument> seen = new ArrayList<>();
        records.post("lanes", "{\"lane_id\": \"r1_1\", \"run_id\": \"r1\", \"lane_number\": 1}");
        reporting.writer().whenWritten(news -> seen.add(records.aggregated("lanes", "r1_1")));

        records.post(
                "run_elements",
                "{\"run_element_id\": \"e1\", \"run_id\": \"r1\", \"lane\": 1, \"barcode\": \"ACGT\", \"project_id\": \"p1\","
                        + " \"sample_id\": \"s1\", \"library_id\": \"l1\", \"total_reads\": 7}");

        assertThat(seen).singleElement().satisfies(lane -> assertThat(lane.toJson())
                .contains("7"));
        assertThat(heard).extracting(DocumentsWritten::resource).containsExactly("lanes", "run_elements");
    }

    @Test
    void aListenerThatFailsChangesNothing() {
        reporting.writer().whenWritten(news -> {
            throw new IllegalStateException("full");
        });

        assertThat(records.post("runs", "{\"run_id\": \"r1\"}")).isInstanceOf(Written.Inserted.class);
        assertThat(records.one("runs", "r1").get("run_id")).isEqualTo(new BsonString("r1"));
    }
}

package org.egcg.reporting.review;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.clarity.ClarityAccount;
import org.egcg.reporting.embedded.clarity.FakeClarity;
import org.egcg.reporting.internal.clarity.ClarityClient;
import org.egcg.reporting.internal.clarity.ClaritySettings;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.egcg.reporting.testkit.OperationCounter;
import org.egcg.reporting.testkit.Records;
import org.egcg.reporting.testkit.TestStore;

/** A laboratory for reviews: a store, a LIMS, and the time standing still in Edinburgh's summer. */
final class ReviewLab implements AutoCloseable {

    private static final Clock SUMMER =
            Clock.fixed(Instant.parse("2019-04-26T09:00:00.5Z"), ZoneId.of("Europe/London"));

    final TestStore store = new TestStore();
    final OperationCounter counter = new OperationCounter();
    final Reporting reporting = store.reporting(counter.connect(store));
    final Records records = new Records(reporting);
    final FakeClarity clarity;
    final Actions actions;

    ReviewLab() throws IOException {
        this(ShippedThresholds.read());
    }

    ReviewLab(Thresholds thresholds) throws IOException {
        clarity = FakeClarity.open(0);
        ClaritySettings settings = new ClaritySettings(
                clarity.baseuri(),
                new ClarityAccount("apiuser", "apipass"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                List.of(Duration.ofMillis(50), Duration.ofMillis(300)));
        actions = new Actions(
                reporting.schemas(),
                reporting.reader(),
                reporting.writer(),
                new Reviews(thresholds, org.egcg.reporting.instrument.Instruments.packaged()),
                new ClarityClient(settings),
                new org.egcg.reporting.decision.DecisionBook(store.connect()),
                reporting.trail(),
                SUMMER);
    }

    /** Forgets everything. */
    void empty() {
        for (String resource : reporting.schemas().names()) {
            if (reporting.reader().count(reporting.schema(resource), new BsonDocument()) > 0) {
                records.deleteAll(resource);
            }
        }
        clarity.reset(new BsonDocument());
    }

    Performed perform(String json) {
        return actions.perform(
                ActionRequest.of(JsonReader.read(json.replace('\'', '"')).asDocument()), "a_user");
    }

    void post(String resource, String json) {
        records.post(resource, json.replace('\'', '"'));
    }

    /** A lane and one run element of it that gives it good numbers. */
    void goodLane(String runId, int number, String... barcodes) {
        String lane = "{'lane_id': '%s_%d', 'run_id': '%s', 'lane_number': %d}";
        post("lanes", lane.formatted(runId, number, runId, number));
        for (String barcode : barcodes) {
            element(runId, number, barcode, 65_000_000_000L / barcodes.length);
        }
    }

    void element(String runId, int lane, String barcode, long basesPerRead) {
        String element = """
                {'run_element_id': '%s_%d_%s', 'run_id': '%s', 'lane': %d, 'barcode': '%s', 'project_id': 'p1',
                 'library_id': 'l1', 'sample_id': 's1', 'bases_r1': %d, 'bases_r2': %d, 'q30_bases_r1': %d,
                 'q30_bases_r2': %d, 'adaptor_bases_removed_r1': 0, 'adaptor_bases_removed_r2': 0,
                 'mapping_metrics': {'bam_file_reads': 100, 'duplicate_reads': 0, 'picard_opt_dup_reads': 0}}""";
        long q30 = basesPerRead * 8 / 10;
        post(
                "run_elements",
                element.formatted(runId, lane, barcode, runId, lane, barcode, basesPerRead, basesPerRead, q30, q30));
    }

    void goodSample(String sampleId, String more) {
        post(
                "samples",
                ("{'sample_id': '" + sampleId + "', 'project_id': 'p1', 'coverage': {'mean': 30.34},"
                        + " 'bam_file_reads': 100, 'duplicate_reads': 20 " + more + "}"));
    }

    BsonDocument one(String resource, String id) {
        return records.one(resource, id);
    }

    List<BsonDocument> actions(Projection projection) {
        return reporting
                .reader()
                .list(reporting.schema("actions"), ReadRequest.everything().showing(projection))
                .list();
    }

    List<String> calls() {
        List<String> calls = new ArrayList<>();
        for (BsonValue member : clarity.log().asArray()) {
            BsonDocument call = member.asDocument();
            String query = call.getString("query").getValue();
            String path = call.getString("path").getValue().replace("/api/v2", "");
            calls.add(call.getString("method").getValue() + " " + path + (query.isEmpty() ? "" : "?" + query));
        }
        return calls;
    }

    String changes() {
        return JsonWriter.text(clarity.changes()).replace('"', '\'');
    }

    void scene(String json) {
        clarity.reset(JsonReader.read(json.replace('\'', '"')).asDocument());
    }

    @Override
    public void close() {
        clarity.close();
        reporting.close();
        store.close();
    }
}

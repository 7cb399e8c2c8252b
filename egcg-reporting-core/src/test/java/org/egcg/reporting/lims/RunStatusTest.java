package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;

/** Two runs, worked out by hand: a pool under two indexes, and a lane without any. */
final class RunStatusTest {

    private static final String STARTED = "180202_E2_0002_HFLOW2";
    private static final String DONE = "180203_E1_0001_HFLOW1";

    @Test
    void runsAreListedWithWhatIsInTheirLanes() {
        try (LimsReports reports = lims().reports()) {
            Ask.of(reports, "run_status").gives(TestLims.text("runs.json"));
        }
    }

    @Test
    void runsAreFilteredByStateDateAndId() {
        try (LimsReports reports = lims().reports()) {
            Ask runs = Ask.of(reports, "run_status");
            assertThat(ids(runs.with("status", "current"))).containsExactly(STARTED);
            assertThat(ids(runs.with("status", "recent"))).containsExactly(DONE);
            assertThat(ids(runs.with("status", ""))).containsExactly(STARTED, DONE);
            assertThat(ids(runs.with("createddate", "02_02_2018_00:00:00"))).containsExactly(DONE);
            assertThat(ids(runs.match("{\"run_ids\": \"" + DONE + "\"}"))).containsExactly(DONE);
            assertThat(ids(runs.match("{\"run_id\": \"nope\"}"))).isEmpty();
        }
    }

    @Test
    void aRunHasItsClusterDateWhetherItIsAskedForAloneOrNot() {
        try (LimsReports reports = lims().reports()) {
            BsonDocument alone = Ask.of(reports, "run_status")
                    .match("{\"run_id\": \"" + STARTED + "\"}")
                    .items()
                    .get(0);
            assertThat(alone.getString("cst_date").getValue()).isEqualTo("2018-02-01T09:00:00");
        }
    }

    @Test
    void ofSeveralClusterBatchesTheOneWithTheHighestNumberCounts() {
        TestLims lims = lims().run("""
                        INSERT INTO process VALUES (303, '24-303', '2018-02-05 10:00', NULL, NULL, 1, 'COMPLETE', NULL);
                        INSERT INTO processiotracker VALUES (8, 31, 303);
                        INSERT INTO outputmapping VALUES (6, 8, 35)""");
        try (LimsReports reports = lims.reports()) {
            assertThat(Ask.of(reports, "run_status").items())
                    .extracting(run -> run.getString("cst_date").getValue())
                    .containsExactly("2018-02-01T09:00:00", "2018-02-05T10:00:00");
        }
    }

    @Test
    void aCompleteReportNamesEachIndexOfALaneOnce() {
        try (LimsReports reports = lims().reports()) {
            BsonDocument run = Ask.of(reports, "run_status")
                    .match("{\"run_id\": \"" + DONE + "\"}")
                    .with("complete", "true")
                    .items()
                    .get(0);
            List<BsonValue> samples = run.getArray("lanes").get(0).asDocument().getArray("samples");
            assertThat(samples)
                    .extracting(sample ->
                            sample.asDocument().getString("artifact_id").getValue())
                    .containsExactly("2-11", "2-12");
        }
    }

    @Test
    void aRunWithoutAStatusIsRecentAndOneWithoutFieldsIsNone() {
        TestLims lims = lims().run("DELETE FROM process_udf_view WHERE processid = 401 AND udfname = 'Run Status'");
        try (LimsReports reports = lims.reports()) {
            assertThat(ids(Ask.of(reports, "run_status").with("status", "recent")))
                    .containsExactly(DONE);
            lims.run("DELETE FROM process_udf_view WHERE processid = 401");
            assertThat(ids(Ask.of(reports, "run_status"))).containsExactly(STARTED);
        }
    }

    private static TestLims lims() {
        return TestLims.withTables().script("runs.sql");
    }

    private static List<String> ids(Ask ask) {
        return ask.items().stream()
                .map(run -> run.getString("run_id").getValue())
                .toList();
    }
}

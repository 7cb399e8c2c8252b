package org.egcg.reporting.notice.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.lims.TestLims;
import org.egcg.reporting.notice.Notice;
import org.egcg.reporting.notice.NoticeKind;
import org.egcg.reporting.run.RunIds;
import org.junit.jupiter.api.Test;

/** What is found in the LIMS. */
class LimsWatchesTest {

    private static List<Notice> runs(TestLims lims, String now) {
        try (LimsReports reports = lims.reports()) {
            return new LimsRunWatch(() -> reports, RunIds.ofMakers(), ZoneOffset.UTC).look(Instant.parse(now));
        }
    }

    private static List<Notice> projects(TestLims lims, OptionalInt weeks, String now) {
        try (LimsReports reports = lims.reports()) {
            return new ProjectWatch(() -> reports, weeks, ZoneOffset.UTC).look(Instant.parse(now));
        }
    }

    @Test
    void aRunIsFinishedErroredOrAbortedAsTheLimsSays() {
        TestLims lims = TestLims.withTables().script("runs.sql");
        String done = "180203_E1_0001_HFLOW1";
        assertThat(runs(lims, "2018-02-10T00:00:00Z")).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("run_finished/" + done);
            assertThat(notice.reason()).isEqualTo("The LIMS says: RunCompleted.");
            assertThat(notice.projects()).contains("PA");
            assertThat(notice.instrument()).contains("E1");
        });
        lims.run("UPDATE process_udf_view SET udfvalue = 'RunErroredOut' WHERE udfvalue = 'RunStarted'");
        lims.run("UPDATE process_udf_view SET udfvalue = 'RunAborted' WHERE udfvalue = 'RunCompleted'");
        assertThat(runs(lims, "2018-02-10T00:00:00Z"))
                .extracting(Notice::key)
                .containsExactlyInAnyOrder("run_errored/180202_E2_0002_HFLOW2", "run_aborted/" + done);
        assertThat(runs(lims, "2018-06-10T00:00:00Z")).isEmpty();
    }

    private static List<Notice> of(NoticeKind kind, List<Notice> found) {
        return found.stream().filter(notice -> notice.kind() == kind).toList();
    }

    @Test
    void aProjectIsLateWhenASampleInTheLaboratoryTakesLongerThanWasPromised() {
        TestLims lims = TestLims.withTables().script("base.sql");
        OptionalInt four = OptionalInt.of(4);
        assertThat(of(NoticeKind.PROJECT_LATE, projects(lims, four, "2018-02-07T00:00:00Z")))
                .isEmpty();
        assertThat(of(NoticeKind.PROJECT_LATE, projects(lims, four, "2018-02-08T00:00:00Z")))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.key()).isEqualTo("project_late/PA");
                    assertThat(notice.reason())
                            .isEqualTo("Work on a sample of it started 28 days ago, and it is not finished;"
                                    + " promised are 28 days.");
                });
        assertThat(of(NoticeKind.PROJECT_LATE, projects(lims, OptionalInt.empty(), "2018-02-08T00:00:00Z")))
                .as("nothing was promised, and too few are known")
                .isEmpty();
    }

    @Test
    void aProjectIsCompleteWhenAsManySamplesAreFinishedAsWereQuoted() {
        List<Notice> found = projects(TestLims.asRecorded(), OptionalInt.empty(), "2018-02-08T00:00:00Z");
        assertThat(of(NoticeKind.PROJECT_COMPLETE, found)).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("project_complete/X0002");
            assertThat(notice.projects()).containsExactly("X0002");
        });
    }
}

package org.egcg.reporting.web.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.egcg.reporting.turnaround.Usual;
import org.junit.jupiter.api.Test;

class OverviewTest {

    private static final String RUN = "180616_E00307_0061_BHCCCCCCXX";

    private final Laboratories laboratory = new Laboratories();

    @Test
    void aFailedPipelineIsUrgentAndNamesTheStageThatBroke() {
        Line line = laboratory
                .ended("p1", "sample", "X1A01", "failed", 80, 72)
                .stage("p1", "{stage_name: 'align', exit_status: 0}")
                .stage("p1", "{stage_name: 'bcbio', exit_status: 9}")
                .only();
        assertThat(line)
                .extracting(Line::urgency, Line::count, Line::heading)
                .containsExactly(Urgency.URGENT, 1, "Samples whose pipeline failed");
        assertThat(line.sentence()).isEqualTo("Oldest failed 3\u00a0days ago; not started again since");
        assertThat(line.items())
                .containsExactly(new Item("X1A01", "bcbio, exit 9, 3\u00a0days ago", "/sample/X1A01#processes"));
        assertThat(line.href()).isEqualTo("/samples/all?f.sample_id=X1A01");
    }

    @Test
    void aPipelineThatWasStartedAgainHasNotFailed() {
        laboratory.ended("p1", "run", RUN, "failed", 30, 29).process("p2", "run", RUN, "processing", 2);
        assertThat(laboratory.overview().lines()).isEmpty();
        assertThat(laboratory.overview().running()).hasSize(1);
    }

    @Test
    void runsSamplesAndProjectsThatFailedLeadToTheirOwnTables() {
        laboratory
                .ended("p1", "run", "r1", "failed", 3, 2)
                .ended("p2", "run", "r2", "failed", 5, 4)
                .ended("p3", "project", "X1", "failed", 9, 8);
        assertThat(laboratory.overview().lines().stream().map(Line::href))
                .containsExactly("/projects/?f.project_id=X1", "/runs/all?f.run_id=r2%7Cr1");
    }

    @Test
    void aPipelineThatRunsLongerThanNineOfTenDidIsToBeWatched() {
        for (int i = 0; i < 10; i++) {
            laboratory.ended("d" + i, "sample", "S" + i, "finished", 100 + 9 + i * 0.5, 100);
        }
        laboratory
                .process("slow", "sample", "X1", "processing", 26)
                .process("quick", "sample", "X2", "processing", 3)
                .stage("slow", "{stage_name: 'haplotype_caller'}");
        Line line = laboratory.only();
        assertThat(line).extracting(Line::urgency, Line::count).containsExactly(Urgency.WATCH, 1);
        assertThat(line.sentence())
                .isEqualTo("Longest for 1\u00a0day 2\u00a0hours; 9 of 10 took less than 13\u00a0h\u00a015\u00a0min");
        assertThat(line.items().get(0).note()).isEqualTo("haplotype_caller, 1\u00a0d\u00a02\u00a0h");
        assertThat(laboratory.overview().running())
                .extracting(RunningPipeline::dataset, RunningPipeline::stage, RunningPipeline::usual)
                .containsExactly(
                        tuple("X1", "haplotype_caller", "9 of 10 took less than 13\u00a0h\u00a015\u00a0min"),
                        tuple("X2", "", ""));
    }

    @Test
    void withFewPastProcessesOnlyTwoDaysAreLong() {
        laboratory.process("a", "run", "r1", "processing", 47).process("b", "run", "r2", "processing", 49);
        assertThat(laboratory.only().items().stream().map(Item::label)).containsExactly("r2");
    }

    @Test
    void aFinishedRunThatNobodyDecidedOnIsListedWithItsLanes() {
        Line line = laboratory
                .run(RUN, "finished", 96, "not marked", "79.2")
                .run("180614_E00306_0102", "finished", 96, "yes", "88.1")
                .run("180621_E00306_0105", "processing", 5, "not marked", "null")
                .lane(RUN, 1, "81")
                .lane(RUN, 2, "71.2")
                .only();
        assertThat(line)
                .extracting(Line::urgency, Line::count, Line::sentence)
                .containsExactly(Urgency.URGENT, 1, "Oldest finished 4\u00a0days ago");
        assertThat(line.items()).containsExactly(new Item(RUN, "2 lanes, 1 outside limits", "/run/" + RUN));
        assertThat(line.href()).isEqualTo("/runs/all?f.run_id=" + RUN);
    }

    @Test
    void aRunMayWaitForTwoDays() {
        assertThat(laboratory
                        .run(RUN, "finished", 47, "not marked", "90")
                        .only()
                        .urgency())
                .isEqualTo(Urgency.SOON);
    }

    @Test
    void samplesToReviewAreCountedByProjectAndTheirAge() {
        Line line = laboratory
                .toReview("S1", "X1", "pass", 24)
                .toReview("S2", "X2", "fail", 216)
                .toReview("S3", "X2", "pass", 2)
                .only();
        assertThat(line)
                .extracting(Line::urgency, Line::count, Line::sentence)
                .containsExactly(Urgency.URGENT, 3, "Oldest waiting for 9\u00a0days; 2 passed the automatic review");
        assertThat(line.items().stream().map(item -> item.label() + " " + item.note()))
                .containsExactly("X2 2 samples", "X1 1 sample");
        assertThat(line.items().get(0).href())
                .isEqualTo("/projects/X2?f.useable=not+marked&f.proc_status=finished#t-report");
        assertThat(line.href()).isEqualTo("/samples/toreview");
    }

    @Test
    void theStripCountsTheSamplesOfOpenProjectsInEachStep() {
        laboratory
                .sample("S1", "X1", "sample_submission", 9, "sample_qc", 5)
                .sample("S2", "X1", "sample_submission", 90, "sample_qc", 29)
                .sample("S3", "X2", "library_queue", 28)
                .past("S4", "X3", "sequencing", 3)
                .sample("S5", "X2", "removed", 3);
        List<LabStep> strip = laboratory.overview().steps();
        assertThat(strip).hasSize(8);
        assertThat(strip.get(1))
                .isEqualTo(new LabStep("Sample QC", 2, 1, "/project_status/?f.nb_sample_qc=%3E0&sort=-nb_sample_qc"));
        assertThat(strip.get(2)).extracting(LabStep::count, LabStep::lateness).containsExactly(1, "none over 4 weeks");
        assertThat(strip.get(5)).extracting(LabStep::count, LabStep::lateness).containsExactly(0, "");
        assertThat(laboratory.overview())
                .extracting(Overview::samples, Overview::projects)
                .containsExactly(3, 2);
    }

    @Test
    void aSampleLongerInAStepThanNearlyAllOthersWereShouldHaveMoved() {
        for (int i = 0; i < 20; i++) {
            laboratory.past("P" + i, "X0", "sequencing_queue", 60, "sequencing", 50, "removed", 40);
        }
        Line line = laboratory
                .sample("S1", "X1", "sequencing_queue", 12)
                .sample("S2", "X2", "sequencing_queue", 31)
                .sample("S3", "X2", "sequencing_queue", 10)
                .only();
        assertThat(line).extracting(Line::urgency, Line::count).containsExactly(Urgency.SOON, 2);
        assertThat(line.items())
                .containsExactly(new Item(
                        "2 in sequencing queue",
                        "for 12 to 31\u00a0d, limit 10\u00a0d",
                        "/projects/X1,X2?f.sample_id=S1%7CS2#t-report"));
    }

    @Test
    void stepsAreInTheOrderOfTheWorkAndWhatIsOldIsInYears() {
        laboratory
                .sample("S1", "X1", "delivery", 100)
                .sample("S2", "X1", "sample_submission", 2387)
                .sample("S3", "X1", "sample_submission", 3928)
                .sample("S4", "X1", "sequencing", 100)
                .sample("S5", "X1", "sequencing", 400);
        assertThat(laboratory.only().items().stream().map(item -> item.label() + " " + item.note()))
                .containsExactly(
                        "2 in sample submission for 6.5 to 10.8\u00a0years, limit 28\u00a0d",
                        "2 in sequencing for 100\u00a0d to 1.1\u00a0years, limit 28\u00a0d",
                        "1 in delivery for 100\u00a0d, limit 28\u00a0d");
    }

    @Test
    void withFewPastStaysFourWeeksAreTooLong() {
        laboratory.sample("S1", "X1", "sample_qc", 28).sample("S2", "X1", "sample_qc", 29);
        assertThat(laboratory.only().items().get(0).label()).isEqualTo("1 in sample QC");
    }

    @Test
    void aSequencedSampleWithoutDataAfterAWeekWasForgotten() {
        laboratory
                .sample("S1", "X1", "bioinformatics", 8)
                .sample("S2", "X1", "bioinformatics", 8)
                .sample("S3", "X1", "bioinformatics", 7)
                .withData("S2");
        assertThat(laboratory.only().items().get(0))
                .isEqualTo(new Item(
                        "1 sequenced, no data yet", "for over 7\u00a0d", "/projects/X1?f.sample_id=S1#t-report"));
    }

    @Test
    void whileTheStoreIsAwayNobodySaysThatDataAreMissing() {
        laboratory.sample("S1", "X1", "bioinformatics", 8).missing("The document store does not answer.");
        assertThat(laboratory.overview().lines()).isEmpty();
    }

    @Test
    void samplesThatPipelinesOrDeliveryLeftBehindAreFoundWithoutTheLims() {
        Line line = laboratory
                .waiting("S1", "X1", 120, 125)
                .waiting("S2", "X1", 120, 119)
                .undelivered("S3", "X2", 24 * 15)
                .undelivered("S4", "X2", 24 * 13)
                .missing("The LIMS does not answer.")
                .only();
        assertThat(line.count()).isEqualTo(2);
        assertThat(line.items().stream().map(Item::label))
                .containsExactly("1 with enough data, no pipeline started", "1 useable, not delivered");
    }

    @Test
    void aProjectIsLateIfNineOfTenSamplesTookLess() {
        for (int i = 0; i < 10; i++) {
            laboratory.past("P" + i, "X0", "sample_qc", 70, "finished", 2 * i);
        }
        Line line = laboratory
                .sample("S1", "X1", "sample_qc", 84, "delivery", 1)
                .sample("S2", "X1", "sample_qc", 8)
                .sample("S3", "X2", "sample_qc", 20)
                .sample("S4", "X3", "sample_qc", 200, "finished", 1)
                .only();
        assertThat(line)
                .extracting(Line::heading, Line::count)
                .containsExactly("Projects past their usual turnaround", 1);
        assertThat(line.sentence())
                .isEqualTo("Received more than 10.0\u00a0weeks ago and not finished; 9 of 10 samples take less");
        assertThat(line.items()).containsExactly(new Item("X1", "12.0\u00a0weeks", "/projects/X1"));
        assertThat(line.href()).isEqualTo("/project_status/?f.project_id=X1");
    }

    @Test
    void theUrgentComesFirstAndOfTheEquallyUrgentTheOldest() {
        laboratory
                .process("p0", "run", "r0", "processing", 100)
                .toReview("S1", "X1", "pass", 24)
                .run(RUN, "finished", 72, "not marked", "90")
                .ended("p1", "sample", "S2", "failed", 80, 24);
        assertThat(laboratory.overview().lines().stream().map(Line::heading))
                .containsExactly(
                        "Runs finished and not reviewed",
                        "Samples whose pipeline failed",
                        "Samples to review",
                        "Runs processed for unusually long");
    }

    @Test
    void theNewestRunsShowLaneByLaneWhatIsOutsideItsLimits() {
        laboratory
                .run(RUN, "finished", 10, "not marked", "74.9")
                .lane(RUN, 1, "90")
                .lane(RUN, 2, "60")
                .lane(RUN, 3, "null")
                .limsRun("180622_E00306_0106_AHX", "RunStarted")
                .limsRun(RUN, "RunCompleted");
        List<NewRun> runs = laboratory.overview().runs();
        assertThat(runs.stream().map(NewRun::id)).containsExactly("180622_E00306_0106_AHX", RUN);
        assertThat(runs.get(0)).extracting(NewRun::state, NewRun::style).containsExactly("running", "busy");
        NewRun known = runs.get(1);
        assertThat(known)
                .extracting(NewRun::state, NewRun::q30, NewRun::low)
                .containsExactly("to review", "74.9%", true);
        assertThat(known.lanes().stream().map(lane -> lane.style() + lane.sign()))
                .containsExactly("pass1", "fail✕", "idle3");
        assertThat(known.lanes().get(1).words()).isEqualTo("Lane 2: outside its limits: %Q30 < 75");
    }

    @Test
    void theNewestRunsAreThoseThatWereStartedLastWhateverTheirNamesLookLike() {
        laboratory
                .newRun("171204_A01234_0100_AHXXXXDSX2")
                .newRun("20180618_LH00777_0009_A22BBBDLT3")
                .newRun("180620_M05555_0012_000000000-K7AAA")
                .newRun("20161102_LH00777_0001_A22AAADLT3");
        assertThat(laboratory.overview().runs().stream().map(NewRun::id))
                .containsExactly(
                        "180620_M05555_0012_000000000-K7AAA",
                        "20180618_LH00777_0009_A22BBBDLT3",
                        "171204_A01234_0100_AHXXXXDSX2",
                        "20161102_LH00777_0001_A22AAADLT3");
    }

    @Test
    void whatWentWrongOnASequencerComesFirst() {
        laboratory
                .ended("p1", "sample", "X1A01", "failed", 300, 290)
                .limsRun("180618_K00777_0101_BHYYYYBBXY", "RunErrored")
                .limsRun("20180612_LH00777_0008_A22CCCDLT3", "RunAborted")
                .limsRun("180611_K00777_0099_BHZZZZBBXY", "RunCompleted")
                .limsRun("180111_K00777_0010_BHZZZZBBXY", "RunAborted");
        List<Line> lines = laboratory.overview().lines();
        assertThat(lines.stream().map(Line::heading))
                .containsExactly("Runs errored or aborted", "Samples whose pipeline failed");
        assertThat(lines.get(0).items())
                .extracting(Item::label, Item::note)
                .containsExactly(
                        tuple("20180612_LH00777_0008_A22CCCDLT3", "aborted, started 10\u00a0days ago"),
                        tuple("180618_K00777_0101_BHYYYYBBXY", "errored, started 4\u00a0days ago"));
    }

    @Test
    void anErroredOrAbortedRunHasTheSignOfWhatFailed() {
        laboratory
                .limsRun("180617_K00777_0101_BHYYYYBBXY", "RunErrored")
                .limsRun("20180613_LH00777_0008_A22CCCDLT3", "RunAborted")
                .limsRun("180611_K00777_0099_BHZZZZBBXY", "RunCompleted");
        assertThat(laboratory.overview().runs())
                .extracting(NewRun::state, NewRun::style)
                .containsExactly(tuple("errored", "fail"), tuple("aborted", "fail"), tuple("waiting", "idle"));
    }

    @Test
    void anErroredRunThatWasDecidedOnNeedsNobodyAnyMore() {
        laboratory
                .run("180618_K00777_0101_BHYYYYBBXY", "finished", 10, "no", "60")
                .limsRun("180618_K00777_0101_BHYYYYBBXY", "RunErrored");
        assertThat(laboratory.overview().lines()).isEmpty();
        assertThat(laboratory.overview().runs().get(0).state()).isEqualTo("errored");
    }

    @Test
    void anAbortedPipelineIsToldLikeOneThatFailed() {
        laboratory.ended("p1", "run", "r8", "aborted", 60, 48);
        assertThat(laboratory.only().heading()).isEqualTo("Runs whose pipeline was aborted");
        assertThat(laboratory.only().sentence()).isEqualTo("Oldest aborted 2\u00a0days ago; not started again since");
        Line both = laboratory.ended("p2", "run", "r9", "failed", 9, 8).only();
        assertThat(both.heading()).isEqualTo("Runs whose pipeline failed or was aborted");
        assertThat(both.items().stream().map(Item::note))
                .containsExactly("aborted 2\u00a0days ago", "8\u00a0hours ago");
    }

    @Test
    void aSampleIsInItsStatusEvenIfNothingHasHappenedThereYet() {
        laboratory
                .handedOn("S1", "X1", "bioinformatics", 40, "sequencing", 55)
                .handedOn("S2", "X1", "bioinformatics", 9, "sequencing", 60)
                .withData("S1")
                .withData("S2");
        LabStep step = laboratory.overview().steps().get(6);
        assertThat(step.name()).isEqualTo("Bioinformatics");
        assertThat(step).extracting(LabStep::count, LabStep::late).containsExactly(2, 1);
        assertThat(laboratory.overview().steps().get(5).count()).isZero();
        assertThat(laboratory.only().items().get(0).note()).isEqualTo("for 40\u00a0d, limit 28\u00a0d");
    }

    @Test
    void anEmptyInstallationIsBlank() {
        assertThat(laboratory.overview().blank()).isTrue();
        assertThat(laboratory.overview().lines()).isEmpty();
        assertThat(laboratory.overview().steps()).isEmpty();
        assertThat(new Laboratories()
                        .missing("The LIMS does not answer.")
                        .overview()
                        .blank())
                .isFalse();
    }

    @Test
    void moreNamesThanAnAddressHoldsLeadToTheWholeTable() {
        for (int i = 0; i < 300; i++) {
            laboratory.ended("p" + i, "run", "r" + i, "failed", 3, 2);
        }
        assertThat(laboratory.only().href()).isEqualTo("/runs/all");
    }

    @Test
    void quantilesAreThoseOfTheCharts() {
        Usual usual =
                new Usual(List.of(1, 2, 3, 4).stream().map(Duration::ofHours).toList());
        assertThat(usual.quantile(0.25)).isEqualTo(Duration.ofMinutes(90));
        assertThat(usual.quantile(0.5)).isEqualTo(Duration.ofMinutes(150));
        assertThat(usual.quantile(0.9)).isEqualTo(Duration.ofHours(4));
        assertThat(new Usual(List.of(Duration.ofHours(5))).quantile(0.95)).isEqualTo(Duration.ofHours(5));
    }
}

package org.egcg.reporting.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.consistency.Inconsistencies;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.notice.internal.Watches;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is found in the documents; the LIMS is away. */
class WatchesTest {

    private final TestStore database = new TestStore();
    private final Reporting reporting = database.reporting();
    private final MongoStore store = database.connect();
    private final Instant now = Instant.now();
    private final Inconsistencies inconsistencies = new Inconsistencies(
            store,
            reporting.sampleKinds(),
            () -> {
                throw new Unavailable("lims", "away", null);
            },
            Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
        reporting.close();
        database.close();
    }

    private static LimsReports noLims() {
        throw new Unavailable("lims", "away", null);
    }

    private List<Notice> found(String watch) {
        return Watches.of(
                        reporting.config(),
                        store,
                        reporting.runIds(),
                        reporting.sampleKinds(),
                        WatchesTest::noLims,
                        reporting::controlCharts,
                        () -> inconsistencies,
                        ZoneOffset.UTC)
                .stream()
                .filter(one -> one.name().equals(watch))
                .findFirst()
                .orElseThrow()
                .look(now);
    }

    private static BsonDateTime at(Instant moment) {
        return new BsonDateTime(moment.toEpochMilli());
    }

    private void insert(String resource, BsonDocument document) throws DuplicateKeyException {
        store.insert(
                resource, new ArrayList<>(List.of(document.append("_created", at(now.minus(Duration.ofDays(20)))))));
    }

    private static BsonDocument process(String id, String type, String dataset, String status) {
        return new BsonDocument("proc_id", new BsonString(id))
                .append("dataset_type", new BsonString(type))
                .append("dataset_name", new BsonString(dataset))
                .append("status", new BsonString(status));
    }

    private static BsonDocument processed(BsonDocument dataset, String status, Instant ended) {
        return dataset.append(
                "aggregated",
                dataset.getDocument("aggregated", new BsonDocument())
                        .append(
                                "most_recent_proc",
                                new BsonDocument("status", new BsonString(status)).append("end_date", at(ended))));
    }

    private static BsonDocument named(String field, String id) {
        return new BsonDocument(field, new BsonString(id));
    }

    @Test
    void pipelinesThatFailedAreFoundWithTheirProjectAndPage() throws DuplicateKeyException {
        insert("samples", named("sample_id", "s1").append("project_id", new BsonString("p1")));
        insert("analysis_driver_procs", process("a", "sample", "s1", "failed"));
        insert("analysis_driver_procs", process("b", "sample", "s1", "finished"));

        assertThat(found("pipelines")).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("pipeline_failed/a");
            assertThat(notice.projects()).containsExactly("p1");
            assertThat(notice.link()).isEqualTo("/sample/s1");
        });
    }

    @Test
    void aRunWhosePipelineWasAbortedIsAnAbortedRun() throws DuplicateKeyException {
        String run = "160704_E00306_0057_AHABCDCCXY";
        insert("analysis_driver_procs", process("a", "run", run, "aborted"));

        assertThat(found("pipelines")).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("run_aborted/" + run);
            assertThat(notice.instrument()).contains("E00306");
        });
    }

    @Test
    void aPipelineThatTakesLongerThanNineOfTenIsFound() throws DuplicateKeyException {
        for (int i = 0; i < 10; i++) {
            Instant begun = now.minus(Duration.ofDays(10));
            insert(
                    "analysis_driver_procs",
                    process("f" + i, "sample", "s" + i, "finished")
                            .append("start_date", at(begun))
                            .append("end_date", at(begun.plus(Duration.ofHours(2)))));
        }
        insert(
                "analysis_driver_procs",
                process("slow", "sample", "s11", "processing")
                        .append("start_date", at(now.minus(Duration.ofHours(3)))));
        insert(
                "analysis_driver_procs",
                process("new", "sample", "s12", "processing").append("start_date", at(now.minus(Duration.ofHours(1)))));

        assertThat(found("pipelines")).singleElement().satisfies(notice -> {
            assertThat(notice.key()).isEqualTo("pipeline_slow/slow");
            assertThat(notice.reason()).isEqualTo("It has run for 3 h 0 min; 9 of 10 took less than 2 h 0 min.");
        });
    }

    @Test
    void aRunIsFinishedWhenItsPipelineIs() throws DuplicateKeyException {
        insert("runs", processed(named("run_id", "160704_E00306_0057_AHABCDCCXY"), "finished", now));
        insert("runs", processed(named("run_id", "r2"), "processing", now));

        assertThat(found("runs")).extracting(Notice::key).containsExactly("run_finished/160704_E00306_0057_AHABCDCCXY");
    }

    @Test
    void whatFailedAReviewIsFoundWithTheReasonAndControlsAreNot() throws DuplicateKeyException {
        insert("samples", failed("s1"));
        insert("samples", failed("ntc").append("control", new BsonString("negative")));
        insert(
                "lanes",
                named("lane_id", "r1_1")
                        .append("run_id", new BsonString("r1"))
                        .append(
                                "aggregated",
                                new BsonDocument("review_statuses", array("pass", "fail"))
                                        .append("review_date", at(now))
                                        .append("project_ids", array("p1", "default"))
                                        .append("review_comments", array("Failed due to yield"))));

        List<Notice> found = found("verdicts");
        assertThat(found).extracting(Notice::key).containsExactly("lane_failed/r1_1", "sample_failed/s1");
        assertThat(found.get(0).reason()).isEqualTo("Failed due to yield");
        assertThat(found.get(0).projects()).containsExactly("p1");
    }

    private static BsonArray array(String... texts) {
        BsonArray all = new BsonArray();
        List.of(texts).forEach(text -> all.add(new BsonString(text)));
        return all;
    }

    private BsonDocument failed(String sample) {
        return named("sample_id", sample)
                .append("project_id", new BsonString("p1"))
                .append("reviewed", new BsonString("fail"))
                .append("review_date", at(now));
    }

    @Test
    void whatWaitsTooLongIsFoundForThirtyDays() throws DuplicateKeyException {
        for (int days : List.of(5, 8, 36, 40)) {
            BsonDocument sample = named("sample_id", "s" + days).append("useable", new BsonString("not marked"));
            insert("samples", processed(sample, "finished", now.minus(Duration.ofDays(days))));
        }
        for (int days : List.of(1, 3)) {
            insert("runs", processed(named("run_id", "r" + days), "finished", now.minus(Duration.ofDays(days))));
            insert(
                    "lanes",
                    named("lane_id", "r" + days + "_1")
                            .append("run_id", new BsonString("r" + days))
                            .append("aggregated", new BsonDocument("useable_statuses", array("not marked"))));
        }

        assertThat(found("waiting"))
                .extracting(Notice::key)
                .containsExactlyInAnyOrder("lane_waiting/r3_1", "sample_waiting/s8", "sample_waiting/s36");
    }

    @Test
    void whatDoesNotFitIsFoundUnderTheSameKeyWhenThereIsMoreOfIt() throws DuplicateKeyException {
        insert("run_elements", element("e1"));
        List<String> before = found("inconsistencies").stream().map(Notice::key).toList();
        assertThat(before).isNotEmpty().allMatch(key -> key.startsWith("inconsistency/"));
        insert("run_elements", element("e2"));
        inconsistencies.look();

        assertThat(found("inconsistencies").stream().map(Notice::key)).containsAll(before);
    }

    private static BsonDocument element(String id) {
        return named("run_element_id", id)
                .append("run_id", new BsonString("r1"))
                .append("lane", new BsonInt32(1))
                .append("sample_id", new BsonString("s1"))
                .append("project_id", new BsonString("p1"));
    }

    @Test
    void aRuleThatARunBreaksIsToldOnceOfItsInstrument() throws DuplicateKeyException {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(60);
        for (int number = 0; number < 60; number++) {
            String day = first.plusDays(number).toString().substring(2).replace("-", "");
            String run = "%s_E00306_%04d_AHABCDCCXY".formatted(day, number);
            double q30 = number == 59 ? 60 : 90 + (number * 7 % 5 - 2) * 0.5;
            BsonDocument lane = named("lane_id", run + "_1")
                    .append("run_id", new BsonString(run))
                    .append("lane_number", new BsonInt32(1))
                    .append("aggregated", new BsonDocument("pc_q30", new BsonDouble(q30)));
            insert("lanes", lane);
        }

        assertThat(found("control charts"))
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.instrument()).isEqualTo(Optional.of("E00306")))
                .extracting(Notice::key)
                .doesNotHaveDuplicates();
    }
}

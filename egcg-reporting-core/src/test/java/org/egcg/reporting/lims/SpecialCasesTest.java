package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.bson.BsonDocument;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.lims.request.Scope;
import org.junit.jupiter.api.Test;

/** Small laboratories in which one thing is special, with whole answers worked out by hand. */
final class SpecialCasesTest {

    private static final String PROJECT = """
            [{"project_id":"PA","nb_samples":1,"library_type":"","required_yield":"","required_coverage":"","species":"",
            "open_date":"2018-01-02T00:00:00","close_date":null,"project_status":"open","researcher_name":"None None",
            "nb_quoted_samples":"1","finished_date":null,"started_date":"2018-01-10T00:00:00",
            "status":{"sequencing_queue":{"samples":["A"],"last_modified_date":"%s"}},"sequencing_queue":["A"]}]""";

    private static final String SAMPLE = """
            [{"sample_id":"A","project_id":"PA","statuses":%s,"current_status":"%s",
            "started_date":"2018-01-10T00:00:00","finished_date":null,"library_type":null,"species":null,
            "required_yield":null,"required_coverage":null}]""";

    /** One sample on one plate, and whatever happened to it. */
    private static TestLims oneSample(String history) {
        return TestLims.withTables().run("""
                INSERT INTO project VALUES (1, 'PA', '2018-01-02', NULL, NULL);
                INSERT INTO entity_udf_view VALUES (1, 83, 'u', 'Number of Quoted Samples', 'Numeric', '1', NULL);
                INSERT INTO process VALUES (1);
                INSERT INTO sample VALUES (1, 1, 'A', NULL, 1);
                INSERT INTO artifact VALUES (1, NULL, '2-1', true);
                INSERT INTO artifact_sample_map VALUES (1, 1);
                INSERT INTO container VALUES (1, 'P1');
                INSERT INTO containerplacement VALUES (1, 1, 0, 0, 1);
                INSERT INTO labprotocol VALUES (1, 'One');
                INSERT INTO labworkflow VALUES (1, 'Workflow');
                INSERT INTO workflowsection VALUES (1, 1, 1);
                """ + history);
    }

    private static TestLims visited() {
        return oneSample("""
                INSERT INTO processtype VALUES (1, 'Receive Sample EG 6.1'), (2, 'Eval qPCR Quant'), (3, 'Lab Tour'),
                    (4, 'KAPA QC Review EG 1.0 ST'), (5, 'Create PDP Pool');
                INSERT INTO process VALUES
                    (201, '24-201', NULL, '2018-01-10', NULL, 1, 'COMPLETE', NULL),
                    (202, '24-202', NULL, '2018-01-12', NULL, 2, 'COMPLETE', NULL),
                    (203, '24-203', NULL, '2018-01-13', NULL, 3, 'COMPLETE', NULL),
                    (204, '24-204', NULL, '2018-01-14', NULL, 4, 'COMPLETE', NULL),
                    (205, '24-205', NULL, '2018-01-16', NULL, 3, 'COMPLETE', NULL);
                INSERT INTO processiotracker SELECT id, 1, id FROM generate_series(201, 205) id;
                INSERT INTO protocolstep VALUES (755, 5, 1);
                INSERT INTO stage VALUES (1, 1, 755);
                INSERT INTO stagetransition VALUES (1, 1, 1, 1, '2018-01-15', NULL)""");
    }

    @Test
    void inDetailAStepThatMeansNothingEndsTheWalkBackAndChangesTheDate() {
        try (LimsReports reports = visited().reports()) {
            Ask.of(reports, "project_status").gives(PROJECT.formatted("2018-01-12T00:00:00"));
            Ask.of(reports, "project_status").with("detailed", "True").gives(PROJECT.formatted("2018-01-14T00:00:00"));
        }
    }

    /** Something first happened there two days later. */
    @Test
    void aSampleIsInItsStatusSinceTheDateOfItsProject() {
        try (LimsReports reports = visited().reports()) {
            SampleCourse course = reports.courses(Scope.all()).get(0);
            assertThat(course.since()).contains(LocalDateTime.of(2018, 1, 12, 0, 0));
            assertThat(course.stays().get(2))
                    .isEqualTo(new SampleCourse.Stay("sequencing_queue", Optional.of(LocalDate.of(2018, 1, 14))));
        }
    }

    @Test
    void aSampleThatNoStepHasSeenIsInItsStatusSinceItWasReceived() {
        TestLims lims = oneSample("UPDATE sample SET datereceived = '2018-01-05 10:00'");
        try (LimsReports reports = lims.reports()) {
            SampleCourse course = reports.courses(Scope.all()).get(0);
            assertThat(course.since()).contains(LocalDateTime.of(2018, 1, 5, 10, 0));
            assertThat(course.stays()).isEmpty();
        }
        try (LimsReports reports = oneSample("").reports()) {
            assertThat(reports.courses(Scope.all()).get(0).since()).isEmpty();
        }
    }

    @Test
    void stepsThatMeanNothingAreShownInDetailOnly() {
        String statuses = """
                [{"name":"sample_submission","date":"Jan 10 2018","processes":[
                {"name":"Receive Sample EG 6.1","date":"Jan 10 2018","type":"complete","process_id":201}]},
                {"name":"sample_qc","date":"Jan 12 2018","processes":[
                {"name":"Eval qPCR Quant","date":"Jan 12 2018","type":"complete","process_id":202}]},
                {"name":"sequencing_queue","date":"Jan 14 2018","processes":[
                {"name":"KAPA QC Review EG 1.0 ST","date":"Jan 14 2018","type":"complete","process_id":204},
                {"name":"Create PDP Pool","date":"Jan 15 2018","type":"queued","process_id":755}]}]""";
        String detailed = """
                [{"name":"sample_submission","date":"Jan 10 2018","processes":[
                {"name":"Receive Sample EG 6.1","date":"Jan 10 2018","type":"complete","process_id":201}]},
                {"name":"sample_qc","date":"Jan 12 2018","processes":[
                {"name":"Eval qPCR Quant","date":"Jan 12 2018","type":"complete","process_id":202}]},
                {"name":"sequencing_queue","date":"Jan 13 2018","processes":[
                {"name":"Lab Tour","date":"Jan 13 2018","type":"complete","process_id":203},
                {"name":"KAPA QC Review EG 1.0 ST","date":"Jan 14 2018","type":"complete","process_id":204},
                {"name":"Create PDP Pool","date":"Jan 15 2018","type":"queued","process_id":755},
                {"name":"Lab Tour","date":"Jan 16 2018","type":"complete","process_id":205}]}]""";
        try (LimsReports reports = visited().reports()) {
            Ask.of(reports, "sample_status").gives(SAMPLE.formatted(statuses, "sequencing_queue"));
            Ask.of(reports, "sample_status")
                    .with("detailed", "1")
                    .gives(SAMPLE.formatted(statuses, "sequencing_queue"));
            Ask.of(reports, "sample_status")
                    .with("detailed", "true")
                    .gives(SAMPLE.formatted(detailed, "sequencing_queue"));
        }
    }

    @Test
    void aStepCompletedAtTheMomentOfQueueingCameBeforeIt() {
        TestLims lims = oneSample("""
                INSERT INTO processtype VALUES (1, 'Receive Sample EG 6.1'), (2, 'Sequencing Plate Preparation EG 2.0');
                INSERT INTO process VALUES (201, '24-201', NULL, '2018-01-10', NULL, 1, 'COMPLETE', NULL);
                INSERT INTO processiotracker VALUES (1, 1, 201);
                INSERT INTO protocolstep VALUES (752, 2, 1);
                INSERT INTO stage VALUES (1, 1, 752);
                INSERT INTO stagetransition VALUES (1, 1, 1, 1, '2018-01-10', NULL)""");
        String statuses = """
                [{"name":"sample_submission","date":"Jan 10 2018","processes":[
                {"name":"Receive Sample EG 6.1","date":"Jan 10 2018","type":"complete","process_id":201}]},
                {"name":"library_queue","date":"Jan 10 2018","processes":[
                {"name":"Sequencing Plate Preparation EG 2.0","date":"Jan 10 2018","type":"queued","process_id":752}]}]""";
        try (LimsReports reports = lims.reports()) {
            Ask.of(reports, "sample_status").gives(SAMPLE.formatted(statuses, "library_queue"));
        }
    }

    /** A second plate and a second sample of names that are taken: a plate is its name, a sample is not. */
    @Test
    void samplesOfOneNameOnPlatesOfOneNameAreBothCounted() {
        TestLims lims = TestLims.withTables().script("base.sql").run("""
                INSERT INTO project VALUES (4, 'PD', '2018-01-05', NULL, NULL);
                INSERT INTO process VALUES (7);
                INSERT INTO sample VALUES (7, 7, 'PA002', '2018-01-05', 4);
                INSERT INTO artifact VALUES (7, NULL, '2-7', true);
                INSERT INTO artifact_sample_map VALUES (7, 7);
                INSERT INTO container VALUES (7, 'PLATE1');
                INSERT INTO containerplacement VALUES (7, 7, 0, 0, 7);
                INSERT INTO sample_udf_view VALUES (7, 'u', 'Species', 'String', 'Mus musculus', NULL)""");
        try (LimsReports reports = lims.reports()) {
            BsonDocument plate = Ask.of(reports, "plate_status").items().get(0);
            plate.remove("sample_submission");
            BsonDocument submitted =
                    plate.getDocument("status").remove("sample_submission").asDocument();
            assertThat(submitted.getArray("samples").toString()).contains("PA002");
            assertThat(JsonReader.read(JsonWriter.text(plate))).isEqualTo(JsonReader.read("""
                    {"plate_id":"PLATE1","project_id":"PD","nb_samples":3,"library_type":"pcr_free",
                    "species":"Gallus gallus, Homo sapiens, Mus musculus","required_yield":"120","required_coverage":"30",
                    "status":{"sequencing_queue":{"samples":["PA001_A01"],"last_modified_date":"2018-01-17T11:00:00"},
                    "genotyped":{"samples":["PA001_A01"],"last_modified_date":"2018-01-17T11:00:00"},
                    "removed":{"samples":["PA002"],"last_modified_date":"2018-01-20T00:00:00"}},
                    "sequencing_queue":["PA001_A01"],"genotyped":["PA001_A01"],"removed":["PA002"]}"""));
            assertThat(Ask.of(reports, "sample_status")
                            .match("{\"sample_id\": \"PA002\"}")
                            .items())
                    .extracting(item -> item.getString("project_id").getValue()
                            + " " + item.getString("species").getValue()
                            + " " + item.getString("current_status").getValue())
                    .containsExactly("PA Gallus gallus removed", "PD Mus musculus sample_submission");
        }
    }

    @Test
    void aClosedProjectIsNotListedUnlessItIsAskedFor() {
        TestLims lims = TestLims.withTables().script("base.sql");
        try (LimsReports reports = lims.reports()) {
            Ask closed = Ask.of(reports, "project_status").match("{\"project_id\": \"PB\"}");
            assertThat(closed.answer().toJson()).isEqualTo("{\"_meta\": {\"total\": 0}, \"data\": []}");
        }
    }
}

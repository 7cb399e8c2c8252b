package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Projects, samples and plates of a small laboratory, worked out by hand. */
final class WorkedExamplesTest {

    private static final String SAMPLE_1 = "{\"sample_id\": \"PA001:A01\"}";

    private static LimsReports reports;

    @BeforeAll
    static void open() {
        reports = TestLims.withTables().script("base.sql").reports();
    }

    @AfterAll
    static void close() {
        reports.close();
    }

    @Test
    void samplesShowTheirFieldsUnderTheirOwnNames() {
        Ask.of(reports, "sample_info").gives("""
                        [{"sample_id":"PA001_A01","project_id":"PA","plate_id":"PLATE1","Coverage (X)":"30",
                        "Prep Workflow":"TruSeq Nano DNA Sample Prep","Species":"Homo sapiens"},
                        {"sample_id":"PA002","project_id":"PA","plate_id":"PLATE1","Required Yield (Gb)":"120",
                        "Species":"Gallus gallus","Volume":"5"},
                        {"sample_id":"PA003","project_id":"PA","plate_id":"PLATE1","Volume":"7"}]""");
    }

    @Test
    void aSampleIsFoundByTheNameThatTheLimsHas() {
        assertThat(Ask.of(reports, "sample_info")
                        .match("{\"sample_id\": \"PA001_A01\"}")
                        .items())
                .isEmpty();
        assertThat(Ask.of(reports, "sample_info").match(SAMPLE_1).items()).hasSize(1);
    }

    @Test
    void completeReportsFindASampleByTheNameThatTheyShow() {
        assertThat(Ask.of(reports, "sample_info")
                        .match("{\"sample_id\": \"PA001_A01\"}")
                        .with("complete", "true")
                        .items())
                .hasSize(1);
    }

    @Test
    void samplesAreFilteredByTheDayAfterWhichTheyWereReceived() {
        for (String day : List.of("05_01_2018_00:00:00", "5_1_2018_23:59:59", "2018-01-05", "2018-01-05T12:00:00")) {
            assertThat(Ask.of(reports, "sample_info")
                            .match("{\"createddate\": \"" + day + "\"}")
                            .items())
                    .as(day)
                    .extracting(item -> item.getString("sample_id").getValue())
                    .containsExactly("PA003");
        }
    }

    @Test
    void projectsShowDatesResearchersAndFields() {
        Ask.of(reports, "project_info").match("{\"project_status\": \"all\"}").gives("""
                        [{"project_id":"PA","open_date":"2018-01-02T09:30:00","close_date":null,"project_status":"open",
                        "researcher_name":"Jane Doe","nb_quoted_samples":"2",
                        "udfs":{"Number of Quoted Samples":"2","Quote No.":"Q1"}},
                        {"project_id":"PB","open_date":"2018-01-03T00:00:00","close_date":"2018-06-30T00:00:00",
                        "project_status":"closed","researcher_name":"None None","nb_quoted_samples":"1",
                        "udfs":{"Number of Quoted Samples":"1"}},
                        {"project_id":"PC","open_date":"2018-01-04T00:00:00","close_date":null,"project_status":"open",
                        "researcher_name":"Jane Doe","nb_quoted_samples":null,"udfs":{"Quote No.":"Q3"}}]""");
    }

    @Test
    void aResearcherWhoIsNotKnownIsNobodyInACompleteReport() {
        BsonDocument project = Ask.of(reports, "project_info")
                .match("{\"project_id\": \"PB\", \"project_status\": \"all\"}")
                .with("complete", "true")
                .items()
                .get(0);
        assertThat(project.isNull("researcher_name")).isTrue();
    }

    @Test
    void aSampleShowsTheStatusesThatItWentThrough() {
        Ask.of(reports, "sample_status").gives(TestLims.text("base-sample-status.json"));
    }

    @Test
    void inDetailAQueueOfQualityControlCountsForEveryStepOfItsProtocol() {
        BsonDocument sample = Ask.of(reports, "sample_status")
                .match(SAMPLE_1)
                .with("detailed", "true")
                .items()
                .get(0);
        assertThat(sample.getArray("statuses").get(3).asDocument().toJson())
                .isEqualTo(org.egcg.reporting.json.JsonReader.read("""
                                {"name":"library_preparation","date":"Jan 14 2018","processes":[
                                {"name":"Lab Tour","date":"Jan 14 2018","type":"complete","process_id":205},
                                {"name":"Read and Eval SSQC","date":"Jan 15 2018","type":"complete","process_id":204},
                                {"name":"Lab Tour","date":"Jan 15 2018","type":"queued","process_id":760},
                                {"name":"Eval qPCR Quant","date":"Jan 15 2018","type":"queued","process_id":761}]}""")
                        .asDocument()
                        .toJson());
    }

    @Test
    void aLimitTakesAStatusBackToThatDay() {
        assertLimited("16_01_2018_00:00:00", "sequencing_queue", "pcr_free", "Create PDP Pool", "Jan 17 2018");
        assertLimited("15_01_2018_00:00:00", "library_preparation", "pcr_free", "Read and Eval SSQC", "Jan 15 2018");
        assertLimited("14_01_2018_23:59:59", "library_preparation", "nano", "Create CFP Batch", "Jan 13 2018");
    }

    private static void assertLimited(String limit, String status, String library, String step, String day) {
        BsonDocument sample = Ask.of(reports, "sample_status")
                .match("{\"sample_id\": \"PA001:A01\", \"process_limit_date\": \"" + limit + "\"}")
                .items()
                .get(0);
        assertThat(sample.getString("current_status").getValue()).isEqualTo(status);
        assertThat(sample.getString("library_type").getValue()).isEqualTo(library);
        var blocks = sample.getArray("statuses");
        var processes = blocks.get(blocks.size() - 1).asDocument().getArray("processes");
        BsonDocument last = processes.get(processes.size() - 1).asDocument();
        assertThat(last.getString("name").getValue()).isEqualTo(step);
        assertThat(last.getString("date").getValue()).isEqualTo(day);
    }

    @Test
    void projectsShowWhichSamplesAreInWhichStatus() {
        Ask.of(reports, "project_status").gives(TestLims.text("base-project-status.json"));
    }

    @Test
    void projectsAreListedEvenIfTheSampleAskedForIsNotTheirs() {
        Ask.of(reports, "project_status")
                .match("{\"project_status\": \"all\", \"sample_id\": \"PB001\"}")
                .gives("""
                        [{"project_id":"PA","nb_samples":0,"library_type":"","required_yield":"","required_coverage":"",
                        "species":"","open_date":"2018-01-02T09:30:00","close_date":null,"project_status":"open",
                        "researcher_name":"Jane Doe","nb_quoted_samples":"2","finished_date":null,"started_date":null,
                        "status":{}},
                        {"project_id":"PB","nb_samples":1,"library_type":"","required_yield":"","required_coverage":"",
                        "species":"Homo sapiens","open_date":"2018-01-03T00:00:00","close_date":"2018-06-30T00:00:00",
                        "project_status":"closed","researcher_name":"None None","nb_quoted_samples":"1",
                        "finished_date":"2018-03-01T08:00:00","started_date":null,
                        "status":{"finished":{"samples":["PB001"],"last_modified_date":"2018-03-01T08:00:00"},
                        "invoiced":{"samples":["PB001"],"last_modified_date":"2018-03-01T08:00:00"}},
                        "finished":["PB001"],"invoiced":["PB001"]}]""");
    }

    @Test
    void completeReportsNameEveryProjectAndSample() {
        List<BsonDocument> projects =
                Ask.of(reports, "project_status").with("complete", "true").items();
        assertThat(projects)
                .extracting(item -> item.getString("project_id").getValue())
                .containsExactly("PA", "PC");
        assertThat(projects.get(0).getArray("sample_submission"))
                .extracting(id -> id.asString().getValue())
                .containsExactly("PA003", "PA004");
        assertThat(Ask.of(reports, "sample_status").with("complete", "true").items())
                .extracting(item -> item.getString("sample_id").getValue())
                .containsExactly("PA001_A01", "PA002", "PA003", "PA004", "PC001");
    }

    @Test
    void platesShowTheirSamplesLikeProjects() {
        Ask.of(reports, "plate_status").match("{\"project_id\": \"PA\"}").gives("""
                        [{"plate_id":"PLATE1","project_id":"PA","nb_samples":2,"library_type":"pcr_free",
                        "species":"Gallus gallus, Homo sapiens","required_yield":"120","required_coverage":"30",
                        "status":{"sequencing_queue":{"samples":["PA001_A01"],"last_modified_date":"2018-01-17T11:00:00"},
                        "genotyped":{"samples":["PA001_A01"],"last_modified_date":"2018-01-17T11:00:00"},
                        "removed":{"samples":["PA002"],"last_modified_date":"2018-01-20T00:00:00"}},
                        "sequencing_queue":["PA001_A01"],"genotyped":["PA001_A01"],"removed":["PA002"]},
                        {"plate_id":null,"project_id":null,"nb_samples":1,"library_type":"nano","species":"",
                        "required_yield":"","required_coverage":"",
                        "status":{"null":{"samples":[null],"last_modified_date":"2018-01-20T00:00:00"}},
                        "null":[null]}]""");
    }

    @Test
    void samplesOfOneNameStayTwoSamples() {
        try (LimsReports twins =
                TestLims.withTables().script("base.sql").run("""
                        INSERT INTO project VALUES (4, 'PD', '2018-01-05', NULL, NULL);
                        INSERT INTO process VALUES (7);
                        INSERT INTO sample VALUES (7, 7, 'PA002', '2018-01-05', 4);
                        INSERT INTO artifact VALUES (7, NULL, '2-7', true);
                        INSERT INTO artifact_sample_map VALUES (7, 7);
                        INSERT INTO container VALUES (7, 'PLATE7');
                        INSERT INTO containerplacement VALUES (7, 7, 0, 0, 7);
                        INSERT INTO sample_udf_view VALUES (7, 'u', 'Species', 'String', 'Mus musculus', NULL)""").reports()) {
            assertThat(Ask.of(twins, "sample_info")
                            .match("{\"sample_id\": \"PA002\"}")
                            .items())
                    .extracting(item -> item.getString("Species").getValue())
                    .containsExactly("Gallus gallus", "Mus musculus");
        }
    }
}

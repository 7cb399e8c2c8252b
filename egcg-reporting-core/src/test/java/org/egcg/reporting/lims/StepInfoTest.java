package org.egcg.reporting.lims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.lims.internal.sql.StepQueries.WellRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries and genotypes, worked out by hand. */
final class StepInfoTest {

    private static LimsReports reports;

    @BeforeAll
    static void open() {
        reports = lims().reports();
    }

    @AfterAll
    static void close() {
        reports.close();
    }

    private static TestLims lims() {
        return TestLims.withTables().script("libraries.sql");
    }

    @Test
    void platesShowTheNewestRunOfTheStep() {
        Ask.of(reports, "library_info").gives(TestLims.text("libraries.json"));
    }

    @Test
    void onlyWellsOfTheProjectCount() {
        Ask.of(reports, "library_info").match("{\"project_id\": \"PA\"}").gives("""
                        [{"id":"LP0002","step_link":"http://clarity.com/clarity/work-complete/502","step_run":2,
                        "date_completed":"2018-03-01T10:00:00","samples":[{"name":"A:1","location":"A:2",
                        "udfs":{"Raw CP":"8.5","Species":"Homo sapiens","GQN":"8","%CV":"2"},
                        "qc_flag":"FAILED","project_id":"PA"}],"protocol":"nano","nsamples":1,
                        "pc_qc_flag_pass":0.0,"project_ids":["PA"]}]""");
    }

    @ParameterizedTest
    @CsvSource({
        "time_from, 01_03_2018_00:00:00, LP0002 502 1 3",
        "time_from, 02_03_2018_00:00:00, ''",
        "time_to, 01_03_2018_23:59:59, LP0002 501 1 1",
        "time_to, 02_03_2018_00:00:00, LP0002 502 2 3",
        "time_to, 2018-03-02, LP0002 502 2 3"
    })
    void stepsAreFilteredByTheDayOnWhichTheyWereCompleted(String argument, String day, String expected) {
        List<String> found = Ask.of(reports, "library_info").with(argument, day).items().stream()
                .map(StepInfoTest::summary)
                .toList();
        assertThat(String.join(",", found)).isEqualTo(expected);
    }

    private static String summary(BsonDocument plate) {
        String link = plate.getString("step_link").getValue();
        return plate.getString("id").getValue()
                + link.substring(link.lastIndexOf('/')).replace('/', ' ') + " "
                + plate.getInt32("step_run").getValue() + " "
                + plate.getInt32("nsamples").getValue();
    }

    @Test
    void flatReportsHaveOneItemForEachWell() {
        Ask.of(reports, "library_info")
                .match("{\"container_id\": \"LP0002\"}")
                .with("flatten", "true")
                .gives(TestLims.text("flat.json"));
    }

    @Test
    void completeReportsNameEachSampleOfAPoolAndWellsWithoutMeasurements() {
        List<String> wells = Ask.of(reports, "library_info")
                .match("{\"container_id\": \"LP0002\"}")
                .with("flatten", "true")
                .with("complete", "true")
                .items()
                .stream()
                .map(well -> well.getString("location").getValue() + " "
                        + well.getString("name").getValue() + " "
                        + well.getDocument("udfs").get("Raw CP"))
                .toList();
        assertThat(wells)
                .containsExactly(
                        "A:10 A2 BsonString{value='9'}",
                        "A:2 A:1 BsonString{value='8.5'}",
                        "B:3 B3 BsonString{value='6'}",
                        "B:3 B4 BsonString{value='6'}",
                        "H:1 B3 BsonString{value='7'}");
    }

    @Test
    void genotypesShowTheCallsOfTheRunAndOfTheSample() {
        Ask.of(reports, "genotyping_info").gives("""
                        [{"id":"GEN1","step_link":"http://clarity.com/clarity/work-complete/601","step_run":1,
                        "date_completed":"2018-06-01T10:00:00","samples":[{"name":"A:1","location":"P:24",
                        "udfs":{"Number of Calls (This Run)":"26","Number of Calls (Best Run)":"30"},
                        "qc_flag":"PASSED","project_id":"PA"}],"protocol":"Genotyping","nsamples":1,
                        "pc_qc_flag_pass":100.0,"project_ids":["PA"]}]""");
    }

    @Test
    void anOpenStepIsOlderThanAllCompletedOnes() {
        TestLims lims =
                lims().run("UPDATE containerplacement SET containerid = 1, wellxposition = 5 WHERE placementid = 5");
        try (LimsReports mixed = lims.reports()) {
            assertThat(Ask.of(mixed, "library_info").items())
                    .extracting(StepInfoTest::summary)
                    .containsExactly("LP0002 502 3 3");
        }
    }

    @Test
    void locationsAreSortedAsText() {
        TestLims lims = lims().run("INSERT INTO sample_udf_view VALUES (2, 'u', 'GQN', 'Numeric', '5', NULL)");
        try (LimsReports more = lims.reports()) {
            assertThat(Ask.of(more, "library_info").items().get(1).getArray("samples"))
                    .extracting(well -> well.asDocument().getString("location").getValue())
                    .containsExactly("A:10", "A:2", "B:3", "H:1");
        }
    }

    @Test
    void nothingIsAnEmptyList() {
        assertThat(Ask.of(reports, "library_info")
                        .match("{\"container_id\": \"none\"}")
                        .answer()
                        .toJson())
                .isEqualTo("{\"_meta\": {\"total\": 0}, \"data\": []}");
        assertThat(Ask.of(reports, "run_status").match("{\"run_id\": \"none\"}").items())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0,A:1", "15,23,P:24", "25,0,Z:1", "26,0,AA:1", "31,47,AF:48"})
    void rowsGoOnBeyondTheAlphabet(int row, int column, String location) {
        assertThat(WellLocation.text(new WellRow(1, null, "p", 1, "c", column, row, 1, "s", "p")))
                .isEqualTo(location);
    }
}

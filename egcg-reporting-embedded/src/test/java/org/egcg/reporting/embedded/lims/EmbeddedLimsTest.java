package org.egcg.reporting.embedded.lims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.config.ConfigDirectory;
import org.egcg.reporting.embedded.example.TwoYears;
import org.egcg.reporting.error.ReportingException.Misconfigured;
import org.egcg.reporting.lims.Ask;
import org.egcg.reporting.lims.LimsReports;
import org.egcg.reporting.lims.StatusDefinitionsFile;
import org.egcg.reporting.lims.TestLims;
import org.egcg.reporting.lims.sql.LimsConnection;
import org.egcg.reporting.yaml.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedLimsTest {

    @Test
    void theExampleIsThereAtTheFirstStartAndStaysForTheNext(@TempDir Path directory) {
        Section example = packaged("example_lims.yaml");
        try (EmbeddedLims lims = EmbeddedLims.open(directory, example);
                LimsReports reports = reports(lims)) {
            assertThat(names(reports)).containsExactly("EG0117", "EG0121", "EG0126", "EG0130");
            assertThatThrownBy(() -> EmbeddedLims.open(directory, example))
                    .isInstanceOf(Misconfigured.class)
                    .hasMessageContaining("in use by another running service");
        }
        try (EmbeddedLims again = EmbeddedLims.open(directory, Section.read("none.yaml", ""));
                LimsReports reports = reports(again)) {
            assertThat(names(reports)).containsExactly("EG0117", "EG0121", "EG0126", "EG0130");
        }
    }

    @Test
    void theExampleShowsEveryReport() throws SQLException {
        try (LimsReports reports = loaded(packaged("example_lims.yaml"))) {
            for (String report : LimsReports.NAMES) {
                assertThat(Ask.of(reports, report).items()).as(report).isNotEmpty();
            }
            List<BsonDocument> statuses = Ask.of(reports, "sample_status").items();
            assertThat(statuses)
                    .extracting(item -> item.getString("current_status").getValue())
                    .contains(
                            "sample_submission",
                            "library_queue",
                            "sequencing",
                            "bioinformatics",
                            "delivery",
                            "finished",
                            "replace",
                            "removed");
        }
    }

    @Test
    void theTwoYearsBeforeTheExampleAreRunsAndProjectsOfTheSameLims() throws SQLException {
        Section years = Section.read(EmbeddedLims.MORE, new TwoYears().lims());
        try (LimsReports reports = loaded(packaged("example_lims.yaml"), years)) {
            List<BsonDocument> runs = Ask.of(reports, "run_status").items();
            assertThat(runs).hasSizeBetween(115, 130);
            assertThat(runs)
                    .extracting(run -> run.getString("run_status").getValue())
                    .contains("RunCompleted", "RunStarted", "RunErrored", "RunAborted");
            assertThat(names(reports)).contains("EG0117").hasSizeBetween(8, 14);
            assertThat(Ask.of(reports, "sample_status").items()).hasSizeLessThan(700);
        }
    }

    @Test
    void everySampleOfTheTwoYearsWasReceivedAndNoneGoesBackInTime() throws SQLException {
        Section years = Section.read(EmbeddedLims.MORE, new TwoYears().lims());
        try (LimsReports reports = loaded(packaged("example_lims.yaml"), years)) {
            List<BsonDocument> finished =
                    Ask.of(reports, "sample_status").match("{\"project_status\": \"all\"}").items().stream()
                            .filter(sample -> sample.getString("current_status")
                                    .getValue()
                                    .equals("finished"))
                            .toList();
            assertThat(finished)
                    .hasSizeGreaterThan(1200)
                    .allMatch(sample -> sample.isString("started_date") && sample.isString("finished_date"))
                    .allMatch(sample ->
                            sample.getString("started_date").compareTo(sample.getString("finished_date")) < 0);
            assertThat(Ask.of(reports, "project_info")
                            .match("{\"project_status\": \"closed\"}")
                            .items())
                    .allMatch(project ->
                            project.getString("close_date").getValue().compareTo("2026-11-28") < 0);
        }
    }

    @Test
    void aFileOfTheOriginalLoadsAsItIs() throws SQLException {
        try (LimsReports reports = loaded(originalFormat())) {
            Ask.of(reports, "sample_status")
                    .match("{\"sample_id\": \"sample1\"}")
                    .gives("""
                            [{"sample_id":"sample1","project_id":"testproject1","statuses":[
                            {"name":"sample_submission","date":"Feb 10 2018","processes":[
                            {"name":"Awaiting User Response EG 2.0","date":"Feb 10 2018","type":"complete","process_id":7}]},
                            {"name":"library_queue","date":"Feb 11 2018","processes":[
                            {"name":"AUTOMATED - Sequence","date":"Feb 11 2018","type":"complete","process_id":12}]}],
                            "current_status":"bioinformatics","started_date":null,"finished_date":null,"library_type":null,
                            "species":"Gallus gallus","required_yield":"30","required_coverage":"15"}]""");
            BsonDocument detailed = Ask.of(reports, "sample_status")
                    .match("{\"sample_id\": \"sample1\"}")
                    .with("detailed", "true")
                    .items()
                    .get(0);
            assertThat(detailed.getArray("statuses").get(0).asDocument().getArray("processes"))
                    .extracting(step -> step.asDocument().getString("name").getValue())
                    .containsExactly("Random Step Name", "Awaiting User Response EG 2.0");
            BsonDocument again = Ask.of(reports, "sample_status")
                    .match("{\"sample_id\": \"sample2\"}")
                    .items()
                    .get(0);
            assertThat(again.getString("finished_date").getValue())
                    .as("finished for the first time, and sequenced again later")
                    .isEqualTo("2018-01-15T00:00:00");
            assertThat(again.getString("current_status").getValue()).isEqualTo("finished");
            Ask.of(reports, "project_info").gives("""
                            [{"project_id":"testproject1","open_date":"2018-01-23T00:00:00","close_date":null,
                            "project_status":"open","researcher_name":"Jane Doe","nb_quoted_samples":"9",
                            "udfs":{"Number of Quoted Samples":"9"}}]""");
            assertThat(Ask.of(reports, "project_info")
                            .match("{\"project_status\":\"all\"}")
                            .items())
                    .extracting(item -> item.get("close_date").toString())
                    .containsExactly("BsonNull", "BsonString{value='2018-02-28T00:00:00'}");
            assertThat(Ask.of(reports, "sample_info").items()).hasSize(2);
            assertThat(Ask.of(reports, "sample_qc_info").items()).isEmpty();
        }
    }

    @Test
    void itsRunsPlatesAndProjectsAnswerAsInTheOriginal() throws SQLException {
        try (LimsReports reports = loaded(originalFormat())) {
            BsonDocument project = Ask.of(reports, "project_status").items().get(0);
            assertThat(project.getDocument("status").toJson())
                    .isEqualTo("{\"bioinformatics\": {\"samples\": [\"sample1\"], \"last_modified_date\":"
                            + " \"2018-02-11T00:00:00\"}, \"finished\": {\"samples\": [\"sample2\"],"
                            + " \"last_modified_date\": \"2018-02-15T00:00:00\"}}");
            BsonDocument run = Ask.of(reports, "run_status").items().get(0);
            assertThat(run.getArray("lanes")).hasSize(8);
            assertThat(run.getArray("lanes").get(6).asDocument().getArray("samples"))
                    .hasSize(2);
            assertThat(run.getString("nb_cycles").getValue()).isEqualTo("310");
            assertThat(run.isNull("cst_date")).isTrue();
            BsonDocument library = Ask.of(reports, "library_info").items().get(0);
            assertThat(library.getString("step_link").getValue())
                    .isEqualTo("http://clarity.com/clarity/work-complete/14");
            assertThat(library.getArray("samples"))
                    .extracting(well -> well.asDocument().getString("location").getValue())
                    .containsExactly("B:2", "C:2", "D:2", "E:2");
            assertThat(library.getString("protocol").getValue()).isEqualTo("Protocol");
            BsonDocument genotyping = Ask.of(reports, "genotyping_info").items().get(0);
            assertThat(genotyping.getArray("samples"))
                    .extracting(well -> well.asDocument().getString("location").getValue())
                    .containsExactly("B:2", "C:2");
        }
    }

    @Test
    void aMissingReferenceAndAMissingListAreRefused() {
        assertThatThrownBy(() -> loaded(Section.read("bad.yaml", "projects: []")))
                .isInstanceOf(Misconfigured.class)
                .hasMessage("bad.yaml: samples: is missing");
        assertThatThrownBy(() -> loaded(Section.read(
                        "bad.yaml",
                        "{projects: [], samples: [{name: s, project: p, artifact: {}}], artifacts: [],"
                                + " completed_steps: []}")))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("there is no p before it");
    }

    private static Section packaged(String name) {
        return Section.read(name, ConfigDirectory.packaged().text(name));
    }

    private static Section originalFormat() {
        try (InputStream file = EmbeddedLimsTest.class.getResourceAsStream("original-format.yaml")) {
            return Section.read("original-format.yaml", new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static LimsReports loaded(Section... examples) throws SQLException {
        TestLims lims = TestLims.withTables();
        try (Connection connection = lims.connect()) {
            connection.setAutoCommit(false);
            LimsExample records = new LimsExample(new LimsTables(connection));
            for (Section example : examples) {
                records.load(example);
            }
            connection.commit();
        }
        return reports(lims.connection());
    }

    private static LimsReports reports(EmbeddedLims lims) {
        return reports(new LimsConnection(lims.jdbcUrl(), lims.user(), lims.password()));
    }

    private static LimsReports reports(LimsConnection connection) {
        return new LimsReports(
                connection,
                StatusDefinitionsFile.read(packaged("project_status_definitions.yaml")),
                "http://clarity.com");
    }

    private static List<String> names(LimsReports reports) {
        return Ask.of(reports, "project_info").items().stream()
                .map(item -> item.getString("project_id").getValue())
                .toList();
    }
}

package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.error.ReportingException.Unsupported;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.query.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticReviewsTest extends InReviewLab {

    private static final String RUN = "{'action_type': 'automatic_run_review', 'run_id': 'r1'}";
    private static final String SAMPLE = "{'action_type': 'automatic_sample_review', 'sample_id': 's1'}";
    private static final String RAPID = "{'action_type': 'automatic_rapid_review', 'sample_id': 's1'}";

    private String review(String resource, String id) {
        BsonDocument document = lab.one(resource, id);
        return document.getString("reviewed").getValue() + ": "
                + document.getString("review_comments").getValue();
    }

    @Test
    void aRunReviewNotesTheVerdictOfEachLaneOnItsElements() {
        lab.goodLane("r1", 1, "AAAA", "CCCC", "unknown");
        lab.goodLane("r1", 2);
        lab.element("r1", 2, "GGGG", 59_000_000_000L);
        lab.goodLane("r2", 1, "AAAA");
        lab.perform(RUN);
        assertThat(review("run_elements", "r1_1_AAAA")).isEqualTo("pass: pass");
        assertThat(review("run_elements", "r1_1_CCCC")).isEqualTo("pass: pass");
        assertThat(review("run_elements", "r1_1_unknown")).isEqualTo("pass: pass");
        assertThat(review("run_elements", "r1_2_GGGG")).isEqualTo("fail: Failed due to Yield < 120");
        assertThat(lab.one("run_elements", "r1_2_GGGG")
                        .getDateTime("review_date")
                        .getValue())
                .as("local time, like all dates of reviews")
                .isEqualTo(Instant.parse("2019-04-26T10:00:00Z").toEpochMilli());
        assertThat(lab.one("run_elements", "r2_1_AAAA").getString("reviewed").getValue())
                .isEqualTo("not reviewed");
    }

    @Test
    void everythingThatElementsAddUpToShowsTheNewStatuses() {
        lab.post("runs", "{'run_id': 'r1'}");
        lab.post("samples", "{'sample_id': 's1', 'project_id': 'p1'}");
        lab.post("projects", "{'project_id': 'p1'}");
        lab.goodLane("r1", 1, "AAAA");
        lab.goodLane("r1", 2);
        lab.element("r1", 2, "GGGG", 59_000_000_000L);
        lab.perform(RUN);
        assertThat(lab.records
                        .aggregated("lanes", "r1_1")
                        .getArray("review_statuses")
                        .toString())
                .contains("pass");
        assertThat(lab.records
                        .aggregated("lanes", "r1_2")
                        .getArray("review_statuses")
                        .toString())
                .contains("fail");
        BsonDocument run = lab.reporting
                .reader()
                .find(lab.reporting.schema("runs"), new BsonDocument())
                .get(0);
        assertThat(JsonWriter.text(run)).contains("\"review_statuses\": [\"fail\", \"pass\"]");
        lab.goodSample("s2", ", 'required_yield': 1000000000, 'required_coverage': 30");
        lab.perform("{'action_type': 'automatic_sample_review', 'sample_id': 's2'}");
        assertThat(JsonWriter.text(lab.records.aggregated("projects", "p1").get("samples_reviewed")))
                .isEqualTo("[\"s2\"]");
    }

    @Test
    void elementsWithTheSameOrNoBarcodeAreEachReviewed() {
        lab.goodLane("r1", 1, "AAAA");
        for (String id : List.of("x", "y")) {
            lab.post(
                    "run_elements",
                    "{'run_element_id': '%s', 'run_id': 'r1', 'lane': 1, 'project_id': 'p', 'library_id': 'l', 'sample_id': 's'}"
                            .formatted(id));
        }
        lab.post(
                "run_elements",
                "{'run_element_id': 'z', 'run_id': 'r1', 'lane': 1, 'barcode': 'AAAA', 'project_id': 'p', 'library_id': 'l', 'sample_id': 's'}");
        lab.perform(RUN);
        for (String id : List.of("r1_1_AAAA", "x", "y", "z")) {
            assertThat(lab.one("run_elements", id).getString("reviewed").getValue())
                    .as(id)
                    .isNotEqualTo("not reviewed");
        }
    }

    @Test
    void aRunOfMoreThanAPageOfElementsIsReviewedWhole() {
        lab.goodLane("r1", 1, IntStream.range(0, 120).mapToObj(n -> "B" + n).toArray(String[]::new));
        lab.perform(RUN);
        assertThat(lab.reporting
                        .reader()
                        .count(lab.reporting.schema("run_elements"), BsonDocument.parse("{'reviewed': 'pass'}")))
                .isEqualTo(120);
    }

    @Test
    void theActionIsStoredAndEchoed() {
        lab.goodLane("r1", 1, "AAAA");
        Performed performed = lab.perform(RUN);
        assertThat(JsonWriter.text(performed.data()).replace('"', '\''))
                .isEqualTo("{'action_type': 'automatic_run_review', 'started_by': 'a_user',"
                        + " 'date_started': '26_04_2019_10:00:00', 'date_finished': '26_04_2019_10:00:00',"
                        + " 'action_info': {'run_id': 'r1'}, 'action_id': 'r126_04_2019_10:00:00'}");
        BsonDocument stored = lab.actions(Projection.everything()).get(0);
        performed.data().forEach((field, value) -> assertThat(stored.get(field))
                .as(field)
                .isEqualTo(value));
    }

    @Test
    void actionsOfTheSameSecondAllHaveTheirId() {
        lab.goodLane("r1", 1, "AAAA");
        assertThat(List.of(lab.perform(RUN), lab.perform(RUN), lab.perform(RUN)))
                .extracting(performed -> performed.data().getString("action_id").getValue())
                .containsExactly("r126_04_2019_10:00:00", "r126_04_2019_10:00:00_2", "r126_04_2019_10:00:00_3");
        assertThat(lab.actions(Projection.everything())).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'action_type': 'automatic_run_review', 'run_id': 'r9'}       | No data found for run id r9.
            {'action_type': 'automatic_run_review'}                       | No data found for run id None.
            {'action_type': 'automatic_run_review', 'run_id': ''}         | No data found for run id .
            {'action_type': 'automatic_sample_review', 'sample_id': 's9'} | No data found for sample id s9.
            {'action_type': 'automatic_sample_review'}                    | No data found for sample id None.
            {'action_type': 'automatic_rapid_review', 'sample_id': 's9'}  | No data found for sample id s9.
            {'action_type': 'automatic_rapid_review', 'sample_id': 's1'}  | No data found for sample id s1.
            """, quoteCharacter = '"')
    void whereThereIsNothingToReviewNothingHappens(String request, String message) {
        lab.post("samples", "{'sample_id': 's1', 'project_id': 'p1'}");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> lab.perform(request))
                .withMessage(message);
        assertThat(lab.actions(Projection.everything())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'action_type': 'nope'}       | Unknown action type nope
            {'action_type': ''}           | Unknown action type\s
            {'action_type': 'RUN_REVIEW'} | Unknown action type RUN_REVIEW
            {'action_type': null}         | Unknown action type None
            {'action_type': 5}            | Unknown action type 5
            {}                            | Unknown action type None
            """, ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '"')
    void otherActionsAreUnknown(String request, String message) {
        assertThatExceptionOfType(Unsupported.class)
                .isThrownBy(() -> lab.perform(request))
                .withMessage(message.substring(1));
    }

    @Test
    void aRapidReviewNeedsASample() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> lab.perform("{'action_type': 'automatic_rapid_review'}"));
    }

    @Test
    void aRapidReviewNotesItsVerdictInsideTheRapidAnalysis() {
        lab.post("samples", "{'sample_id': 's1', 'project_id': 'p1', 'rapid_analysis': {'yield': 109, 'pc_q30': 74}}");
        lab.perform(RAPID);
        BsonDocument sample = lab.one("samples", "s1");
        assertThat(JsonWriter.text(sample.getDocument("rapid_analysis")).replace('"', '\''))
                .isEqualTo("{'yield': 109.0, 'pc_q30': 74.0, 'reviewed': 'fail',"
                        + " 'review_comments': 'Failed due to PC Q30 < 75, Yield < 110',"
                        + " 'review_date': '26_04_2019_10:00:00'}");
        assertThat(sample.getString("reviewed").getValue()).isEqualTo("not reviewed");
    }

    @Test
    void anEarlierFailureOfARapidAnalysisDoesNotOutliveAPass() {
        lab.post("samples", "{'sample_id': 's1', 'project_id': 'p1', 'rapid_analysis': {'yield': 109, 'pc_q30': 80}}");
        lab.perform(RAPID);
        lab.records.patch("samples", "s1", "{\"rapid_analysis\": {\"yield\": 120}}");
        lab.perform(RAPID);
        BsonDocument rapid = lab.one("samples", "s1").getDocument("rapid_analysis");
        assertThat(rapid.getString("reviewed").getValue()).isEqualTo("pass");
        assertThat(rapid.getString("review_comments").getValue()).isEqualTo("pass");
    }

    @Test
    void aRapidAnalysisThatPassesAtOnceGetsNoComment() {
        lab.post("samples", "{'sample_id': 's1', 'project_id': 'p1', 'rapid_analysis': {'yield': 110, 'pc_q30': 75}}");
        lab.perform(RAPID);
        assertThat(lab.one("samples", "s1").getDocument("rapid_analysis"))
                .containsOnlyKeys("yield", "pc_q30", "reviewed", "review_date");
    }

    @Test
    void aSampleIsReviewedByWhatItsDocumentSaysWasOrdered() {
        lab.goodSample("s1", ", 'required_yield': 1999999999, 'required_coverage': 30");
        lab.perform(SAMPLE);
        assertThat(review("samples", "s1")).isEqualTo("fail: Failed due to no value for Yield");
        assertThat(lab.calls()).isEmpty();
    }

    @Test
    void whatTheDocumentDoesNotSayTheLimsIsAskedOnce() {
        lab.post("samples", "{'sample_id': 'sample_2', 'project_id': 'p1', 'coverage': {'mean': 1}}");
        lab.perform("{'action_type': 'automatic_sample_review', 'sample_id': 'sample_2'}");
        assertThat(review("samples", "sample_2"))
                .isEqualTo("fail: Failed due to no value for Yield, no value for Dup. rate, Mean coverage < 15");
        assertThat(lab.calls()).containsExactly("GET /samples?name=sample_2", "GET /samples/SMP2");
        assertThat(lab.clarity
                        .log()
                        .asArray()
                        .get(0)
                        .asDocument()
                        .getString("user")
                        .getValue())
                .isEqualTo("apiuser");
    }

    @Test
    void zeroInTheDocumentCountsAsNothingSaid() {
        lab.post(
                "samples",
                "{'sample_id': 'sample_2', 'project_id': 'p1', 'required_yield': 0, 'required_coverage': 0,"
                        + " 'coverage': {'mean': 1}}");
        lab.perform("{'action_type': 'automatic_sample_review', 'sample_id': 'sample_2'}");
        assertThat(review("samples", "sample_2")).contains("coverage < 15");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sample_4   |                                                      | does not have a expected yield
            sample_3   |                                                      | does not have a target coverage
            sample_1   | , 'required_yield': 999999999                        | does not have a expected yield
            twin       |                                                      | cannot be found in the Lims
            nobody     |                                                      | cannot be found in the Lims
            nobody     | , 'required_yield': 2000000000                       | cannot be found in the Lims
            odd        |                                                      | does not have a expected yield
            zero       |                                                      | does not have a expected yield
            """, quoteCharacter = '"')
    void withoutAnOrderThereIsNoReview(String sampleId, String more, String message) {
        lab.clarity.know("odd", BsonDocument.parse("{'Required Yield (Gb)': 'much', 'Coverage (X)': 3}"));
        lab.clarity.know("zero", BsonDocument.parse("{'Required Yield (Gb)': 0, 'Coverage (X)': 3}"));
        lab.goodSample(sampleId, more == null ? "" : more);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        lab.perform("{'action_type': 'automatic_sample_review', 'sample_id': '" + sampleId + "'}"))
                .withMessage("Sample " + sampleId + " " + message);
        assertThat(lab.one("samples", sampleId).getString("reviewed").getValue())
                .isEqualTo("not reviewed");
        assertThat(lab.actions(Projection.everything())).isEmpty();
    }

    @Test
    void aLimsThatRefusesTheServiceIsAFaultAndChangesNothing() {
        lab.scene("{'users': {'apiuser': 'changed'}}");
        lab.goodSample("s1", "");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> lab.perform(SAMPLE))
                .withMessage("The LIMS refused GET api/v2/samples?name=s1: 401: Unauthorized");
        assertThat(lab.one("samples", "s1").getString("reviewed").getValue()).isEqualTo("not reviewed");
    }

    @Test
    void aHumanSampleWithoutGenotypeSaysSo() {
        lab.goodSample("s1", ", 'required_yield': 1000000000, 'required_coverage': 30, 'species_name': 'Homo sapiens'");
        lab.perform(SAMPLE);
        assertThat(review("samples", "s1")).isEqualTo("genotype missing: Failed due to missing genotype");
    }
}

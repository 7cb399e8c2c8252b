package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.AccountRefused;
import org.egcg.reporting.error.ReportingException.Conflict;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.error.ReportingException.Unavailable;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.query.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimsReviewsTest extends InReviewLab {

    private Performed review(String type, String... samples) {
        String list = List.of(samples).stream()
                .map(sample -> "\\\"" + sample + "\\\"")
                .collect(Collectors.joining(", "));
        return lab.perform("{'action_type': '" + type + "', 'review_entities': '[" + list
                + "]', 'username': 'labuser', 'password': 'labpass'}");
    }

    private void elements(String sample, int count) {
        for (int n = 0; n < count; n++) {
            lab.post(
                    "run_elements",
                    ("{'run_element_id': '%s_%d', 'run_id': 'r', 'lane': 1, 'project_id': 'p', 'library_id': 'l',"
                                    + " 'sample_id': '%s'}")
                            .formatted(sample, n, sample));
        }
    }

    private String stored() {
        List<BsonDocument> actions = lab.actions(Projection.everything());
        return actions.stream().map(JsonWriter::text).collect(Collectors.joining("\n"));
    }

    @Test
    void aRunReviewTakesTheSpecifiedCalls() {
        elements("sample_1", 3);
        elements("sample_2", 2);
        lab.scene("{'queues': {'501': ['2-101PA1', '2-105PA1']}}");
        review("run_review", "sample_1", "sample_2");
        assertThat(lab.calls())
                .containsExactly(
                        "GET ",
                        "GET /configuration/workflows?name=PostSeqLab+EG+1.0+WF",
                        "GET /configuration/workflows/51",
                        "GET /configuration/workflows/51/stages/101",
                        "GET /queues/501",
                        "POST /artifacts/batch/retrieve",
                        "GET /samples?name=sample_1&name=sample_2",
                        "POST /samples/batch/retrieve",
                        "POST /route/artifacts",
                        "GET /configuration/protocols/401/steps/501",
                        "POST /steps",
                        "POST /steps/24-1234/trigger/1");
        assertThat(lab.changes())
                .isEqualTo("[{'what': 'route', 'user': 'labuser', 'stage': '101', 'artifacts': ['2-102PA1']},"
                        + " {'what': 'create step', 'user': 'labuser', 'step': '24-1234', 'configuration': '501',"
                        + " 'name': 'Sequencer Output Review EG 1.0 ST', 'inputs': [['2-101PA1', '3'], ['2-102PA1', '2']]},"
                        + " {'what': 'trigger program', 'user': 'labuser', 'step': '24-1234',"
                        + " 'program': 'Upload metrics and assess samples'}]");
    }

    @Test
    void whatDoesNotWaitYetIsRoutedWithoutAskingForArtifacts() {
        elements("sample_1", 1);
        elements("sample_2", 1);
        review("run_review", "sample_1", "sample_2");
        assertThat(lab.calls())
                .startsWith("GET ")
                .doesNotContain("POST /artifacts/batch/retrieve")
                .containsSubsequence(
                        "GET /queues/501",
                        "GET /samples?name=sample_1&name=sample_2",
                        "POST /samples/batch/retrieve",
                        "POST /route/artifacts",
                        "POST /steps");
        assertThat(lab.changes())
                .contains("'artifacts': ['2-101PA1', '2-102PA1']")
                .contains("[['2-101PA1', '1'], ['2-102PA1', '1']]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                        | false
            ['Tube']                  | true
            ['Tube', '96 well plate'] | false
            """, quoteCharacter = '"')
    void aContainerIsNamedIfThereIsNoChoice(String permitted, boolean named) {
        lab.scene("{'containers': " + permitted + "}");
        review("sample_review", "sample_1");
        BsonDocument creation = lab.clarity
                .log()
                .asArray()
                .get(lab.calls().indexOf("POST /steps"))
                .asDocument();
        assertThat(creation.getString("body").getValue().contains("<container-type>"))
                .isEqualTo(named);
    }

    @Test
    void theActionNamesTheStepAndItsPage() {
        Performed performed = review("sample_review", "sample_1");
        assertThat(JsonWriter.text(performed.data()).replace('"', '\''))
                .isEqualTo(
                        "{'action_type': 'sample_review', 'started_by': 'labuser', 'date_started': '26_04_2019_10:00:00',"
                                + " 'action_info': {'lims_step_name': 'Sample Review EG 1.0 ST', 'samples': ['sample_1'],"
                                + " 'lims_url': '" + lab.clarity.baseuri() + "/clarity/work-details/1234'},"
                                + " 'action_id': 'lims_24-1234'}");
        assertThat(lab.changes()).contains("[['2-101PA1', '1']]");
    }

    @Test
    void whatWaitsAlreadyIsNotRouted() {
        lab.scene("{'queues': {'502': ['2-105PA1', '2-102PA1', '2-101PA1']}}");
        review("sample_review", "sample_1", "sample_2");
        assertThat(lab.changes()).doesNotContain("route");
        assertThat(JsonWriter.text(lab.clarity.state())).contains("\"502\": [\"2-105PA1\"]");
        String creation = lab.clarity
                .log()
                .asArray()
                .get(lab.calls().indexOf("POST /steps"))
                .asDocument()
                .getString("body")
                .getValue();
        assertThat(creation.indexOf("2-102PA1")).as("in the queue's order").isLessThan(creation.indexOf("2-101PA1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "['Another EPP']"})
    void aStepThatDoesNotOfferTheProgramStartsNone(String programs) {
        lab.scene("{'programs': " + programs + "}");
        review("sample_review", "sample_1");
        assertThat(lab.changes()).contains("create step").doesNotContain("trigger");
    }

    @Test
    void aSampleIsFoundAndCountedUnderTheSpellingOfTheLims() {
        elements("user_sample_01", 1);
        elements("user_sample:01", 2);
        review("run_review", "user_sample_01");
        assertThat(lab.changes()).contains("[['2-107PA1', '3']]");
    }

    @Test
    void aRespelledSampleThatWaitsAlreadyIsNotRoutedAgain() {
        elements("user_sample_01", 1);
        lab.scene("{'queues': {'501': ['2-107PA1']}}");
        review("run_review", "user_sample_01");
        assertThat(lab.changes()).doesNotContain("route").contains("[['2-107PA1', '1']]");
    }

    @Test
    void manySamplesAreReviewedAtOnce() {
        String[] names =
                IntStream.range(0, 130).mapToObj(n -> "many_" + (1000 + n)).toArray(String[]::new);
        for (String name : names) {
            lab.clarity.know(name, new BsonDocument());
        }
        review("sample_review", names);
        assertThat(lab.calls())
                .hasSize(12)
                .filteredOn(call -> call.startsWith("GET /samples?"))
                .hasSize(2);
    }

    @Test
    void aWrongPasswordIsRefusedBeforeAnythingIsAsked() {
        lab.scene("{'users': {'labuser': 'other'}}");
        assertThatExceptionOfType(AccountRefused.class)
                .isThrownBy(() -> review("sample_review", "sample_1"))
                .withMessage("Authentication in the LIMS (" + lab.clarity.baseuri() + ") failed");
        assertThat(lab.calls()).containsExactly("GET ");
        assertThat(stored()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "{'workflows': {'51': {'name': 'PostSeqLab EG 1.0 WF'; 'stages': []}}}",
        "{'workflows': {'51': {'name': 'Other WF'; 'stages': []}}}",
        "{'workflows': {'52': {'name': 'PostSeqLab EG 1.0 WF'; 'stages': []}}}",
        "{'workflows': {'51': {'name': 'PostSeqLab EG 1.0 WF'; 'stages': ["
                + "{'id': '101'; 'name': 'Sequencer Output Review EG 1.0 ST'; 'step': '501'; 'protocol': '401'};"
                + "{'id': '102'; 'name': 'Sequencer Output Review EG 1.0 ST'; 'step': '502'; 'protocol': '401'}]}}}"
    })
    void aStepThatTheLimsDoesNotHaveOrHasTwiceIsNotFound(String scene) {
        lab.scene(scene.replace(';', ','));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> review("run_review", "sample_1"))
                .withMessage(
                        "Could not find LIMS step PostSeqLab EG 1.0 WF for workflow Sequencer Output Review EG 1.0 ST");
    }

    @Test
    void aPoolInTheQueueStandsInTheWay() {
        lab.scene("{'queues': {'502': ['2-101PA1', '92-500']}}");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> review("sample_review", "sample_1"))
                .withMessage("Artifact pool_92-500 Queued on Sample Review EG 1.0 ST contains more than one sample");
    }

    @Test
    void anArtifactOfNoSampleInTheQueueStandsInTheWayToo() {
        lab.scene("{'pools': {'92-501': []}, 'queues': {'501': ['92-501']}}");
        elements("sample_1", 1);
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> review("run_review", "sample_1"))
                .withMessage("Artifact pool_92-501 Queued on Sequencer Output Review EG 1.0 ST"
                        + " contains more than one sample");
        assertThat(lab.changes()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({"sample_1,nope,2,1", "nope,no,2,0", "twin,sample_1,2,3", "twin,nope,2,0"})
    void allSamplesHaveToBeFound(String one, String other, int requested, int found) {
        int shown = one.equals("twin") && other.equals("nope") ? 0 : found;
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> review("sample_review", one, other))
                .withMessage("Some of the samples to review were not found in the LIMS. " + requested
                        + " samples requested " + shown + " samples found");
        assertThat(lab.changes()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"samples", "samples/batch/retrieve"})
    void aSearchThatTheLimsRefusesFindsNoSamples(String call) {
        lab.scene("{'faults': [{'path': '" + call + "', 'status': 500}]}");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> review("sample_review", "sample_1"))
                .withMessageEndingWith("1 samples requested 0 samples found");
    }

    @Test
    void eachSampleNeedsOneArtifact() {
        lab.scene(
                "{'samples': [{'id': 'SMP1', 'name': 'a', 'artifact': '1'}, {'id': 'SMP2', 'name': 'b', 'artifact': '2'}],"
                        + " 'pools': {'3': ['SMP1']}, 'queues': {'502': ['1', '3']}}");
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> review("sample_review", "a", "b"))
                .withMessage("Could not find artifacts for all samples. Requested 2 samples, found 3 artifacts");
        assertThat(lab.changes()).as("checked before anything is routed").isEqualTo("[]");
    }

    @Test
    void aRunReviewOfASampleWithoutRunElementsChangesNothing() {
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> review("run_review", "sample_1"))
                .withMessage("Sample sample_1 has no run elements to review");
        assertThat(lab.changes()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", 'review_entities': 'sample_1'",
                ", 'review_entities': '{}'",
                ", 'review_entities': '[1]'",
                ", 'review_entities': '[]'",
                ", 'review_entities': []",
                ", 'review_entities': ['a', 'a']",
                ", 'review_entities': ['a', null]",
                ", 'review_entities': 5"
            })
    void withoutAListOfSamplesNothingIsAsked(String entities) {
        String request =
                "{'action_type': 'sample_review', 'username': 'labuser', 'password': 'labpass'" + entities + "}";
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> lab.perform(request))
                .withMessageStartingWith("review_entities: ");
        assertThat(lab.calls()).isEmpty();
    }

    @Test
    void aRealListOfSamplesIsUnderstood() {
        lab.perform("{'action_type': 'sample_review', 'review_entities': ['sample_1'],"
                + " 'username': 'labuser', 'password': 'labpass'}");
        assertThat(lab.changes()).contains("2-101PA1");
    }

    @Test
    void aStepThatCannotBeStartedLeavesAnActionThatSaysWhatWasDone() {
        lab.scene("{'faults': [{'path': 'steps', 'status': 500, 'body': '<e><message>out of order</message></e>'}]}");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> review("sample_review", "sample_1", "sample_2"))
                .withMessage("The LIMS refused POST api/v2/steps: 500: out of order. What was done before:"
                        + " asked the LIMS to queue [sample_1, sample_2]; no step was started");
        assertThat(stored())
                .contains("\"action_id\": \"lims_failed_26_04_2019_10:00:00\"")
                .contains("\"started_by\": \"labuser\"")
                .contains("\"failure\": \"The LIMS refused POST api/v2/steps");
    }

    @Test
    void aRoutingThatFailsMayHaveDoneItsWorkAndTheActionSaysSo() {
        lab.scene("{'faults': [{'path': 'route/artifacts', 'status': 500}]}");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> review("sample_review", "sample_1"))
                .withMessageStartingWith("The LIMS refused POST api/v2/route/artifacts: 500")
                .withMessageEndingWith("asked the LIMS to queue [sample_1]; no step was started");
        assertThat(stored()).contains("lims_failed_");
    }

    @Test
    void aProgramThatCannotBeStartedLeavesTheStepsAction() {
        lab.scene("{'faults': [{'path': 'steps/24-1234/trigger', 'status': 503}]}");
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> review("sample_review", "sample_1"))
                .withMessageContaining("started the LIMS step " + lab.clarity.baseuri()
                        + "/clarity/work-details/1234; its program was not started");
        assertThat(stored()).contains("\"action_id\": \"lims_24-1234\"").contains("\"failure\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"configuration/workflows", "queues"})
    void aFaultBeforeAnyChangeLeavesNoAction(String call) {
        lab.scene("{'faults': [{'path': '" + call + "', 'status': 502}]}");
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> review("sample_review", "sample_1"));
        assertThat(stored()).isEmpty();
    }

    @Test
    void aStepWaitsForWhatHasJustBeenRouted() {
        lab.scene("{'routing_takes': 200}");
        review("sample_review", "sample_1");
        assertThat(lab.calls()).filteredOn("POST /steps"::equals).hasSizeBetween(2, 3);
        assertThat(lab.changes()).contains("trigger program");
    }
}

package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.ObjectId;
import org.egcg.reporting.decision.DecisionState;
import org.egcg.reporting.error.ReportingException.EtagMismatch;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.internal.json.Bson;
import org.egcg.reporting.schema.Schema;
import org.egcg.reporting.trail.Origin;
import org.egcg.reporting.trail.TrailEntry;
import org.egcg.reporting.trail.TrailQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManualReviewsTest extends InReviewLab {

    private static final String ELEMENT = "{'action_type': 'manual_review', 'resource': 'run_elements', ";
    private static final String LANE = "{'action_type': 'manual_review', 'resource': 'lanes', ";
    private static final String AUTOMATIC = "{'action_type': 'automatic_run_review', 'run_id': 'r1' %s}";

    private static String text(String resource, String id, String field) {
        return lab.one(resource, id).getString(field).getValue();
    }

    private static String version(String resource, String id) {
        return lab.actions.standing(resource, List.of(id)).get(0).version();
    }

    @Test
    void aDecisionWritesTheFieldsThatPipelinesRead() {
        lab.goodLane("r1", 1, "AAAA");
        lab.perform(ELEMENT
                + "'review_entities': ['r1_1_AAAA'], 'reviewed': 'fail', 'useable': 'no', 'comment': 'wrong tube'}");
        BsonDocument element = lab.one("run_elements", "r1_1_AAAA");
        for (String field : List.of("review_comments", "useable_comments")) {
            assertThat(element.getString(field).getValue()).isEqualTo("wrong tube");
        }
        assertThat(element.getString("reviewed").getValue()).isEqualTo("fail");
        assertThat(element.getString("useable").getValue()).isEqualTo("no");
        assertThat(element.getString("useable_reviewer").getValue()).isEqualTo("a_user");
        assertThat(element.getDateTime("useable_date")).isEqualTo(element.getDateTime("review_date"));
        assertThat(lab.one("lanes", "r1_1").getDocument("aggregated").getArray("review_statuses"))
                .as("what the lane adds up to")
                .containsExactly(new BsonString("fail"));
    }

    @Test
    void aDecisionOnALaneIsOneOnAllItsRunElements() {
        lab.goodLane("r1", 1, "AAAA", "CCCC");
        lab.goodLane("r1", 2, "GGGG");
        lab.perform(LANE + "'review_entities': ['r1_1'], 'reviewed': 'pass'}");
        assertThat(text("run_elements", "r1_1_AAAA", "reviewed")).isEqualTo("pass");
        assertThat(text("run_elements", "r1_1_CCCC", "review_comments")).isEqualTo("pass");
        assertThat(text("run_elements", "r1_2_GGGG", "reviewed")).isEqualTo("not reviewed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'reviewed': 'fail'", "'useable': 'no'", "'reviewed': 'pass', 'useable': 'no', 'comment': ' '"})
    void whatTheRulesDoNotSayNeedsAReason(String words) {
        lab.goodLane("r1", 1, "AAAA");
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> lab.perform(ELEMENT + "'review_entities': ['r1_1_AAAA'], " + words + "}"))
                .withMessage("comment: is missing, and the rules say pass of r1_1_AAAA");
        assertThat(text("run_elements", "r1_1_AAAA", "reviewed")).isEqualTo("not reviewed");
    }

    @Test
    void aSampleOfWhichNothingWasOrderedNeedsAReason() {
        lab.goodSample("s1", "");
        String decision = "{'action_type': 'manual_review', 'resource': 'samples', 'review_entities': ['s1'],"
                + " 'reviewed': 'fail' %s}";
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> lab.perform(decision.formatted("")));
        lab.perform(decision.formatted(", 'comment': 'not ours'"));
        assertThat(text("samples", "s1", "review_comments")).isEqualTo("not ours");
    }

    @Test
    void ofSeveralAllAreDecidedOnOrNone() {
        lab.goodLane("r1", 1, "AAAA", "CCCC");
        lab.goodLane("r1", 2);
        lab.element("r1", 2, "GGGG", 1);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> lab.perform(ELEMENT + "'review_entities': ['r1_1_AAAA', 'r9'], 'reviewed': 'pass'}"));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() ->
                        lab.perform(ELEMENT + "'review_entities': ['r1_1_AAAA', 'r1_2_GGGG'], 'reviewed': 'pass'}"));
        assertThat(text("run_elements", "r1_1_AAAA", "reviewed")).isEqualTo("not reviewed");
        assertThat(lab.actions
                        .standing("run_elements", List.of("r1_1_AAAA"))
                        .get(0)
                        .earlier())
                .isEmpty();
    }

    @Test
    void anAutomaticReviewLeavesAPersonsVerdictAloneAndSaysSo() {
        lab.goodLane("r1", 1, "AAAA", "CCCC");
        lab.perform(ELEMENT + "'review_entities': ['r1_1_AAAA'], 'reviewed': 'fail', 'comment': 'wrong tube'}");
        BsonDocument info = lab.perform(AUTOMATIC.formatted("")).data().getDocument("action_info");
        assertThat(info.getArray("left_alone")).containsExactly(new BsonString("r1_1_AAAA"));
        assertThat(text("run_elements", "r1_1_AAAA", "review_comments")).isEqualTo("wrong tube");
        assertThat(text("run_elements", "r1_1_CCCC", "reviewed")).isEqualTo("pass");
    }

    @Test
    void anAutomaticReviewThatIsAskedToJudgesAnew() {
        lab.goodLane("r1", 1, "AAAA");
        lab.perform(ELEMENT + "'review_entities': ['r1_1_AAAA'], 'reviewed': 'fail', 'comment': 'wrong tube'}");
        BsonDocument info =
                lab.perform(AUTOMATIC.formatted(", 'override': 'true'")).data().getDocument("action_info");
        assertThat(info).containsOnlyKeys("run_id");
        assertThat(text("run_elements", "r1_1_AAAA", "reviewed")).isEqualTo("pass");
        assertThat(lab.perform(AUTOMATIC.formatted("")).data().getDocument("action_info"))
                .as("the verdict is the rules' again")
                .containsOnlyKeys("run_id");
    }

    @Test
    void whatAPipelineWritesOverADecisionIsNoPersonsVerdict() {
        lab.goodLane("r1", 1, "AAAA");
        lab.perform(ELEMENT + "'review_entities': ['r1_1_AAAA'], 'reviewed': 'fail', 'comment': 'wrong tube'}");
        BsonDocument element = lab.one("run_elements", "r1_1_AAAA");
        Schema schema = lab.reporting.schema("run_elements");
        lab.reporting
                .writer()
                .amend(
                        schema,
                        Map.of(
                                element.getObjectId("_id").getValue(),
                                new BsonDocument("review_comments", new BsonString("of the pipeline"))));
        lab.perform(AUTOMATIC.formatted(""));
        assertThat(text("run_elements", "r1_1_AAAA", "reviewed")).isEqualTo("pass");
    }

    @Test
    void theSecondOfTwoIsToldWhatTheFirstDecided() {
        lab.goodLane("r1", 1, "AAAA", "CCCC");
        String version = version("lanes", "r1_1");
        String decision = LANE + "'review_entities': ['r1_1'], 'versions': {'r1_1': '" + version + "'}, ";
        lab.perform(decision + "'reviewed': 'fail', 'comment': 'wrong tube'}");
        assertThatExceptionOfType(EtagMismatch.class)
                .isThrownBy(() -> lab.perform(decision + "'reviewed': 'pass', 'comment': 'fine'}"))
                .withMessage("lanes/r1_1 has changed since it was looked at: a_user decided reviewed fail"
                        + " (\"wrong tube\") at 26_04_2019_10:00:00.");
        assertThat(text("run_elements", "r1_1_CCCC", "reviewed")).isEqualTo("fail");
    }

    @Test
    void ofChangesThatHaveToMeetAVersionNoneStaysIfOneDoesNot() {
        lab.goodLane("r1", 1, "AAAA", "CCCC");
        ObjectId one = lab.one("run_elements", "r1_1_AAAA").getObjectId("_id").getValue();
        ObjectId other = lab.one("run_elements", "r1_1_CCCC").getObjectId("_id").getValue();
        BsonDocument change = new BsonDocument("reviewed", new BsonString("fail"));
        assertThatExceptionOfType(EtagMismatch.class).isThrownBy(() -> lab.reporting
                .writer()
                .amend(
                        lab.reporting.schema("run_elements"),
                        Map.of(one, change, other, change),
                        Map.of(other, "another")));
        assertThat(text("run_elements", "r1_1_AAAA", "reviewed")).isEqualTo("not reviewed");
    }

    @Test
    void whatStandsIsToldWithWhatWasDecidedBefore() {
        lab.goodLane("r1", 1, "AAAA");
        lab.perform(ELEMENT + "'review_entities': ['r1_1_AAAA'], 'reviewed': 'fail', 'comment': 'first'}");
        lab.perform(ELEMENT + "'review_entities': ['r1_1_AAAA'], 'reviewed': 'pass', 'comment': 'second'}");
        DecisionState state =
                lab.actions.standing("run_elements", List.of("r1_1_AAAA")).get(0);
        assertThat(state.current()).extracting(decided -> decided.comment()).containsExactly("second");
        assertThat(state.earlier()).hasSize(2);
        assertThat(state.version()).isEqualTo(text("run_elements", "r1_1_AAAA", "_etag"));
    }

    @Test
    void anActionIsTakenBackAsAWhole() {
        lab.goodLane("r1", 1, "AAAA", "CCCC");
        lab.perform(ELEMENT + "'review_entities': ['r1_1_AAAA'], 'reviewed': 'fail', 'comment': 'wrong tube'}");
        List<String> before = everything();
        String action = lab.perform(AUTOMATIC.formatted(", 'override': true"))
                .data()
                .getString("action_id")
                .getValue();
        assertThat(everything()).isNotEqualTo(before);
        lab.perform("{'action_type': 'undo', 'action_id': '" + action + "'}");
        assertThat(everything()).as("to the byte").isEqualTo(before);
        assertThat(lab.actions
                        .standing("run_elements", List.of("r1_1_AAAA"))
                        .get(0)
                        .current())
                .as("the verdict is the person's again")
                .hasSize(1);
    }

    /** All documents but actions, with what they add up to; without etag and time of the last change. */
    private static List<String> everything() {
        return Stream.of("run_elements", "lanes", "runs", "samples", "projects")
                .flatMap(resource ->
                        lab.reporting.reader().find(lab.reporting.schema(resource), new BsonDocument()).stream())
                .map(document -> {
                    BsonDocument rest = Bson.copy(document);
                    rest.remove("_etag");
                    rest.remove("_updated");
                    return rest.toJson();
                })
                .toList();
    }

    @Test
    void whatHasChangedSinceIsNotTakenBack() {
        lab.goodLane("r1", 1, "AAAA", "CCCC");
        String action = lab.perform(AUTOMATIC.formatted(""))
                .data()
                .getString("action_id")
                .getValue();
        lab.perform(ELEMENT + "'review_entities': ['r1_1_CCCC'], 'reviewed': 'fail', 'comment': 'wrong tube'}");
        assertThatExceptionOfType(EtagMismatch.class)
                .isThrownBy(() -> lab.perform("{'action_type': 'undo', 'action_id': '" + action + "'}"))
                .withMessage("run_elements/r1_1_CCCC has changed since");
        assertThat(text("run_elements", "r1_1_AAAA", "reviewed")).isEqualTo("pass");
    }

    @Test
    void theTrailSaysWhoDecidedWhatAndWhy() {
        lab.goodLane("r1", 1, "AAAA");
        Origin.request("10.0.0.1", "request-1")
                .by("ann", "pipeline", "api")
                .during(() -> lab.perform(
                        ELEMENT + "'review_entities': ['r1_1_AAAA'], 'reviewed': 'fail', 'comment': 'wrong tube'}"));
        ObjectId id = lab.one("run_elements", "r1_1_AAAA").getObjectId("_id").getValue();
        List<TrailEntry> entries = lab.reporting.trail().list(TrailQuestion.of("run_elements", id), 10);
        assertThat(entries).extracting(TrailEntry::change).containsExactly("changed", "inserted");
        TrailEntry decided = entries.get(0);
        assertThat(decided.before().toJson()).isEqualTo("{\"reviewed\": \"not reviewed\"}");
        assertThat(decided.fields()).containsExactly("review_comments", "review_date", "reviewed");
        assertThat(decided.origin().by()).isEqualTo("ann");
        assertThat(decided.origin().token()).isEqualTo("pipeline");
        assertThat(decided.origin().address()).isEqualTo("10.0.0.1");
        assertThat(decided.origin().request()).isEqualTo("request-1");
        assertThat(decided.origin().action()).isEqualTo("manual_review");
        assertThat(decided.origin().why()).isEqualTo("wrong tube");
    }

    @Test
    void theActionSaysWhatWasDecidedAgainstTheRules() {
        lab.goodLane("r1", 1, "AAAA", "CCCC");
        BsonDocument info = lab.perform(LANE
                        + "'review_entities': ['r1_1'], 'reviewed': 'fail', 'useable': 'no', 'comment': 'wrong tube'}")
                .data()
                .getDocument("action_info");
        assertThat(info.toJson())
                .isEqualTo("{\"resource\": \"lanes\", \"review_entities\": [\"r1_1\"], \"reviewed\": \"fail\","
                        + " \"useable\": \"no\", \"comment\": \"wrong tube\","
                        + " \"overruled\": [\"r1_1_AAAA\", \"r1_1_CCCC\"]}");
    }
}

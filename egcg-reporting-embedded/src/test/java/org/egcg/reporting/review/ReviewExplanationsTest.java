package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.error.ReportingException.Malformed;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.query.Projection;
import org.egcg.reporting.query.ReadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewExplanationsTest extends InReviewLab {

    private static final String RUN = "{'action_type': 'automatic_run_review', 'run_id': 'r1'}";

    @Test
    void theExplanationIsStoredAndShownToThoseWhoNameIt() {
        lab.goodLane("r1", 1, "AAAA");
        lab.perform(RUN);
        BsonDocument action = lab.actions(Projection.parse("action_id", "{\"action_info.reviews\": 1}"))
                .get(0);
        BsonDocument lane =
                action.getDocument("action_info").getArray("reviews").get(0).asDocument();
        assertThat(lane.getString("id").getValue()).isEqualTo("r1_1");
        assertThat(lane.getString("thresholds").getValue())
                .isEqualTo(ShippedThresholds.read().version());
        assertThat(lane.getArray("metrics")).hasSize(8).allSatisfy(metric -> assertThat(metric.asDocument())
                .containsKeys("metric", "name", "value", "comparison", "threshold", "verdict"));
        for (String projection :
                List.of("", "{\"action_info\": 1}", "{\"started_by\": 0}", "{\"action_info.run_id\": 1}")) {
            assertThat(lab.actions(Projection.parse("action_id", projection))
                            .get(0)
                            .getDocument("action_info"))
                    .as(projection)
                    .containsOnlyKeys("run_id");
        }
        assertThat(lab.reporting
                        .reader()
                        .item(
                                lab.reporting.schema("actions"),
                                action.getObjectId("_id").getValue(),
                                ReadRequest.everything())
                        .orElseThrow()
                        .getDocument("action_info"))
                .containsOnlyKeys("run_id");
    }

    @Test
    void anExplanationSaysThatNoOrderIsKnown() {
        lab.goodSample("sample_4", "");
        Review review = lab.actions.explain("samples", "sample_4").get(0);
        assertThat(review.verdict().word()).isEqualTo("no order known");
        assertThat(review.verdict().reasons()).containsExactly("no order known for Yield");
    }

    @Test
    void anExplanationIsWhatAReviewWouldStoreAndWritesNothing() {
        lab.goodLane("r1", 1, "AAAA");
        lab.goodLane("r1", 2);
        String before = JsonWriter.text(lab.one("run_elements", "r1_1_AAAA"));
        List<Review> lanes = lab.actions.explain("runs", "r1");
        assertThat(lanes).extracting(Review::id).containsExactly("r1_1", "r1_2");
        assertThat(lab.actions.explain("lanes", "r1_1")).containsExactly(lanes.get(0));
        assertThat(JsonWriter.text(lab.one("run_elements", "r1_1_AAAA"))).isEqualTo(before);
        assertThat(lab.actions(Projection.everything())).isEmpty();
        lab.perform(RUN);
        BsonValue stored = lab.actions(Projection.parse("action_id", "{\"action_info.reviews\": 1}"))
                .get(0)
                .getDocument("action_info")
                .getArray("reviews")
                .get(1);
        assertThat(JsonWriter.text(stored))
                .isEqualTo(JsonWriter.text(lanes.get(1).explanation()));
    }

    @Test
    void otherThresholdsShowWhatWouldBe() {
        lab.goodLane("r1", 1, "AAAA");
        Thresholds strict = lab.actions
                .thresholds()
                .changed(JsonReader.read(
                                "{\"lane\": {\"aggregated.yield_in_gb\": {\"value\": 200.5}, \"aggregated.pc_q30_r1\": null}}")
                        .asDocument());
        Review review = lab.actions.explain("lanes", "r1_1", strict).get(0);
        assertThat(review.verdict().comments()).isEqualTo("Failed due to Yield < 200.5");
        assertThat(review.findings()).hasSize(7);
        assertThat(review.thresholds())
                .isEqualTo(strict.version())
                .isNotEqualTo(lab.actions.thresholds().version());
        assertThat(lab.actions.explain("lanes", "r1_1").get(0).verdict()).isEqualTo(new Verdict.Pass());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"lane": {"x": {"value": 1}}}                             | thresholds: lane.x.comparison: is missing
            {"lane": {"x": {"value": "1; drop", "comparison": ">"}}}  | thresholds: lane.x.value: must be a number
            {"lane": 5}                                               | thresholds: lane: must be a mapping
            {"run": {}}                                               | thresholds: run: unknown key
            """, quoteCharacter = '\'')
    void otherThresholdsThatAreNoneAreRefused(String patch, String message) {
        BsonDocument change = JsonReader.read(patch).asDocument();
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> lab.actions.thresholds().changed(change))
                .withMessage(message);
    }

    @Test
    void onlyWhatIsReviewedCanBeExplained() {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> lab.actions.explain("", "p1"));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> lab.actions.explain("lanes", ""));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> lab.actions.explain("projects", "p1"))
                .withMessageStartingWith("There are reviews of lanes,");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> lab.actions.explain("lanes", "r9_1"))
                .withMessage("No data found for lane id r9_1.");
    }
}

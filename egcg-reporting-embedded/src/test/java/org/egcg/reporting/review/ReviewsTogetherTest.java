package org.egcg.reporting.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.bson.BsonDocument;
import org.egcg.reporting.error.ReportingException.NotFound;
import org.egcg.reporting.query.Projection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews of several rows by one click. */
class ReviewsTogetherTest extends InReviewLab {

    private static final List<String> SAMPLES = List.of("s1", "s2", "s3");

    @BeforeEach
    void threeSamplesAreOrderedInTheLims() {
        SAMPLES.forEach(sample ->
                lab.clarity.know(sample, BsonDocument.parse("{'Required Yield (Gb)': 30, 'Coverage (X)': 15}")));
        SAMPLES.forEach(sample -> lab.goodSample(sample, ""));
        lab.counter.reset();
    }

    private static int questions(String collection) {
        return lab.counter.of("find", collection) + lab.counter.of("aggregate", collection);
    }

    @Test
    void storeAndLimsAreAskedOnceForAllSamples() {
        List<Judgement> judgements = lab.actions.explain("samples", SAMPLES);
        assertThat(judgements).extracting(Judgement::id).isEqualTo(SAMPLES);
        assertThat(judgements).allMatch(judgement -> judgement.judged().size() == 1);
        assertThat(questions("samples")).isEqualTo(1);
        assertThat(lab.calls()).containsExactly("GET /samples?name=s1&name=s2&name=s3", "POST /samples/batch/retrieve");
    }

    @Test
    void performingAsksTheLimsNothingMoreAndStoresAnActionForEach() {
        List<Judgement> judgements = lab.actions.explain("samples", SAMPLES);
        int asked = lab.calls().size();
        lab.actions.perform("samples", judgements, "a_user");
        assertThat(lab.calls()).hasSize(asked);
        assertThat(SAMPLES).allSatisfy(id -> assertThat(
                        lab.one("samples", id).getString("reviewed").getValue())
                .isEqualTo(judgements
                        .get(SAMPLES.indexOf(id))
                        .judged()
                        .get(0)
                        .review()
                        .verdict()
                        .reviewed()));
        assertThat(lab.actions(Projection.everything())).hasSize(3);
    }

    @Test
    void runsAreReadOnceWithAllOfTheirLanes() {
        lab.goodLane("r1", 1, "AAAA");
        lab.goodLane("r1", 2, "CCCC");
        lab.goodLane("r2", 1, "GGGG");
        lab.counter.reset();
        List<Judgement> judgements = lab.actions.explain("runs", List.of("r1", "r2"));
        assertThat(questions("lanes")).isEqualTo(1);
        assertThat(judgements)
                .extracting(judgement -> judgement.judged().size())
                .containsExactly(2, 1);
        lab.actions.perform("runs", judgements, "a_user");
        assertThat(lab.one("run_elements", "r2_1_GGGG").getString("reviewed").getValue())
                .isEqualTo("pass");
    }

    @Test
    void whatIsMissingIsSaidAndEndsThePerformance() {
        List<Judgement> judgements = lab.actions.explain("samples", List.of("s1", "nowhere", "s2"));
        assertThat(judgements)
                .extracting(Judgement::missing)
                .containsExactly("", "No data found for sample id nowhere.", "");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> lab.actions.perform("samples", judgements, "a_user"))
                .withMessage("No data found for sample id nowhere.");
        assertThat(lab.actions(Projection.everything())).as("that of s1").hasSize(1);
    }
}

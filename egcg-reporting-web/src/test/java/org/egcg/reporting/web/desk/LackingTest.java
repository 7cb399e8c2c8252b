package org.egcg.reporting.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bson.BsonInt32;
import org.egcg.reporting.review.Requirements;
import org.junit.jupiter.api.Test;

class LackingTest {

    private static final String AWAY = "Clarity does not answer.";

    @Test
    void aVerdictByAllLimitsCountsThoughNothingCanBeDecided() {
        Lacking lacking = Lacking.answer("S1", AWAY, new Requirements(new BsonInt32(120), new BsonInt32(30)));
        assertThat(lacking.verdict()).isEmpty();
        assertThat(lacking.held()).startsWith(AWAY).endsWith("so nothing can be decided on S1 without it.");
    }

    @Test
    void whatIsNotKnownOfTheOrderIsNamed() {
        Lacking coverage =
                Lacking.answer("S1", AWAY, new Requirements(Optional.of(new BsonInt32(120)), Optional.empty()));
        assertThat(coverage.verdict())
                .isEqualTo(
                        "Clarity does not answer. Which coverage was ordered is not known. The verdict is by the other limits alone.");
        assertThat(Lacking.answer("S1", AWAY, Requirements.UNKNOWN).verdict()).contains("Which yield and coverage was");
    }

    @Test
    void whereNobodySaysWhatWasOrderedPeopleDecide() {
        Lacking lacking = Lacking.order("Sample S1 does not have a target coverage");
        assertThat(lacking.verdict())
                .isEqualTo("Sample S1 does not have a target coverage. The verdict is by the other limits alone, and a"
                        + " decision needs a reason.");
        assertThat(lacking.held()).isEmpty();
    }
}

package org.egcg.reporting.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDouble;
import org.egcg.reporting.review.Comparison;
import org.egcg.reporting.review.Finding;
import org.egcg.reporting.review.Limit;
import org.egcg.reporting.review.Standing;
import org.egcg.reporting.review.Threshold;
import org.egcg.reporting.review.When;
import org.junit.jupiter.api.Test;

class LimitLinesTest {

    private static Lane lane(String sequencer, double limit) {
        Threshold threshold = new Threshold(
                "aggregated.pc_q30",
                "PC Q30",
                "%Q30",
                "%",
                Optional.empty(),
                Comparison.AT_LEAST,
                Limit.of(limit),
                Optional.empty(),
                false,
                new When(Map.of()));
        Finding finding = new Finding(threshold, new BsonDouble(82), Standing.PASS);
        return new Lane("l", "r", LocalDate.of(2026, 3, 1), sequencer, 82, Optional.of(finding));
    }

    private static BsonArray lines(Lane... lanes) {
        return new LimitLines(List.of(lanes)).document();
    }

    @Test
    void oneLimitHoldsForAllSeries() {
        assertThat(lines(lane("A1", 75), lane("B2", 75)))
                .isEqualTo(BsonArray.parse("[{value: 75.0, least: true, label: 'review: at least 75%'}]"));
    }

    @Test
    void limitsThatDifferSayForWhichSeriesTheyHold() {
        assertThat(lines(lane("A1", 75), lane("B2", 85), lane("C3", 75))).isEqualTo(BsonArray.parse("""
                        [{value: 75.0, least: true, label: 'review: at least 75% (A1, C3)', series: ['A1', 'C3']},
                         {value: 85.0, least: true, label: 'review: at least 85% (B2)', series: ['B2']}]"""));
    }

    @Test
    void theLimitOfMostSeriesNamesNoneOfThemWhereTheyAreMany() {
        BsonArray lines = lines(lane("A1", 75), lane("B2", 85), lane("C3", 75), lane("D4", 75), lane("E5", 75));
        assertThat(lines.get(0).asDocument().getString("label").getValue())
                .isEqualTo("review: at least 75% (all others)");
    }
}

package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.egcg.reporting.review.Subject;
import org.junit.jupiter.api.Test;

class LegendTest {

    @Test
    void onlySignsThatAreOnThePageAreExplained() {
        Layout lanes =
                Tables.judged("lane_aggregation", "lane_id", Subject.LANE).marking(Mark.Rule.FILTERING);
        Rows rows = Tables.rows(
                lanes,
                "{lane_id: 'A', aggregated: {pc_q30: 60, trim_r1: 4}}",
                "{lane_id: 'B', aggregated: {pc_q30: 90}}");
        assertThat(Tables.view(rows, "lane_number", Map.of()).legend())
                .isEqualTo(List.of(
                        new Legend.Entry("▼", "outside its limit"),
                        new Legend.Entry("T", "reads trimmed or tiles removed")));
        assertThat(Tables.view(Tables.rows(lanes), "lane_number", Map.of()).legend())
                .isEmpty();
    }
}

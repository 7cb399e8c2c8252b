package org.egcg.reporting.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinsTest {

    private static List<Lane> daily(int days) {
        LocalDate first = LocalDate.of(2025, 3, 3);
        return IntStream.range(0, days)
                .mapToObj(i -> new Lane("r" + i + "_1", "r" + i, first.plusDays(i), "all", i))
                .toList();
    }

    @Test
    void fewDaysStayDays() {
        assertThat(Bins.of(daily(60))).isEmpty();
    }

    @Test
    void aYearOfBoxesIsOneOfWeeksAndTwoYearsAreMonths() {
        assertThat(Bins.of(daily(61))).contains(CalendarInterval.WEEK);
        assertThat(Bins.of(daily(365))).contains(CalendarInterval.WEEK);
        assertThat(Bins.of(daily(730))).contains(CalendarInterval.MONTH);
        LaneChart chart = new LaneChart(Plot.BOX, "", daily(365));
        assertThat(chart.document().getString("bin").getValue()).isEqualTo("week");
        assertThat(chart.document().getArray("series").get(0).asDocument().getArray("x")).hasSizeLessThan(54);
    }

    @Test
    void pointsStayOnTheirDays() {
        LaneChart chart = new LaneChart(Plot.POINTS, "", daily(365));
        assertThat(chart.document().getString("bin").getValue()).isEmpty();
        assertThat(chart.document().getArray("series").get(0).asDocument().getArray("x")).hasSize(365);
    }
}

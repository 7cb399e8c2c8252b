package org.egcg.reporting.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.egcg.reporting.web.chart.Turnaround.By;
import org.egcg.reporting.web.chart.Turnaround.Finished;
import org.junit.jupiter.api.Test;

class TurnaroundTest {

    private static final LocalDateTime NEW_YEAR = LocalDateTime.of(2018, 1, 1, 0, 0);
    private static final Finished S3 = after("S3", 42);

    private static Finished after(String name, int days) {
        return new Finished(name, "X002", NEW_YEAR, NEW_YEAR.plusDays(days));
    }

    @Test
    void sixWeeksAreSixWeeks() {
        assertThat(S3.weeks()).isEqualTo(6.0);
    }

    @Test
    void aSampleCountsWhenItCameOrWhenItLeft() {
        assertThat(new Turnaround(CalendarInterval.QUARTER, By.RECEIVED, List.of(S3)).group(S3))
                .isEqualTo("Q1 2018");
        assertThat(new Turnaround(CalendarInterval.MONTH, By.DELIVERED, List.of(S3)).group(S3))
                .isEqualTo("Feb 2018");
    }

    @Test
    void whatTookFarLongerIsAPointOfItsOwn() {
        int[] weeks = {1, 2, 2, 3, 42};
        List<Finished> samples = IntStream.range(0, weeks.length)
                .mapToObj(i -> after("S" + i, weeks[i] * 7))
                .toList();
        BsonDocument drawn = new Turnaround(CalendarInterval.QUARTER, By.RECEIVED, samples).document();
        assertThat(drawn.getArray("groups")).hasSize(1);
        BsonDocument group = drawn.getArray("groups").get(0).asDocument();
        assertThat(group.getInt32("n").getValue()).isEqualTo(5);
        assertThat(group.getDouble("mean").getValue()).isEqualTo(10);
        assertThat(drawn.getArray("outliers")).hasSize(1);
        assertThat(drawn.getArray("outliers").get(0).asArray().get(1).asDouble().getValue())
                .isEqualTo(42);
        assertThat(drawn.getArray("outliers").get(0).asArray().get(2).asString().getValue())
                .isEqualTo("S4");
    }

    @Test
    void groupsAreInTheOrderOfTime() {
        Turnaround turnaround =
                new Turnaround(CalendarInterval.MONTH, By.DELIVERED, List.of(after("B", 42), after("A", 10)));
        assertThat(turnaround.rows().stream().map(row -> row.getString("group").getValue()))
                .containsExactly("Jan 2018", "Feb 2018");
    }
}

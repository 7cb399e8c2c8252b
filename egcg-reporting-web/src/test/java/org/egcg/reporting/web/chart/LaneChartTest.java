package org.egcg.reporting.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneChartTest {

    private static final String RUN = "180601_E00306_0101_AH1";
    private static final List<Lane> LANES =
            List.of(lane(3, "2018-06-03", "B", 80), lane(1, "2018-06-01", "A", 87.5), lane(2, "2018-06-01", "A", 88.5));

    private static Lane lane(int number, String day, String group, double value) {
        return new Lane(RUN + "_" + number, RUN, LocalDate.parse(day), group, value);
    }

    private static List<BsonDocument> series(Plot plot) {
        return new LaneChart(plot, "pool", LANES)
                .document().getArray("series").stream()
                        .map(BsonValue::asDocument)
                        .toList();
    }

    private static List<String> names(Plot plot) {
        return series(plot).stream()
                .map(series -> series.getString("name").getValue())
                .toList();
    }

    @Test
    void eachGroupIsASeriesInTheOrderOfNames() {
        assertThat(names(Plot.POINTS)).containsExactly("A", "B");
        assertThat(names(Plot.POINTS_SMOOTH)).containsExactly("A", "smooth A", "B", "smooth B");
        assertThat(names(Plot.MEAN_SMOOTH)).containsExactly("A", "smooth A", "B", "smooth B");
        assertThat(series(Plot.BOX).get(0).getString("tip").getValue()).isEqualTo("pool A");
    }

    @Test
    void aMeanIsThatOfItsDay() {
        BsonDocument mean = series(Plot.MEAN).get(0);
        assertThat(mean.getArray("y").get(0).asDouble().getValue()).isEqualTo(88);
        assertThat(mean.getArray("n").get(0).asInt32().getValue()).isEqualTo(2);
        assertThat(mean.getArray("x")).hasSize(1);
    }

    @Test
    void rowsSayWhatIsDrawn() {
        BsonDocument row = new LaneChart(Plot.BOX, "", LANES).rows().get(0);
        assertThat(row.getString("date").getValue()).isEqualTo("2018-06-01");
        assertThat(row.getDouble("low").getValue()).isEqualTo(87.5);
        assertThat(row.getInt32("lanes").getValue()).isEqualTo(2);
    }

    @Test
    void noLanesAreNoSeries() {
        assertThat(new LaneChart(Plot.BOX, "", List.of()).document().getArray("series"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1;2;300,0", "1.5;1.55,4", "1.5;2.1,3", "1.5;9,2", "1.5;90,1", "1.5;900,0", "4.25,4"})
    void decimalsFollowTheSpan(String values, int decimals) {
        assertThat(Decimals.of(java.util.Arrays.stream(values.split(";"))
                        .mapToDouble(Double::parseDouble)
                        .toArray()))
                .isEqualTo(decimals);
    }
}

package org.egcg.reporting.web.plate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class PositionEffectsTest {

    private static PositionEffects of(PlateSize size, BiFunction<WellPosition, Double, Double> value) {
        Random random = new Random(24);
        Map<WellPosition, Double> values = new LinkedHashMap<>();
        for (int row = 0; row < size.rows(); row++) {
            for (int column = 0; column < size.columns(); column++) {
                WellPosition place = new WellPosition(row, column);
                values.put(place, value.apply(place, 100 + random.nextGaussian()));
            }
        }
        return new PositionEffects(size, values);
    }

    @Test
    void aColumnThatIsLowerIsNamedWithHowMuchAndHowSurely() {
        PositionEffects effects = of(PlateSize.OF_96, (place, value) -> place.column() == 11 ? value * 0.96 : value);
        assertThat(effects.comparisons()).isEqualTo(8 + 12 + 1);
        assertThat(effects.sentences().get(0))
                .matches(
                        "Column 12 is [34](\\.\\d+)?% lower than the other wells \\(median 9\\d(\\.\\d)? against \\d+, "
                                + "p < 0\\.001\\)\\.");
    }

    @Test
    void anEdgeThatIsHigherIsFoundOnALargePlate() {
        PositionEffects effects = of(
                PlateSize.OF_384,
                (place, value) -> place.row() % 15 == 0 || place.column() % 23 == 0 ? value + 2 : value);
        assertThat(effects.sentences().get(0)).startsWith("The edge is 2").contains("higher");
    }

    @Test
    void chanceIsNoEffect() {
        assertThat(of(PlateSize.OF_96, (place, value) -> value).sentences())
                .containsExactly("No row, no column and no edge differs from the other wells.");
    }

    @Test
    void wellsThatAreAllAlikeHaveNoEffect() {
        assertThat(of(PlateSize.OF_96, (place, value) -> 5.0).sentences())
                .containsExactly("No row, no column and no edge differs from the other wells.");
    }

    @Test
    void ofAFewWellsNothingCanBeSaid() {
        Map<WellPosition, Double> few = new LinkedHashMap<>();
        for (int row = 0; row < 8; row++) {
            few.put(new WellPosition(row, 0), (double) row);
        }
        assertThat(new PositionEffects(PlateSize.OF_96, few).sentences())
                .containsExactly("Too few values to look for effects of position.");
    }
}

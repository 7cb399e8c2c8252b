package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.egcg.reporting.web.table.CellValue.Decimal;
import org.egcg.reporting.web.table.CellValue.Empty;
import org.egcg.reporting.web.table.CellValue.Several;
import org.egcg.reporting.web.table.CellValue.Text;
import org.egcg.reporting.web.table.CellValue.Whole;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void wellsStandByRowAndThenByColumn() {
        List<CellValue> wells = texts("A:1", "A:2", "A:10", "A:11", "B:1", "H:12", "P:24", "AA:1", "AF:48");
        List<CellValue> mixed = new ArrayList<>(wells);
        Collections.shuffle(mixed, new Random(1));
        mixed.sort(Order.ASCENDING);
        assertThat(mixed).isEqualTo(wells);
        mixed.sort(Order.DESCENDING);
        assertThat(mixed.get(0)).isEqualTo(new Text("AF:48"));
    }

    @Test
    void otherTextIgnoresCaseAndDoesNotLookForNumbers() {
        List<CellValue> cells = new ArrayList<>(texts("b", "A10", "a2", "A:1x", "A:10"));
        cells.addAll(List.of(Empty.EMPTY, new Whole(7), new Decimal(3.5)));
        cells.sort(Order.ASCENDING);
        assertThat(cells).extracting(CellValue::text).containsExactly("3.5", "7", "A:10", "A10", "a2", "A:1x", "b", "");
    }

    @Test
    void emptyCellsComeLastWhateverTheDirection() {
        List<CellValue> cells = new ArrayList<>(List.of(Empty.ABSENT, new Whole(1), Empty.EMPTY, new Whole(2)));
        cells.sort(Order.ASCENDING);
        assertThat(cells).containsExactly(new Whole(1), new Whole(2), Empty.ABSENT, Empty.EMPTY);
        cells.sort(Order.DESCENDING);
        assertThat(cells).containsExactly(new Whole(2), new Whole(1), Empty.ABSENT, Empty.EMPTY);
    }

    @Test
    void momentsOfOneSecondStandByItsParts() {
        LocalDateTime noon = LocalDateTime.of(2027, 3, 4, 12, 0);
        List<CellValue> dates = Stream.of(noon.minusSeconds(1), noon, noon.plusNanos(9), noon.plusNanos(80_000_000))
                .<CellValue>map(CellValue.Moment::new)
                .toList();
        List<CellValue> mixed = new ArrayList<>(dates);
        Collections.reverse(mixed);
        mixed.sort(Order.ASCENDING);
        assertThat(mixed).isEqualTo(dates);
    }

    private static List<CellValue> texts(String... texts) {
        return Stream.of(texts).<CellValue>map(Text::new).toList();
    }

    /** Sorting fails on an order in which a comes before b, b before c, and c before a. */
    @Test
    void theOrderHasNoCircles() {
        List<CellValue> cells = new ArrayList<>(texts("A:2", "A:10", "A:15x", "a:3", "B:1", "", "Z"));
        cells.addAll(List.of(new Several(texts("A:9")), new Several(texts("A:1", "x")), new Whole(3)));
        for (CellValue a : cells) {
            for (CellValue b : cells) {
                for (CellValue c : cells) {
                    if (Order.ASCENDING.compare(a, b) < 0 && Order.ASCENDING.compare(b, c) < 0) {
                        assertThat(Order.ASCENDING.compare(a, c))
                                .as("%s %s %s", a, b, c)
                                .isNegative();
                    }
                }
            }
        }
    }
}

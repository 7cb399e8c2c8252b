package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTest {

    @Test
    void wellsStandByRowAndThenByColumn() {
        List<String> wells = List.of("A:1", "A:2", "A:10", "A:11", "B:1", "H:12", "P:24", "AA:1", "AF:48");
        List<String> mixed = new ArrayList<>(wells);
        Collections.shuffle(mixed, new Random(1));
        mixed.sort(Order.ASCENDING);
        assertThat(mixed).isEqualTo(wells);
        mixed.sort(Order.DESCENDING);
        assertThat(mixed.get(0)).isEqualTo("AF:48");
    }

    @Test
    void otherTextIgnoresCaseAndDoesNotLookForNumbers() {
        List<Object> cells = Arrays.asList(null, "b", "A10", "a2", "A:1x", 7L, "A:10", 3.5);
        cells.sort(Order.ASCENDING);
        assertThat(cells).containsExactly(3.5, 7L, "A:10", "A10", "a2", "A:1x", "b", null);
    }

    /** Sorting fails on an order in which a comes before b, b before c, and c before a. */
    @Test
    void theOrderHasNoCircles() {
        List<Object> cells =
                List.of("A:2", "A:10", "A:15x", "a:3", "B:1", List.of("A:9"), List.of("A:1", "x"), 3L, "", "Z");
        for (Object a : cells) {
            for (Object b : cells) {
                for (Object c : cells) {
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

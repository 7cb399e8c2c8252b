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
        assertThat(cells).containsExactly(3.5, 7L, "A10", "a2", "A:10", "A:1x", "b", null);
    }
}

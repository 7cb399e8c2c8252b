package org.egcg.reporting.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuantityTest {

    @Test
    void countsAreGroupedWhateverTheLanguageOfTheServer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Quantity.count(12_000)).isEqualTo("12,000");
            assertThat(Quantity.count(999)).isEqualTo("999");
            assertThat(Quantity.count(1, "sample")).isEqualTo("1 sample");
            assertThat(Quantity.count(0, "sample")).isEqualTo("0 samples");
            assertThat(Quantity.count(1_234_567, "sample")).isEqualTo("1,234,567 samples");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void sumsAtTheFootOfATableAreGroupedToo() {
        Rows projects = Tables.rows(
                Tables.layout("project_status", "project_id"),
                "{project_id: 'A', nb_quoted_samples: 12000}",
                "{project_id: 'B', nb_quoted_samples: 5}");
        TableView view = Tables.view(projects, "project_id", Map.of());
        Column quoted = projects.layout().table().column("nb_quoted_samples").orElseThrow();
        assertThat(view.sum(quoted, view.matching())).isEqualTo("12,005");
    }
}

package org.egcg.reporting.web.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.egcg.reporting.web.table.Column;
import org.egcg.reporting.web.table.Format;
import org.egcg.reporting.web.table.Kind;
import org.egcg.reporting.web.table.TableDefinition;
import org.egcg.reporting.web.table.TableSpec;
import org.egcg.reporting.web.table.TableState;
import org.egcg.reporting.web.table.ValuePath;
import org.junit.jupiter.api.Test;

class ExportNameTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private static Column column(String name) {
        ValuePath path = ValuePath.of(name);
        return new Column(name, name, Optional.empty(), path, path, Format.of(Kind.TEXT), true, true, false, false);
    }

    private static TableState state(Map<String, String> query) {
        TableDefinition samples =
                new TableDefinition("samples", List.of(column("sample_id"), column("project_id")), false);
        TableSpec spec = TableSpec.full("samples", "Samples", samples, "sample_id", "samples");
        return spec.first().changedBy(query, samples);
    }

    @Test
    void itTellsPageFiltersAndDay() {
        assertThat(ExportName.of("/samples/toreview", "", state(Map.of("f.project_id", "EG0121", "q", "a b")), DAY))
                .isEqualTo("samples_toreview_EG0121_a-b_2026-11-28");
    }

    @Test
    void aPageOfSeveralTablesTellsWhich() {
        assertThat(ExportName.of("/projects/EG0117", "plates", state(Map.of()), DAY))
                .isEqualTo("projects_EG0117_plates_2026-11-28");
    }

    @Test
    void whateverIsFilteredItStaysAPlainNameOfSensibleLength() {
        String hostile = "../../\"; rm -rf\r\nX-Header: 1";
        String name = ExportName.of("/sample/%22%0d%0a", "t", state(Map.of("q", hostile.repeat(20))), DAY);
        assertThat(name).matches("[A-Za-z0-9._-]+").doesNotContain("..").hasSizeLessThan(140);
    }
}

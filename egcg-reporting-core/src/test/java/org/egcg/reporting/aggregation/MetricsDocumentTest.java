package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What readers are told about aggregated fields is what is computed. */
class MetricsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final Pattern NAMED = Pattern.compile("`aggregated\\.([a-z0-9_.]+)`");

    private final Relations relations = new Relations(new YieldTable(List.of(30), Map.of(120, 95)));

    /** A line of the document's tables. */
    private record Row(String field, String meaning, String formula, String unit) {}

    @Test
    void everyAggregatedFieldIsDefinedAndNoOther() throws IOException {
        Map<String, List<String>> documented = new LinkedHashMap<>();
        rows().forEach((resource, rows) ->
                documented.put(resource, rows.stream().map(Row::field).toList()));

        assertThat(documented)
                .isEqualTo(relations.all().stream().collect(Collectors.toMap(Relation::resource, Relation::fields)));
    }

    @Test
    void everyDefinitionHasASentenceAFormulaAndAUnit() throws IOException {
        assertThat(rows().values()).allSatisfy(rows -> assertThat(rows).allSatisfy(row -> {
            assertThat(row.meaning()).matches("[A-Z].*\\.");
            assertThat(row.formula()).contains("`");
            assertThat(row.unit()).isNotBlank();
        }));
    }

    @Test
    void formulasNameOnlyWhatIsComputedBeforeThem() throws IOException {
        rows().forEach((resource, rows) -> {
            List<String> before = new ArrayList<>();
            for (Row row : rows) {
                NAMED.matcher(row.formula())
                        .results()
                        .map(named -> named.group(1))
                        .forEach(named -> assertThat(before)
                                .as("%s %s", resource, row.field())
                                .contains(named));
                before.add(row.field());
            }
        });
    }

    private static Map<String, List<Row>> rows() throws IOException {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        List<Row> section = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.startsWith("## ")) {
                section = new ArrayList<>();
                rows.put(line.substring(3), section);
            } else if (line.startsWith("| `")) {
                section.add(row(line));
            }
        }
        return rows;
    }

    private static Row row(String line) {
        Matcher cells = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|")
                .matcher(line);
        assertThat(cells.matches()).as(line).isTrue();
        return new Row(cells.group(1), cells.group(2), cells.group(3), cells.group(4));
    }
}

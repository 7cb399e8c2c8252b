package org.egcg.reporting.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What readers are told about aggregated fields is what is computed. {@code -Dmetrics.write} writes it anew. */
class MetricsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");

    private final Relations relations = Relations.packaged(new YieldTable(List.of(30), Map.of(120, 95)));

    @Test
    void theDocumentIsWhatFollowsFromTheRelations() throws IOException {
        String expected = MetricsDocument.of(relations);
        if (System.getProperty("metrics.write") != null) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    @Test
    void everyFieldHasASentenceAFormulaAndAUnit() {
        assertThat(relations.all())
                .allSatisfy(relation -> assertThat(relation.fields()).allSatisfy(field -> {
                    assertThat(field.meaning()).as(field.name()).matches("[A-Z].*\\.");
                    assertThat(field.unit()).as(field.name()).isNotBlank();
                    assertThat(field.expression()).as(field.name()).isInstanceOf(Formula.class);
                }));
    }

    @Test
    void everyFunctionSaysWhatItAnswers() {
        assertThat(FormulaFunctions.with(new YieldTable(List.of(), Map.of())).meanings())
                .hasSizeGreaterThan(15)
                .allSatisfy((signature, meaning) -> {
                    assertThat(signature).matches("[a-z0-9_]+\\(.+\\)");
                    assertThat(meaning).isNotBlank();
                });
    }
}

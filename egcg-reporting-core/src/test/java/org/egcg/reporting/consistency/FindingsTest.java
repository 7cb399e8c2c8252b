package org.egcg.reporting.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.egcg.reporting.consistency.Inconsistency.Named;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void everyPageOfAFindingIsMarkedThoughTheFirstDocumentsAloneAreNamed() {
        Findings findings = new Findings();
        for (int run = 1; run <= 100; run++) {
            findings.add(
                    InconsistencyKind.ELEMENT_WITHOUT_PROJECT,
                    "P01",
                    "There is no project P01, but there are run elements of it.",
                    new Named("run_elements", "element " + run),
                    List.of(new Named("runs", "run " + run)));
        }
        assertThat(findings.all()).singleElement().satisfies(found -> {
            assertThat(found.count()).isEqualTo(100);
            assertThat(found.documents()).hasSize(Inconsistency.NAMED);
            assertThat(found.pages()).hasSize(100).contains(new Named("runs", "run 100"));
        });
    }
}

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

    private static void addNumber(Findings findings, String id) {
        Named document = new Named("lanes", id);
        findings.add(InconsistencyKind.IMPOSSIBLE_NUMBER, id, id + ": yield is -1.", document, List.of(document));
    }

    @Test
    void whatWasFoundElsewhereComesBehindAndIsCountedThoughItIsNotKept() {
        Findings findings = new Findings();
        addNumber(findings, "first");
        Findings later = new Findings();
        for (int lane = 1; lane <= Findings.KEPT + 5; lane++) {
            addNumber(later, "lane " + lane);
        }
        findings.append(later);
        assertThat(findings.all()).hasSize(Findings.KEPT);
        assertThat(findings.all().get(0).sentence()).startsWith("first");
        assertThat(findings.all().get(1).sentence()).startsWith("lane 1:");
        assertThat(findings.counts()).containsEntry(InconsistencyKind.IMPOSSIBLE_NUMBER, Findings.KEPT + 6L);
    }
}

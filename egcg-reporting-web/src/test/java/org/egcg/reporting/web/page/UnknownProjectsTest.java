package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.egcg.reporting.web.table.Misread;
import org.junit.jupiter.api.Test;

/** What is said above several projects of which nobody knows some. */
class UnknownProjectsTest {

    private static String said(List<String> unknown, List<String> others) {
        Misread misread = ProjectPage.misread(unknown, others);
        return misread.said() + " " + misread.instead();
    }

    @Test
    void theyAreNamedWithWhatIsShownInstead() {
        assertThat(said(List.of("NOPE"), List.of("EG0117")))
                .isEqualTo("NOPE is no project that the pipelines or the LIMS know, so only EG0117 is shown");
        assertThat(said(List.of("NOPE", "NONE"), List.of("EG0117", "EG0121")))
                .isEqualTo(
                        "NOPE, NONE are no projects that the pipelines or the LIMS know, so only the others are shown");
    }
}

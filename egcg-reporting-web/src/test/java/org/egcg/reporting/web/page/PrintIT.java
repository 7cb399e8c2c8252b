package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run, a sample and a project are printed as a report of a few pages, without what can only be clicked. */
class PrintIT extends PageChecks {

    private static final int MOST_PAGES = 3;

    @ParameterizedTest
    @CsvSource({
        "/run/261013_E00306_0402_AHJ5TCCX2, Lane 4",
        "/sample/EG0121P001H01, Dup. rate > 35",
        "/projects/EG0117, Tomas Lindqvist"
    })
    void aReportIsAFewPagesWithoutControls(String path, String said) throws IOException {
        page.navigate(path);
        try (PdfReader printed = new PdfReader(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
            assertThat(printed.getNumberOfPages()).isLessThanOrEqualTo(MOST_PAGES);
            assertThat(new PdfTextExtractor(printed).getTextFromPage(1))
                    .contains(said)
                    .doesNotContain("Copy link", "Export", "Log out", "Search all columns");
        }
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages look like on paper, as Chromium prints them. */
class PrintIT extends PageChecks {

    private static PdfReader printed(String address) throws IOException {
        page.addInitScript("window.print = () => {}");
        page.navigate(address);
        page.waitForLoadState();
        return new PdfReader(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)));
    }

    private static String text(PdfReader pdf) throws IOException {
        StringBuilder text = new StringBuilder();
        PdfTextExtractor extractor = new PdfTextExtractor(pdf);
        for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
            text.append(extractor.getTextFromPage(number)).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {AllPages.RUN, AllPages.SAMPLE, "/projects/EG0117"})
    void aRunASampleAndAProjectAreAReportOfThreePagesAtMost(String address) throws IOException {
        try (PdfReader pdf = printed(address)) {
            assertThat(pdf.getNumberOfPages()).isBetween(1, 3);
            assertThat(text(pdf)).doesNotContain("Copy link", "Paste ids", "Export");
        }
    }

    @Test
    void aListPrintsAllRowsThatMatch() throws IOException {
        page.navigate("/samples/all?q=EG0117P001&n=10&sort=sample_id");
        String last = page.locator(".pager .range b").innerText();
        assertThat(last).isEqualTo("1–10");
        page.navigate("/samples/all?q=EG0117P001&n=10&sort=-sample_id");
        String other = keys().get(0);
        try (PdfReader pdf = printed("/samples/all?q=EG0117P001&n=10&sort=sample_id&print=1")) {
            assertThat(text(pdf).replaceAll("\\s", "")).contains(other);
        }
        assertThat(keys()).hasSizeGreaterThan(10);
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the main page says of things that need attention, and where its links lead. */
class HomeIT extends PageChecks {

    private static final DateTimeFormatter API = DateTimeFormatter.ofPattern("dd_MM_uuuu_HH:mm:ss");
    private static final String RUN = "991231_E00306_0999_AHHOMEXX";

    @BeforeAll
    static void post() {
        Fixture.send(address, "projects", "{\"project_id\": \"HOME\"}");
        Fixture.send(address, "samples", """
                [{"sample_id": "HOME1", "project_id": "HOME"},
                 {"sample_id": "HOME2", "project_id": "HOME", "reviewed": "pass"},
                 {"sample_id": "HOME3", "project_id": "HOME"}]""");
        Fixture.send(address, "run_elements", """
                [{"run_element_id": "%1$s_1_A", "run_id": "%1$s", "lane": 1, "barcode": "A", "project_id": "HOME",
                  "sample_id": "HOME2", "library_id": "L", "bases_r1": 100000000000, "bases_r2": 100000000000,
                  "q30_bases_r1": 90000000000, "q30_bases_r2": 90000000000, "adaptor_bases_removed_r1": 0,
                  "adaptor_bases_removed_r2": 0,
                  "mapping_metrics": {"bam_file_reads": 1000, "duplicate_reads": 90, "picard_opt_dup_reads": 10}},
                 {"run_element_id": "%1$s_2_A", "run_id": "%1$s", "lane": 2, "barcode": "A", "project_id": "HOME",
                  "sample_id": "HOME2", "library_id": "L", "bases_r1": 100000000000, "bases_r2": 100000000000,
                  "q30_bases_r1": 50000000000, "q30_bases_r2": 50000000000, "adaptor_bases_removed_r1": 0,
                  "adaptor_bases_removed_r2": 0,
                  "mapping_metrics": {"bam_file_reads": 1000, "duplicate_reads": 90, "picard_opt_dup_reads": 10}}]""".formatted(RUN));
        Fixture.send(address, "lanes", """
                [{"lane_id": "%1$s_1", "run_id": "%1$s", "lane_number": 1, "run_elements": ["%1$s_1_A"]},
                 {"lane_id": "%1$s_2", "run_id": "%1$s", "lane_number": 2, "run_elements": ["%1$s_2_A"]}]""".formatted(RUN));
        Fixture.send(address, "runs", """
                {"run_id": "%1$s", "run_elements": ["%1$s_1_A", "%1$s_2_A"]}""".formatted(RUN));
        process("sample", "HOME1", "failed", 2, true);
        process("sample", "HOME2", "finished", 24 * 9, true);
        process("sample", "HOME3", "processing", 24 * 90, false);
        process("run", RUN, "finished", 24 * 4, true);
        until("HOME3");
        until(RUN);
    }

    /** Looks again until the page, which is kept for a moment, knows of something. */
    private static void until(String name) {
        page.navigate("/");
        for (int i = 0; i < 100 && !page.locator("main").innerText().contains(name); i++) {
            page.waitForTimeout(200);
            page.navigate("/");
        }
    }

    private static void process(String type, String name, String status, int hours, boolean ended) {
        String since = API.format(LocalDateTime.now(ZoneOffset.UTC).minusHours(hours));
        String id = "home_" + name;
        Fixture.send(address, "analysis_driver_stages", """
                {"stage_id": "%1$s_s", "analysis_driver_proc": "%1$s", "stage_name": "align", "date_started": "%2$s"%3$s}""".formatted(
                        id,
                        since,
                        ended
                                ? ", \"date_finished\": \"" + since + "\", \"exit_status\": "
                                        + (status.equals("failed") ? 9 : 0)
                                : ""));
        Fixture.send(address, "analysis_driver_procs", """
                {"proc_id": "%1$s", "dataset_type": "%2$s", "dataset_name": "%3$s", "status": "%4$s",
                 "start_date": "%5$s", "stages": ["%1$s_s"]%6$s}""".formatted(
                        id, type, name, status, since, ended ? ", \"end_date\": \"" + since + "\"" : ""));
    }

    private static Locator line(String heading) {
        page.navigate("/");
        return page.locator(".todo", new Page.LocatorOptions().setHasText(heading));
    }

    private static void show(Locator line) {
        line.locator("a.btn").click();
        page.waitForLoadState();
    }

    @Test
    void aFailedPipelineIsListedWithItsStageAndLeadsToTheSamples() {
        Locator line = line("Sample whose pipeline failed");
        assertThat(line.locator(".verdict").innerText()).isEqualTo("urgent");
        int count = Integer.parseInt(line.locator(".n").innerText());
        show(line);
        assertThat(page.url()).contains("/samples/all?f.sample_id=");
        assertThat(keys()).contains("HOME1").hasSize(count);
    }

    @Test
    void aRunThatNobodyDecidedOnIsListedAndLeadsToItsRow() {
        Locator line = line("Runs finished and not reviewed");
        int count = Integer.parseInt(line.locator(".n").innerText());
        show(line);
        assertThat(keys()).contains(RUN).hasSize(count);
    }

    @Test
    void samplesToReviewLeadToTheirTableAndByProject() {
        Locator line = line("Samples to review");
        int count = Integer.parseInt(line.locator(".n").innerText());
        line.locator("a.btn").click();
        page.waitForURL("**/samples/toreview");
        assertThat(keys()).contains("HOME2").hasSize(count);
        line("Samples to review").locator(".ids a").first().click();
        page.waitForURL("**/projects/**");
        assertThat(page.locator("#t-report .chip").count()).isEqualTo(2);
    }

    @Test
    void aPipelineThatRunsForMonthsIsListedAndShownAmongThoseThatRun() {
        Locator line = line("Samples processed for unusually long");
        assertThat(line.locator(".verdict").innerText()).isEqualTo("watch");
        Locator row = page.locator("#running tbody tr", new Page.LocatorOptions().setHasText("HOME3"));
        assertThat(row.innerText()).contains("align").contains("90\u00a0d");
        assertThat(row.locator("td.high").getAttribute("data-tip")).isNotBlank();
        show(line);
        assertThat(keys()).contains("HOME3");
    }

    @Test
    void samplesThatShouldHaveMovedLeadToTheReportOfTheirProjects() {
        Locator line = line("Samples that should have moved");
        int count = Integer.parseInt(line.locator(".n").innerText());
        show(line);
        assertThat(page.url()).contains("/projects/").contains("f.sample_id=");
        assertThat(page.locator("#t-report tbody > tr[data-key]").count()).isEqualTo(count);
    }

    @Test
    void theMostUrgentStandsFirst() {
        page.navigate("/");
        assertThat(page.locator(".todo .do .verdict").allInnerTexts())
                .isSortedAccordingTo(Comparator.comparing(List.of("urgent", "soon", "watch")::indexOf));
    }

    @Test
    void theNewestRunIsFirstWithASquarePerLane() {
        page.navigate("/");
        Locator run = page.locator("#newest tbody tr").first();
        assertThat(run.locator("th").innerText()).isEqualTo(RUN);
        assertThat(run.locator(".squares .sr").allTextContents())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("Lane 1: within limits"), second -> assertThat(second)
                                .isEqualTo("Lane 2: outside its limits: %Q30 < 75, %Q30 R1 < 70, %Q30 R2 < 70"));
        assertThat(run.innerText()).contains("70.0%").contains("to review");
        run.locator("a").click();
        page.waitForURL("**/run/" + RUN);
    }

    @Test
    void aStepOfTheLaboratoryLeadsToTheProjectsWithSamplesInIt() {
        page.navigate("/");
        assertThat(page.locator(".flow a").count()).isEqualTo(8);
        Locator step = page.locator(".flow a", new Page.LocatorOptions().setHasText("Delivery"));
        int count = Integer.parseInt(step.locator("b").innerText());
        step.click();
        page.waitForURL("**/project_status/**");
        assertThat(keys()).isNotEmpty();
        assertThat(count).isGreaterThanOrEqualTo(keys().size());
    }

    @Test
    void everyLinkOfThePageLeadsSomewhere() {
        page.navigate("/");
        for (Locator link : page.locator("main a").all()) {
            String href = link.getAttribute("href");
            assertThat(page.request().get(address + href).status()).as(href).isEqualTo(200);
        }
    }

    @Test
    void thePageHasNoAccessibilityFault() throws IOException {
        AccessibilityIT.check(page, "/");
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits for a decision is decided at the desk. */
class DeskIT extends PageChecks {

    private static final int SAMPLES = 100;
    private static final String RUN = "261101_E00306_0777_ADESKXXCXX";

    private static String get(String path) {
        return visitor.request()
                .get(
                        "/api/0.1/" + path,
                        RequestOptions.create().setHeader("Authorization", "Basic " + Fixture.basic(USER, PASSWORD)))
                .text()
                .replaceAll("\\s", "");
    }

    /** Samples of a project of which the pipelines have finished with all. */
    private static void samples(String project, int count) {
        Fixture.send(address, "projects", "{\"project_id\": \"" + project + "\"}");
        Fixture.send(
                address,
                "samples",
                all(
                        count,
                        "{\"sample_id\": \"%1$s%2$03d\", \"project_id\": \"%1$s\", \"library_id\": \"L\", \"useable\": \"not marked\", \"required_yield\": 30000000000, \"required_coverage\": 30}",
                        project));
        Fixture.send(
                address,
                "analysis_driver_procs",
                all(
                        count,
                        "{\"proc_id\": \"p_%1$s%2$03d\", \"dataset_type\": \"sample\", \"dataset_name\": \"%1$s%2$03d\", \"status\": \"finished\"}",
                        project));
    }

    private static String all(int count, String document, String project) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> document.formatted(project, number))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void waitFor(Page on, String id) {
        on.waitForFunction(
                "id => document.querySelector('#item:not(.loading)')?.dataset.id === id",
                id,
                new Page.WaitForFunctionOptions().setPollingInterval(20));
    }

    /** What comes after the item is there, or nothing is left; keys are not heard while the next item is read. */
    private static void waitForAnother(Page on, String id) {
        on.waitForFunction(
                "id => document.querySelector('#done, #item:not(.loading)')?.matches(`#done, [data-id]:not([data-id=\"${CSS.escape(id)}\"])`)",
                id);
    }

    private static String here(Page on) {
        return on.locator("#item").getAttribute("data-id");
    }

    @Test
    void aHundredSamplesAreDecidedByKeysAlone() {
        samples("DESK", SAMPLES);
        page.navigate("/review?project=DESK&kind=samples");
        assertThat(page.locator("#left").innerText()).isEqualTo("100");
        for (int done = 1; done <= SAMPLES; done++) {
            String id = here(page);
            page.keyboard().press(done % 10 == 0 ? "p" : "f");
            if (done % 10 == 0) {
                page.keyboard().type("seen by eye");
                page.keyboard().press("Enter");
            }
            waitForAnother(page, id);
        }
        page.locator("#done").waitFor();
        assertThat(get(
                        "samples?max_results=200&where={\"project_id\":\"DESK\",\"reviewed\":\"fail\",\"useable\":\"no\",\"useable_reviewer\":\""
                                + USER + "\"}"))
                .contains("\"total\":90");
        String passed = get("samples?where={\"project_id\":\"DESK\",\"reviewed\":\"pass\",\"useable\":\"yes\"}");
        assertThat(passed)
                .contains("\"total\":10", "\"review_comments\":\"seenbyeye\"", "\"review_date\":", "\"useable_date\":");
    }

    @Test
    void aLaboratoryWithoutLimsComesFromRunElementsToUseableSamplesByPagesAlone() {
        Fixture.send(address, "run_elements", """
                {"run_element_id": "%1$s_1_ACGT", "run_id": "%1$s", "lane": 1, "barcode": "ACGT", "project_id": "NOLIMS",
                 "sample_id": "NOLIMS001", "library_id": "L", "bases_r1": 1000000000, "bases_r2": 1000000000,
                 "q30_bases_r1": 900000000, "q30_bases_r2": 900000000, "useable": "not marked"}""".formatted(RUN));
        Fixture.send(address, "lanes", """
                {"lane_id": "%1$s_1", "run_id": "%1$s", "lane_number": 1, "run_elements": ["%1$s_1_ACGT"]}""".formatted(RUN));
        Fixture.send(address, "runs", "{\"run_id\": \"%1$s\", \"run_elements\": [\"%1$s_1_ACGT\"]}".formatted(RUN));
        samples("NOLIMS", 1);
        page.navigate("/review?project=NOLIMS&kind=lanes");
        waitFor(page, RUN + "_1");
        page.keyboard().press("p");
        page.keyboard().type("pooled with others");
        page.keyboard().press("Enter");
        page.locator("#done").waitFor();
        page.navigate("/run/" + RUN);
        assertThat(page.locator("#t-lanes tbody").innerText()).contains("pass");
        page.navigate("/review?project=NOLIMS");
        waitFor(page, "NOLIMS001");
        assertThat(page.locator("#item").innerText()).contains(RUN + "_1_ACGT");
        page.keyboard().press("p");
        page.keyboard().type("enough for us");
        page.keyboard().press("Enter");
        page.locator("#done").waitFor();
        page.navigate("/projects/NOLIMS");
        assertThat(page.locator("#t-report tbody").innerText()).contains("yes");
    }

    @Test
    void whoComesSecondIsToldWhatTheFirstDidAndWhatWasDoneIsTakenBack() {
        samples("TWO", 2);
        page.navigate("/review?project=TWO&item=samples:TWO001");
        Page second = visitor.newPage();
        second.navigate("/review?project=TWO&item=samples:TWO001");
        page.keyboard().press("f");
        waitFor(page, "TWO002");
        second.keyboard().press("p");
        second.keyboard().type("I like it");
        second.keyboard().press("Enter");
        second.locator("#said .note.fail").waitFor();
        assertThat(second.locator("#said").innerText()).contains("TWO001 has changed", USER + " decided", "fail");
        press(second, "Show it as it is now");
        second.getByText("Decided before").waitFor();
        second.close();
        page.keyboard().press("z");
        waitFor(page, "TWO001");
        assertThat(page.locator("#left").innerText()).isEqualTo("2");
        assertThat(get("samples/TWO001")).contains("\"useable\":\"notmarked\"");
    }

    @Test
    void keysGoForthAndBackAndTheHelpNamesThem() {
        samples("STEPS", 3);
        page.navigate("/review?project=STEPS&kind=samples");
        String first = here(page);
        page.keyboard().press("j");
        waitForAnother(page, first);
        page.keyboard().press("k");
        waitFor(page, first);
        page.keyboard().press("c");
        page.keyboard().type("jk");
        assertThat(here(page)).isEqualTo(first);
        assertThat(page.locator("#comment").inputValue()).isEqualTo("jk");
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]").innerText()).contains("Takes the last decision back");
        page.keyboard().press("Escape");
    }
}

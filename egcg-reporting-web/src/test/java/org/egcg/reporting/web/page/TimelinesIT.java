package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the timelines of pipelines show on the pages of runs, samples and projects. */
class TimelinesIT extends PageChecks {

    private static final DateTimeFormatter API = DateTimeFormatter.ofPattern("dd_MM_uuuu_HH:mm:ss");
    private static final String SAMPLE = "/sample/HOURS1";

    @BeforeAll
    static void post() {
        Fixture.send(address, "projects", "{\"project_id\": \"HOURS\"}");
        Fixture.send(address, "samples", "{\"sample_id\": \"HOURS1\", \"project_id\": \"HOURS\"}");
        Fixture.send(address, "runs", "{\"run_id\": \"180601_E00306_0102_AHHOURSXX\"}");
        process("sample", "HOURS1", "hours_old", "failed", """
                {"exit_status": 0, "date_finished": "22_06_2018_10:00:07"}""", """
                {"exit_status": 9, "date_finished": "22_06_2018_10:00:07"}""", "{}");
        process("sample", "HOURS1", "hours_new", "processing", """
                {"exit_status": 1, "date_finished": "22_06_2018_10:00:07"}""", "{}");
        process("run", "180601_E00306_0102_AHHOURSXX", "hours_run", "finished", """
                {"exit_status": 0, "date_finished": "22_06_2018_12:30:00"}""");
        process("project", "HOURS", "hours_project", "aborted");
    }

    /** A process whose stages all began at 9:12:34; of several, the last two are of the same name. */
    private static void process(String type, String name, String id, String status, String... ends) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            String stage = i == ends.length - 1 && i > 0 ? "stage" + (i - 1) : "stage" + i;
            ids.add('"' + id + i + '"');
            String began = i == ends.length - 1 && ends[i].equals("{}") && status.equals("processing")
                    ? API.format(LocalDateTime.now(ZoneOffset.UTC).minusHours(2))
                    : "22_06_2018_09:12:34";
            String end = ends[i].strip().replaceFirst("^\\{", "").replaceFirst("\\}$", "");
            Fixture.send(address, "analysis_driver_stages", """
                    {"stage_id": "%s%d", "analysis_driver_proc": "%s", "stage_name": "%s", "date_started": "%s"%s}""".formatted(
                            id, i, id, stage, began, end.isBlank() ? "" : ", " + end));
        }
        Fixture.send(address, "analysis_driver_procs", """
                {"proc_id": "%s", "dataset_type": "%s", "dataset_name": "%s", "status": "%s", "stages": %s,
                 "pipeline_used": {"name": "bcbio", "toolset_type": "human", "toolset_version": 2},
                 "start_date": "22_06_2018_09:%s:00"%s}""".formatted(
                        id,
                        type,
                        name,
                        status,
                        ids,
                        status.equals("processing") ? "12" : "11",
                        status.equals("processing") ? ", \"pid\": 4711" : ", \"end_date\": \"22_06_2018_13:00:00\""));
    }

    private static List<String> classes(Locator bars) {
        return bars.all().stream()
                .map(bar -> bar.getAttribute("class").replaceFirst("bar ", ""))
                .map(words -> words.split(" ")[0])
                .toList();
    }

    @Test
    void aStageHasABarWithASignAndItsResultInWords() {
        page.navigate(SAMPLE);
        assertThat(page.locator("#processes > header").innerText()).contains("Number of times processed: 2");
        Locator old = page.locator("#processes details.process").nth(1);
        old.locator("> summary").click();
        assertThat(classes(old.locator(".bar"))).containsExactly("pass", "fail", "warn");
        assertThat(old.locator(".bar text").allInnerTexts()).hasSize(3);
        assertThat(old.locator(".stagenames .verdict").count()).isEqualTo(3);
        assertThat(old.locator(".bar").nth(1).getAttribute("aria-label"))
                .isEqualTo("stage1, try 1 of 2; Started: 22 Jun 2018 09:12:34; Finished: 22 Jun 2018 10:00:07;"
                        + " Exit status: 9; Time elapsed: 47\u00a0minutes");
        assertThat(old.locator(".bar").nth(2).locator("text").textContent()).isEqualTo("no end reported");
    }

    @Test
    void aTipOpensFromTheKeyboardWithSecondsThatAreTrue() {
        page.navigate(SAMPLE);
        page.locator(".process[open] .bar").first().focus();
        assertThat(page.locator("#tip").innerText())
                .contains("Started: 22 Jun 2018 09:12:34")
                .contains("Finished: 22 Jun 2018 10:00:07")
                .contains("Exit status: 1");
    }

    @Test
    void theNewestProcessIsOpenAndItsRunningStageReachesTheEnd() {
        page.navigate(SAMPLE);
        Locator newest = page.locator("#processes details.process").first();
        assertThat(newest.innerText()).contains("Running with pid: 4711").contains("human 2");
        assertThat(classes(newest.locator(".bar"))).containsExactly("fail", "busy");
        assertThat(newest.locator(".bar").nth(1).locator("text").textContent()).startsWith("running, 2\u00a0h");
        BoundingBox plot = newest.locator(".plot").boundingBox();
        BoundingBox bar = newest.locator(".bar rect").nth(1).boundingBox();
        assertThat(bar.x + bar.width).isBetween(plot.x + plot.width - 5, plot.x + plot.width + 5);
    }

    @Test
    void theStagesCanBeReadAsATable() {
        page.navigate(SAMPLE);
        Locator newest = page.locator("#processes details.process").first();
        newest.locator(".astable > summary").click();
        assertThat(newest.locator(".astable tbody tr").allInnerTexts())
                .hasSize(2)
                .anySatisfy(row -> assertThat(row)
                        .contains(
                                "stage0", "exit 1", "22 Jun 2018 09:12:34", "22 Jun 2018 10:00:07", "47\u00a0minutes"))
                .anySatisfy(row -> assertThat(row).contains("running"));
    }

    @Test
    void aTimelineCanBeZoomedFromTheKeyboardAndByDragging() {
        page.navigate("/run/180601_E00306_0102_AHHOURSXX");
        Locator bar = page.locator(".bar rect").first();
        double whole = bar.boundingBox().width;
        String ticks = page.locator(".ticks").first().textContent();
        page.locator(".zoom [aria-label='Zoom in']").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".ticks").first().textContent()).isNotEqualTo(ticks);
        page.locator(".zoom button", new Page.LocatorOptions().setHasText("Whole"))
                .click();
        assertThat(bar.boundingBox().width).isBetween(whole - 1, whole + 1);
        BoundingBox plot = page.locator(".plot").first().boundingBox();
        page.mouse().move(plot.x + plot.width * 0.2, plot.y + plot.height - 2);
        page.mouse().down();
        page.mouse().move(plot.x + plot.width * 0.3, plot.y + plot.height - 2);
        page.mouse().up();
        assertThat(page.locator(".zoom [aria-label='Zoom out']").first().isEnabled())
                .isTrue();
        assertThat(page.locator(".ticks text").count()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "svg"})
    void aTimelineIsAlsoAPicture(String kind) throws IOException {
        page.navigate(SAMPLE);
        Locator button = page.locator(".process[open] .zoom button", new Page.LocatorOptions().setHasText(kind));
        Download file = page.waitForDownload(button::click);
        assertThat(file.suggestedFilename())
                .startsWith("Stages_of_the_process_of_")
                .endsWith("." + kind);
        if (kind.equals("svg")) {
            assertThat(Files.readString(file.path()))
                    .startsWith("<svg")
                    .contains("Stages of the process of", ">stage0<", ">exit 1<", ">running, 2\u00a0h");
        } else {
            assertThat(ImageIO.read(file.path().toFile()).getWidth()).isGreaterThan(1200);
        }
    }

    @Test
    void aProcessWithoutStagesSaysSo() {
        page.navigate("/projects/HOURS");
        assertThat(page.locator("#processes").innerText())
                .contains("Number of times processed: 1")
                .contains("No stage was reported.");
    }

    @ParameterizedTest
    @ValueSource(strings = {SAMPLE, "/run/180601_E00306_0102_AHHOURSXX", "/projects/HOURS"})
    void noTimelineHasAnAccessibilityFault(String path) throws IOException {
        AccessibilityIT.check(page, path);
    }

    @Test
    void aTimelineFitsIntoAWindowOfEightHundredPixels() {
        page.setViewportSize(800, 900);
        page.navigate(SAMPLE);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(800);
        page.setViewportSize(1440, 900);
    }
}

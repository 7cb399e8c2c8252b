package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The first screen of a page says whether it is good, why not, and what is next. */
class FirstScreensIT extends PageChecks {

    private static final int SCREEN = 900;

    private static void isOnTheFirstScreen(Locator shown) {
        assertThat(shown.boundingBox().y + shown.boundingBox().height).isLessThanOrEqualTo(SCREEN);
    }

    @Test
    void aSampleSaysVerdictReasonFiguresAndWhatIsNext() {
        page.navigate("/sample/EG0121P001H01");
        assertThat(page.locator(".standing .verdict").innerText()).isEqualTo("fail");
        assertThat(page.locator(".standing").innerText()).contains("% duplicate reads > 35");
        assertThat(page.locator(".figures .bad").innerText()).startsWith("▲");
        assertThat(page.locator(".figures").innerText()).contains("Mean coverage");
        isOnTheFirstScreen(page.locator(".figures"));
        assertThat(page.locator("section.table").first().getAttribute("id")).isEqualTo("t-report");
    }

    @Test
    void aSampleWithoutDataSaysWhereItIs() {
        page.navigate("/sample/EG0126P002C01");
        assertThat(page.locator(".standing").innerText())
                .contains("no data yet", "Nothing is processed yet. The LIMS has it in: Sample submission.");
    }

    @Test
    void aProjectSaysWhatItIsHowFarItIsAndWhatIsWrong() {
        page.navigate("/projects/EG0117");
        assertThat(page.locator(".facts").innerText()).contains("Homo sapiens", "Quoted samples 16", "13 Jul 2026");
        assertThat(page.locator(".flow a").count()).isEqualTo(9);
        Locator failing = page.locator("#parts a.fail").first();
        assertThat(failing.innerText()).isEqualTo("1 outside limits");
        isOnTheFirstScreen(page.locator(".flow"));
        failing.click();
        page.waitForURL("**f.verdict=fail**");
        assertThat(page.locator("#t-report tbody tr[data-key]").count()).isEqualTo(1);
    }

    @Test
    void aStepOfAProjectLeadsToItsSamples() {
        page.navigate("/projects/EG0117");
        Locator step = page.locator(".flow a", new Page.LocatorOptions().setHasText("Sequencing"))
                .last();
        int count = Integer.parseInt(step.locator("b").innerText());
        step.click();
        page.waitForURL("**f.current_lims_status=sequencing**");
        assertThat(page.locator("#t-report tbody tr[data-key]").count()).isEqualTo(count);
    }

    @Test
    void stepsAndWhatIsInNoneOfThemAreAllSamplesOfTheProjects() {
        page.navigate("/projects/EG0117,EG0121");
        assertThat(page.locator(".facts").innerText()).contains("Samples 26");
        Locator elsewhere = page.locator(".flow + p a");
        assertThat(elsewhere.allInnerTexts()).containsExactly("1 removed", "1 to be replaced");
        int inSteps = page.locator(".flow b").allInnerTexts().stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(inSteps + elsewhere.count()).isEqualTo(26);
        elsewhere.last().click();
        page.waitForURL("**f.current_lims_status=replace**");
        assertThat(page.locator("#t-report tbody tr[data-key]").count()).isEqualTo(1);
    }

    @Test
    void aProjectThatNoPipelineProcessedAsAWholeSaysWhereProcessesOfSamplesAre() {
        page.navigate("/projects/EG0117");
        assertThat(page.locator("#processes").innerText())
                .contains("Number of times processed: 0")
                .contains("this project as a whole. How each sample was processed is told on its own page.");
    }

    @Test
    void aRunOpensOnTheLaneThatFails() {
        page.navigate(AllPages.RUN);
        assertThat(page.locator("[data-tabs=demultiplexing] .tabs a[aria-current]")
                        .innerText())
                .startsWith("Lane 4");
        assertThat(page.locator(".gauge .tick").count()).isEqualTo(8);
        assertThat(page.locator("#state").innerText()).contains("reviewed", "nothing is left to do", "RunCompleted");
        assertThat(page.locator(".runstate").first().innerText()).contains("lane 4 fails", "%Q30 < 75", "7 lanes pass");
        assertThat(page.locator(".pagehead .primary").count()).isZero();
    }

    @Test
    void aReviewOfAWholeRunBeginsInItsHead() {
        page.navigate(AllPages.RUN);
        page.locator(".pagehead button", new Page.LocatorOptions().setHasText("Start run review"))
                .click();
        assertThat(page.locator("dialog li").count()).isEqualTo(9);
        page.keyboard().press("Escape");
    }

    @Test
    void runsWithLanesOutsideTheirLimitsLookLikeIt() {
        page.navigate("/runs/all");
        Locator row = page.locator("tr[data-key='261013_E00306_0402_AHJ5TCCX2']");
        assertThat(row.locator(".squares li").count()).isEqualTo(8);
        assertThat(row.locator(".squares .fail").count()).isEqualTo(1);
        assertThat(row.locator(".squares .fail .sr").textContent()).contains("Lane 4", "%Q30 < 75");
    }

    @Test
    void whatDecidesAboutASampleIsInsideOfTheFirstScreen() {
        page.navigate("/samples/all?f.sample_id=~EG0121");
        for (String column : new String[] {
            "verdict",
            "verdict_reasons",
            "mean_coverage",
            "clean_yield_in_gb",
            "expected_yield",
            "pc_duplicate_reads",
            "reviewed",
            "current_lims_status"
        }) {
            Locator heading = page.locator("th[data-col=" + column + "]");
            assertThat(heading.boundingBox().x + heading.boundingBox().width)
                    .as(column)
                    .isLessThanOrEqualTo(1440);
        }
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done with selected rows: reviews in the LIMS, automatic reviews. */
class SelectionIT extends PageChecks {

    @Test
    void aRangeIsSelectedAndSurvivesSorting() {
        page.navigate("/samples/all");
        Locator boxes = page.locator("input[data-pick=row]");
        boxes.nth(1).click();
        boxes.nth(3).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(page.locator(".selbar").innerText()).contains("3 samples selected");
        page.locator("th[data-col=sample_id] a").click();
        page.waitForURL("**sort=sample_id");
        assertThat(page.locator(".selbar").innerText()).contains("3 samples selected");
    }

    @Test
    void aReviewNamesItsSamplesAndAnEmptyFormCannotBeSent() {
        page.navigate("/samples/all");
        List<String> some = new ArrayList<>(keys().subList(0, 2));
        Collections.sort(some);
        page.locator("input[data-pick=row]").nth(0).click();
        page.locator("input[data-pick=row]").nth(1).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start sample review"))
                .click();
        assertThat(page.locator("dialog").innerText()).contains("About to review the usability of 2 samples:");
        assertThat(page.locator("dialog tbody th").allInnerTexts()).isEqualTo(some);
        Locator confirm = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm"));
        assertThat(confirm.isDisabled()).isTrue();
        page.locator("#lims-user").fill("nobody");
        page.locator("#lims-password").fill("nothing");
        confirm.click();
        page.waitForSelector("dialog .note.fail");
        assertThat(page.locator("dialog .note.fail").innerText()).contains("Authentication in the LIMS", "failed");
        assertThat(confirm.isEnabled()).isTrue();
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start sample review"))
                .click();
        assertThat(page.locator("#lims-user").inputValue()).isEmpty();
        assertThat(page.locator("dialog .note").count()).isZero();
        page.keyboard().press("Escape");
    }

    @Test
    void anAutomaticReviewThatCannotBeDoneSaysWhy() {
        page.navigate("/samples/all?q=PAGES1");
        page.locator("input[data-pick=row]").nth(0).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Automatic review"))
                .click();
        page.locator("dialog").getByText("What the current thresholds say").waitFor();
        assertThat(page.locator("dialog").innerText()).contains("cannot be found in the Lims");
        page.keyboard().press("Escape");
    }

    private static final String GOOD = "EG0121P001G01";
    private static final String BAD = "EG0121P001H01";

    private static void select(String... samples) {
        page.navigate("/samples/all?q=" + (samples.length == 1 ? samples[0] : "EG0121P001"));
        for (String sample : samples) {
            page.locator("tr[data-key=" + sample + "] input[data-pick=row]").click();
        }
    }

    private static void automaticReview() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Automatic review"))
                .click();
        page.locator("dialog").getByText("What the current thresholds say").waitFor();
    }

    @Test
    void anAutomaticReviewShowsVerdictsBeforeAndAfterWithTheirReasons() {
        select(GOOD, BAD);
        automaticReview();
        assertThat(page.locator("dialog").innerText()).contains("Nothing has been written yet.");
        assertThat(cells(GOOD)).containsExactly("", GOOD, "not reviewed", "pass", "9 of 9 metrics within limits");
        assertThat(cells(BAD)).containsExactly("", BAD, "fail", "fail", "% duplicate reads 38.4%, must be 35% or less");
        page.keyboard().press("Escape");
    }

    private static List<String> cells(String sample) {
        return page.locator("dialog tbody tr", new Page.LocatorOptions().setHasText(sample))
                .locator("th, td")
                .allInnerTexts();
    }

    @Test
    void anAutomaticReviewIsWrittenWhenItIsConfirmed() {
        select(BAD);
        automaticReview();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Review automatically"))
                .click();
        page.locator("dialog")
                .getByText("Reviewed. These verdicts are written.")
                .waitFor();
        page.keyboard().press("Escape");
        assertThat(visitor.request()
                        .get(
                                "/api/0.1/actions?where={\"action_info.sample_id\":\"" + BAD + "\"}",
                                RequestOptions.create()
                                        .setHeader("Authorization", "Basic " + Fixture.basic(USER, PASSWORD)))
                        .text())
                .contains("automatic_sample_review");
    }

    @Test
    void aReviewInTheLimsShowsVerdictsAndARowCanBeLeftOut() {
        select(GOOD, BAD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start sample review"))
                .click();
        page.locator("dialog")
                .getByText("% duplicate reads 38.4%, must be 35% or less")
                .waitFor();
        page.getByLabel("Take " + BAD).uncheck();
        assertThat(page.locator("dialog").innerText()).contains("About to review the usability of 1 sample:");
        page.keyboard().press("Escape");
    }

    @Test
    void allThatMatchAreSelectedAndWhatIsLeftOutIsNotReviewed() {
        page.navigate("/samples/all?q=EG01&n=10");
        int matching = Integer.parseInt(page.locator("section.table").getAttribute("data-matched"));
        page.getByLabel("Select the rows of this page").check();
        assertThat(page.locator(".selbar").innerText()).contains("All 10 on this page are selected.");
        press(page, "Select all " + matching + " that match");
        page.locator(".selbar").getByText(matching + " samples selected").waitFor();
        automaticReview();
        assertThat(page.locator("dialog tbody tr").count()).isEqualTo(matching);
        for (Locator take : page.locator("dialog tbody input").all().subList(0, matching)) {
            take.uncheck();
        }
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Review automatically"))
                        .isDisabled())
                .isTrue();
        page.keyboard().press("Escape");
        press(page, "Clear");
    }

    @Test
    void aSampleReviewOfAnExampleSampleStartsAStepThatCanBeOpened() {
        select(GOOD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start sample review"))
                .click();
        page.locator("#lims-user").fill("labuser");
        page.locator("#lims-password").fill("labpass");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm"))
                .click();
        Locator link = page.locator("dialog .note.pass a");
        link.waitFor();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm"))
                        .isDisabled())
                .isTrue();
        Page step = page.waitForPopup(link::click);
        step.waitForLoadState();
        assertThat(step.locator("body").innerText()).contains("Sample Review EG 1.0 ST");
        step.close();
        page.keyboard().press("Escape");
    }
}

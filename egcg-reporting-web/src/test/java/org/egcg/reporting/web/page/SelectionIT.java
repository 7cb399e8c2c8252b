package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
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
        assertThat(page.locator("dialog li").allInnerTexts()).isEqualTo(some);
        Locator confirm = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm"));
        assertThat(confirm.isDisabled()).isTrue();
        page.locator("#lims-user").fill("nobody");
        page.locator("#lims-password").fill("nothing");
        confirm.click();
        page.waitForSelector("dialog .note.fail");
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
        page.navigate("/samples/all");
        page.locator("input[data-pick=row]").nth(0).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Automatic review"))
                .click();
        page.waitForSelector("dialog tbody tr");
        assertThat(page.locator("dialog").innerText()).contains("cannot be found in the Lims");
        page.keyboard().press("Escape");
    }
}

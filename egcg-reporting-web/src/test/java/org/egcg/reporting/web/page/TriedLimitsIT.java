package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Another limit is tried from the page of limits. */
class TriedLimitsIT extends PageChecks {

    @Test
    void aLimitCanBeTriedOnceAnotherNumberIsEntered() {
        page.navigate("/limits");
        Locator row =
                page.locator("[id='lanes:pc_q30'], tr.first:has-text('%Q30')").first();
        Locator number = row.locator("input[name=value]");
        Locator show = row.locator("button");
        assertThat(number.getAttribute("placeholder")).isEqualTo("80");
        assertThat(show.isVisible()).isFalse();
        number.focus();
        assertThat(show.isVisible()).isTrue();
        number.fill("95");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL("**value=95**");
        assertThat(page.locator("#what-if").innerText()).contains("What if %Q30", "failed at 95%");
        assertThat(page.locator("input[name=value]:not(:placeholder-shown)").inputValue())
                .isEqualTo("95");
        assertThat(page.locator(".whatif button:visible").count()).isEqualTo(1);
    }
}

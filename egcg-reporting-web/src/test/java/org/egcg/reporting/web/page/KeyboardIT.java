package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has no mouse reaches and does everything. */
class KeyboardIT extends PageChecks {

    /** Numbers everything on the page that can be clicked and is seen; boxes of one group of radios count once. */
    private static final String NUMBER_ALL = """
            () => {
              let number = 0;
              for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [onclick]'))
                if (one.checkVisibility() && !one.disabled && one.type !== 'hidden') one.dataset.walk = number++;
              return number;
            }""";

    private static final String WALKED = """
            () => {
              const here = document.activeElement;
              const walk = here.dataset.walk;
              if (walk !== undefined) here.dataset.walked = getComputedStyle(here).outlineStyle === 'none' ? 'unseen' : 'seen';
              return walk === undefined ? '' : walk;
            }""";

    /** Of several choices the key reaches one; from there the arrow keys go on. */
    private static final String MISSED = """
            () => {
              const reached = one => one.dataset.walked !== undefined;
              const choices = one => one.type !== 'radio' ? []
                : [...document.querySelectorAll('[type=radio]')].filter(other => other.name === one.name && other.form === one.form);
              return [...document.querySelectorAll('[data-walk]')].filter(one => !reached(one) && !choices(one).some(reached))
                .map(one => one.outerHTML.slice(0, 150));
            }""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/samples/all?n=10",
                AllPages.RUN,
                AllPages.SAMPLE,
                "/projects/EG0117",
                "/project_status/",
                "/charts/tat",
                "/tokens",
                "/users"
            })
    void theTabKeyReachesEveryAction(String path) {
        page.navigate(path);
        walk(page);
        assertThat((List<?>) page.evaluate(MISSED)).as(path).isEmpty();
    }

    @Test
    void theTabKeyReachesEveryActionOfTheLogin() {
        BrowserContext stranger = browser.visitor();
        Page login = stranger.newPage();
        login.navigate("/login");
        walk(login);
        assertThat((List<?>) login.evaluate(MISSED)).isEmpty();
        stranger.close();
    }

    /** Presses the key as often as there are places to go to, and some more for what only scrolls. */
    private static void walk(Page walked) {
        int all = (Integer) walked.evaluate(NUMBER_ALL);
        assertThat(all).isPositive();
        walked.evaluate("() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); }");
        for (int step = 0; step < all + 40; step++) {
            walked.keyboard().press("Tab");
            walked.evaluate(WALKED);
        }
    }

    @Test
    void theFocusIsSeen() {
        page.navigate("/samples/all?n=10");
        for (int step = 0; step < 25; step++) {
            page.keyboard().press("Tab");
            page.evaluate(WALKED);
        }
        assertThat(
                        (List<?>)
                                page.evaluate(
                                        "() => [...document.querySelectorAll('[data-walked=unseen]')].map(one => one.outerHTML.slice(0, 150))"))
                .isEmpty();
    }

    @Test
    void columnsAreChosenAndMovedWithoutAMouse() {
        page.navigate("/samples/all?n=10");
        Locator chooser = page.getByText("Columns 24 / 57");
        chooser.focus();
        page.keyboard().press("Enter");
        Locator box = page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Run ids"));
        box.focus();
        page.keyboard().press("Space");
        assertThat(box.isChecked()).isTrue();
        Locator show = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show these"));
        show.focus();
        page.keyboard().press("Enter");
        page.waitForURL("**cols=*run_ids");
        assertThat(page.locator("th[data-col=run_ids]").count()).isEqualTo(1);
    }

    @Test
    void aRowIsSelectedAndReviewedWithoutAMouse() {
        page.navigate("/samples/all?n=10");
        page.locator("input[data-pick=row]").first().focus();
        page.keyboard().press("Space");
        assertThat(page.locator(".selbar").innerText()).contains("1 sample selected");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start sample review"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog[open]").count()).isEqualTo(1);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]").count()).isZero();
        press(page, "Clear");
    }
}

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
              const table = here.closest('[role=grid]');
              if (table) table.dataset.walked = 'seen';
              if (walk !== undefined) here.dataset.walked = getComputedStyle(here).outlineStyle === 'none' ? 'unseen' : 'seen';
              return walk === undefined ? '' : walk;
            }""";

    /** Of several choices, and of a table, the key reaches one; from there the arrow keys go on. */
    private static final String MISSED = """
            () => {
              const grid = one => one.closest('[role=grid]');
              const reached = one => one.dataset.walked !== undefined || grid(one)?.dataset.walked !== undefined;
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
    void aTableIsOneStopOfTheTabKey() {
        page.navigate("/samples/all?n=10");
        walk(page);
        assertThat(page.locator(".data[role=grid] [data-walked]").count()).isEqualTo(1);
    }

    /**
     * Everything in a table that can be clicked, or says something when it has the focus, by a name of its own; but
     * for the small button of a heading, in whose place Alt with the arrow down is pressed.
     */
    private static final String NAME_THINGS = """
            () => {
              const things = [...document.querySelectorAll('.tablewrap > .data a[href], .tablewrap > .data button, .tablewrap > .data input, .tablewrap > .data [data-tip]:not(th):not(td)')]
                .filter(thing => thing.checkVisibility() && !thing.matches('.colmenu'));
              things.forEach((thing, i) => { thing.dataset.thing = i; });
              return things.length;
            }""";

    private static final String HERE = """
            () => {
              const here = document.activeElement;
              here.dataset.come = 'yes';
              return [here.closest('tr').rowIndex, here.closest('td, th').cellIndex, here.dataset.thing ?? ''].join(' ');
            }""";

    @Test
    void arrowKeysReachEverythingInATable() {
        page.navigate("/samples/all?n=10&cols=sample_id,project_id,run_ids,useable,pc_duplicate_reads,coverage_mean");
        assertThat((Integer) page.evaluate(NAME_THINGS)).isGreaterThan(30);
        page.keyboard().press("r");
        page.keyboard().press("Control+Home");
        String row = (String) page.evaluate(HERE);
        String last = "";
        while (!row.equals(last)) {
            String before = "";
            String now = row;
            while (!now.equals(before)) {
                before = now;
                page.keyboard().press("ArrowRight");
                now = (String) page.evaluate(HERE);
            }
            page.keyboard().press("Home");
            last = row;
            page.keyboard().press("ArrowDown");
            row = (String) page.evaluate(HERE);
        }
        assertThat(
                        (List<?>)
                                page.evaluate(
                                        "() => [...document.querySelectorAll('[data-thing]:not([data-come])')].map(one => one.outerHTML.slice(0, 150))"))
                .isEmpty();
    }

    /** The row of the focus, counted among the rows with a key. */
    private static int row() {
        return (Integer) page.evaluate(
                "() => [...document.querySelectorAll('tr[data-key]')].indexOf(document.activeElement.closest('tr'))");
    }

    @Test
    void keysGoThroughATableSelectItsRowsAndOpenThem() {
        page.navigate("/samples/all?n=50");
        String second = keys().get(1);
        page.keyboard().press("r");
        assertThat(row()).isZero();
        page.keyboard().press("PageDown");
        assertThat(row()).isGreaterThan(5);
        page.keyboard().press("Control+Home");
        assertThat(row()).isEqualTo(-1);
        page.keyboard().press("Control+End");
        assertThat(row()).isEqualTo(keys().size() - 1);
        page.keyboard().press("Home");
        page.keyboard().press("PageUp");
        page.keyboard().press("Control+Home");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(page.locator(".selbar").innerText()).contains("1 sample selected");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Shift+Space");
        assertThat(page.locator(".selbar").innerText()).contains("3 samples selected");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("/sample/"));
        assertThat(page.locator("h1").innerText()).contains(second);
    }

    @Test
    void rowsThatComeBackLeaveTheFocusWhereItWas() {
        page.navigate("/samples/all?n=10");
        page.keyboard().press("r");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.waitForURL("**sort=*");
        page.waitForFunction("() => document.activeElement.closest('th[data-col]') !== null");
        page.keyboard().press("ArrowDown");
        assertThat(row()).isZero();
    }

    @Test
    void theBarOfSelectedRowsIsAFewKeysFromTheBeginningOfThePage() {
        page.navigate("/samples/all");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").innerText()).isEqualTo("Skip to the rows");
        page.keyboard().press("Enter");
        page.keyboard().press("Space");
        page.keyboard().press("s");
        assertThat(page.locator(":focus").innerText()).isEqualTo("Automatic review");
        page.keyboard().press("Escape");
        assertThat(row()).isZero();
        page.keyboard().press("Space");
        page.keyboard().press("s");
        assertThat(page.locator(".toast").innerText()).isEqualTo("No rows are selected.");
    }

    @Test
    void menusAreGoneThroughByArrowKeys() {
        page.navigate("/samples/all");
        Locator runs = page.locator("nav.menu summary").first();
        runs.focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(":focus").getAttribute("href")).isEqualTo("/runs/recent");
        page.keyboard().press("End");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(":focus").getAttribute("href")).isEqualTo("/runs/recent");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(":focus").getAttribute("href")).isEqualTo("/samples/all");
        assertThat(page.locator("nav.menu details[open]").count()).isEqualTo(1);
        page.keyboard().press("Escape");
        assertThat(page.locator(":focus").innerText()).isEqualTo("Samples");
        assertThat(page.locator("details[open]").count()).isZero();
        page.locator("summary", new Page.LocatorOptions().setHasText("Columns")).focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(":focus").getAttribute("type")).isEqualTo("checkbox");
        page.keyboard().press("Escape");
        assertThat(page.locator("details[open]").count()).isZero();
    }

    @Test
    void aQuestionMarkShowsTheKeysWhichCanBeSwitchedOff() {
        page.navigate("/samples/all");
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]").innerText())
                .contains("To the rows of the table", "Selects the row", "Closes it");
        page.getByLabel("Single keys are switched on").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        assertThat((Boolean) page.evaluate("() => document.activeElement.id === 'find'"))
                .isFalse();
        page.keyboard().press("?");
        page.getByLabel("Single keys are switched on").check();
        page.keyboard().press("Escape");
        page.keyboard().press("/");
        assertThat((Boolean) page.evaluate("() => document.activeElement.id === 'find'"))
                .isTrue();
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
        Object first = null;
        for (int step = 0; step < all + 40; step++) {
            walked.keyboard().press("Tab");
            Object here = walked.evaluate(WALKED);
            if (step == 0) {
                first = here;
            } else if (!"".equals(here) && here.equals(first)) {
                return;
            }
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

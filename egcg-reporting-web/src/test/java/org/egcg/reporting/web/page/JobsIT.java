package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people come for, each by keys and by mouse in five actions at most: the table of docs/ui.md. */
class JobsIT extends PageChecks {

    private static final int MOST = 5;
    private int actions;

    private void begin(String address) {
        page.navigate(address);
        page.waitForLoadState();
        actions = 0;
    }

    private void click(String what) {
        actions++;
        page.locator(what).first().click();
    }

    private void keys(String... keys) {
        for (String key : keys) {
            actions++;
            page.keyboard().press(key);
        }
    }

    private void type(String text) {
        actions++;
        page.keyboard().type(text);
    }

    private void done(String address, String seen) {
        page.waitForURL(url -> url.contains(address));
        page.locator(seen).first().waitFor();
        assertThat(actions).isLessThanOrEqualTo(MOST);
    }

    private static void suggested() {
        page.locator("#found li[data-href]").first().waitFor();
    }

    @Test
    void aSampleIsFoundByAPartOfItsName() {
        begin("/");
        keys("/");
        type("0117P001B01");
        suggested();
        keys("ArrowDown", "Enter");
        done("/sample/", ".standing");
        begin("/");
        click("#find");
        type("0117P001B01");
        suggested();
        click("#found li[data-href]");
        done("/sample/", ".standing");
    }

    private static String failing() {
        page.navigate("/runs/all");
        return page.locator("tr:has(.squares .fail)").first().getAttribute("data-key");
    }

    @Test
    void aRunSaysWhyALaneFails() {
        String run = failing();
        begin("/runs/all");
        click("tr:has(.squares .fail) th.key a");
        done("/run/", ".lane.is-fail[data-reasons]:not([data-reasons=''])");
        begin("/");
        keys("/");
        type(run);
        suggested();
        keys("ArrowDown", "Enter");
        done("/run/", ".lane.is-fail");
    }

    @Test
    void theSamplesOfAProjectThatLackCoverageAreListed() {
        begin("/projects/EG0117");
        click("[data-add-filter]");
        actions++;
        page.locator("#filter-column")
                .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Mean coverage"));
        click("dialog button[type=submit]");
        done("mean_coverage=%21outside", ".chip");
        begin("/projects/EG0117");
        keys("f");
        type("Mean cov");
        keys("Enter");
        done("mean_coverage=%21outside", ".chip");
    }

    @Test
    void twoRunsStandSideBySide() {
        begin("/runs/all");
        click("tbody tr:nth-child(1) input[data-pick=row]");
        click("tbody tr:nth-child(2) input[data-pick=row]");
        click(".selbar a[href^='/compare/']");
        done("/compare/runs", ".compare td.apart");
        begin("/runs/all");
        keys("r", "Space", "ArrowDown", "Space", "c");
        done("/compare/runs", ".compare td.apart");
    }

    @Test
    void whatIsFilteredIsExported() {
        begin("/samples/all?q=EG0117");
        Download clicked = page.waitForDownload(() -> {
            click("summary:has-text('Export')");
            click("a[download]:has-text('CSV')");
        });
        assertThat(clicked.suggestedFilename()).matches("samples_.*EG0117.*\\.csv");
        assertThat(page.locator("details.drop[open]").count()).isZero();
        begin("/samples/all?q=EG0117");
        Download typed = page.waitForDownload(() -> keys("e", "ArrowDown", "ArrowDown", "ArrowDown", "Enter"));
        assertThat(typed.suggestedFilename()).isEqualTo(clicked.suggestedFilename());
        assertThat(actions).isLessThanOrEqualTo(MOST);
    }

    @Test
    void aPlateSaysWhetherPositionMatters() {
        begin("/");
        click("summary:has-text('Libraries')");
        click("nav.menu a[href='/libraries/all']");
        click("section.table tbody th.key a");
        done("/library/", ".plate, [data-plate], #plate");
        begin("/");
        keys("/");
        type("LP2026029");
        suggested();
        keys("Enter");
        done("/library/", ".plate, [data-plate], #plate");
    }

    @Test
    void theDriftOfAnInstrumentIsDrawn() {
        begin("/");
        click("summary:has-text('Charts')");
        click("nav.menu a[href='/charts/seq/last_12_months']");
        page.waitForURL(url -> url.endsWith("/charts/seq/last_12_months"));
        for (String choice : List.of("metric=pc_q30", "colour=sequencer")) {
            actions++;
            page.locator("select[name=" + choice.replaceAll("=.*", "") + "]")
                    .selectOption(choice.replaceAll(".*=", ""));
            page.waitForURL(url -> url.contains(choice));
        }
        click(".as .seg a");
        done("/charts/seq/last_12_months", "section.chart[data-state=drawn]");
        begin("/");
        keys("m", "c", "ArrowDown", "l", "Enter");
        done("/charts/seq/", "section.chart");
    }

    @Test
    void theTurnaroundOfAProjectIsForecast() {
        begin("/");
        click("summary:has-text('Charts')");
        click("nav.menu a[href='/charts/tat']");
        done("/charts/tat", "#t-forecast tr[data-key=EG0117]");
        begin("/");
        keys("m", "c", "ArrowDown", "ArrowDown", "Enter");
        done("/charts/tat", "#t-forecast tr[data-key=EG0117]");
    }

    @Test
    void valuesOfAColumnAreChosenInItsHeading() {
        page.navigate("/samples/all");
        page.locator("th[data-col=verdict] a").focus();
        page.keyboard().press("Alt+ArrowDown");
        Locator pass = page.locator("dialog .choose li:has(input[value=pass])");
        pass.waitFor();
        String count = pass.locator(".quiet").innerText();
        pass.locator("input").check();
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("f.verdict=pass"));
        page.waitForFunction(
                "c => document.querySelector('.pager .range').textContent.includes('of ' + c + ' sample')", count);
    }

    @Test
    void aRangeIsDraggedOrMovedByKeys() {
        page.navigate("/samples/all");
        page.locator("th[data-col=mean_coverage]").hover();
        page.locator("th[data-col=mean_coverage] .colmenu").click();
        page.locator("dialog input[aria-label=From]").focus();
        for (int i = 0; i < 100; i++) {
            page.keyboard().press("ArrowRight");
        }
        page.locator("dialog button[type=submit]").click();
        page.waitForURL(url -> url.contains("f.mean_coverage="));
        assertThat(page.locator(".chip").innerText()).contains("Mean coverage from");
    }

    @Test
    void headingsShowHowValuesSpreadAndWhereARowIs() {
        page.navigate("/samples/all?f.mean_coverage=!filled");
        page.locator("[data-spread]").click();
        Locator drawing = page.locator("th[data-col=mean_coverage] svg.headspread");
        drawing.waitFor();
        page.locator("tbody tr:has(td.num:not(.none))").first().hover();
        page.waitForFunction(
                "() => document.querySelector('th[data-col=mean_coverage] svg line').getAttribute('x1') !== '-9'");
        page.locator("[data-spread]").click();
        assertThat(drawing.count()).isZero();
    }

    @Test
    void theTourIsDismissedForGood() {
        page.navigate("/");
        assertThat(page.locator(".tour li").count()).isEqualTo(3);
        page.locator("[data-tour-end]").click();
        page.locator(".tour")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.navigate("/");
        page.waitForLoadState();
        assertThat(page.locator(".tour").count()).isZero();
    }
}

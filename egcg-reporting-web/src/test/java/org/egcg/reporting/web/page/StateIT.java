package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a visitor has done to a page is as it was when he loads it again or comes back to it, and nothing is done twice. */
class StateIT extends PageChecks {

    private static final String FOLDED = "#t-sample_qc .fold[aria-expanded=true]";

    @Test
    void unfoldedSectionsAndTheirScrollingSurviveAReloadAndTheWayBack() {
        page.navigate(AllPages.SAMPLE);
        page.locator("#t-sample_qc .fold").click();
        page.waitForSelector(FOLDED);
        page.locator("#t-elements .fold").click();
        page.evaluate("document.querySelector('#t-report .tablewrap').scrollLeft = 300");
        page.reload();
        page.waitForSelector(FOLDED);
        assertThat(page.locator("#t-elements.folded-away").count()).isEqualTo(1);
        page.waitForFunction("document.querySelector('#t-report .tablewrap').scrollLeft === 300");
        page.locator(".brand").first().click();
        page.waitForSelector("#todo");
        page.goBack();
        page.waitForSelector(FOLDED);
    }

    @Test
    void aPageThatIsOpenedAnewIsAsItComes() {
        page.navigate(AllPages.SAMPLE);
        page.locator("#t-sample_qc .fold").click();
        page.waitForSelector(FOLDED);
        page.navigate(AllPages.SAMPLE);
        assertThat(page.locator(FOLDED).count()).isZero();
    }

    @Test
    void selectedRowsAreSelectedAfterAReload() {
        page.navigate("/samples/all");
        page.locator("input[data-pick=row]").nth(1).check();
        page.reload();
        page.waitForSelector(".selbar");
        assertThat(page.locator(".selbar").innerText()).contains("1 sample selected");
        assertThat(page.locator("input[data-pick=row]").nth(1).isChecked()).isTrue();
        press(page, "Clear");
    }

    @Test
    void aReloadAfterMakingATokenMakesNoOther() {
        page.navigate("/tokens");
        page.getByLabel("What it is for").fill("made once");
        press(page, "Make a token");
        page.waitForSelector("#made");
        page.reload();
        assertThat(page.locator("th", new Page.LocatorOptions().setHasText("made once"))
                        .count())
                .isEqualTo(1);
        assertThat(page.locator("#made").count()).isZero();
        press(page, "Revoke made once");
        press(page, "Revoke it");
    }

    @Test
    void aBadLoginKeepsTheName() {
        BrowserContext stranger = browser.visitor();
        Page login = stranger.newPage();
        login.navigate("/login");
        enter(login, "a <b>name</b>", "wrong");
        assertThat(login.getByLabel("Username").inputValue()).isEqualTo("a <b>name</b>");
        assertThat(login.getByLabel("Password").inputValue()).isEmpty();
        stranger.close();
    }

    @Test
    void whatIsNotUnderstoodOfAnAddressIsToldUntilTheReaderAsksForSomethingElse() {
        page.navigate("/samples/all");
        List<String> usual = keys();
        page.navigate("/samples/all?page=abc&sort=nonsense&f.nothing=%3Cb%3Ex&view=gone");
        Locator told = page.locator("section.table .note.warn[role=status]");
        assertThat(told.innerText())
                .startsWith("Not understood in the address:")
                .contains("page=abc is no page, so the first one is shown", "sort=nonsense names no column")
                .contains("f.nothing=<b>x names no column", "view=gone is no saved view");
        assertThat(told.locator(":scope > ul > li").count()).as("a line each").isEqualTo(4);
        told.locator("summary").click();
        assertThat(told.locator("details li").allInnerTexts()).contains("sample_id Sample ID");
        assertThat(keys()).isEqualTo(usual);
        assertThat(page.locator(".tools summary").first().innerText()).isEqualTo("View");
        page.evaluate("const table = document.querySelector('section.table'), fresh = table.cloneNode(true);"
                + " fresh.querySelector('.misread').remove(); egcg.swap(table, fresh)");
        assertThat(told.count()).as("drawn anew by itself").isEqualTo(1);
        page.locator("th[data-col=sample_id] a").click();
        page.waitForURL("**sort=sample_id");
        assertThat(told.count()).isZero();
    }

    @Test
    void aColumnThatIsCalledOtherwiseIsNamed() {
        page.navigate(AllPages.RUN + "?lanes.f.lane=4");
        Locator told = page.locator("#t-lanes .misread");
        assertThat(told.innerText()).contains("lanes.f.lane=4 names no column", "Lane has the key lane_number");
        assertThat(told.locator("details").count()).isZero();
    }

    @Test
    void whatChartsAndTheDeskDoNotUnderstandIsToldToo() {
        Locator told = page.locator("main > .note.warn[role=status]");
        page.navigate("/charts/tat?by=fortnight");
        assertThat(told.innerText()).contains("by=fortnight is no length of time, so quarters are shown");
        page.navigate("/charts/seq/last_12_months?metric=pc_q30&colour=none_such&plot=box");
        assertThat(told.innerText())
                .contains("colour=none_such makes no series")
                .doesNotContain("metric", "plot");
        page.navigate("/review?kind=plates");
        assertThat(told.innerText()).contains("kind=plates is no kind of what waits, so all kinds are listed");
        page.navigate(AllPages.RUN + "?demultiplexing=99");
        assertThat(told.allInnerTexts()).anyMatch(words -> words.contains("demultiplexing=99 is not there"));
    }

    @Test
    void whatAPageCannotBeAskedForIsTold() {
        Locator told = page.locator("main > .note.warn[role=status]");
        for (String path : List.of(
                "/charts/tat?from=2026-12-31",
                "/charts/seq/last_12_months?to=2026-11-01",
                "/limits?subject=lanes",
                "/history?user=nobody",
                "/projects/EG0117?samples.sort=sample_id",
                "/library/LP2026029?nowhere.f.x=1")) {
            page.navigate(path);
            assertThat(told.innerText())
                    .contains(path.substring(path.indexOf('?') + 1) + " is nothing that this page asks for");
        }
        page.navigate(AllPages.SAMPLE + "?open=changes,nonsense&elements.q=1&off=a&print=1&zoom=1,2");
        assertThat(told.locator("li").allInnerTexts())
                .containsExactly("open=changes,nonsense names a section that this page does not have.");
    }

    @Test
    void coloursFollowInOtherTabs() {
        page.navigate("/species");
        Page other = visitor.newPage();
        other.navigate("/species");
        String before = (String) page.evaluate("document.documentElement.dataset.theme");
        other.getByLabel("Switch between light and dark").click();
        page.waitForFunction("before => document.documentElement.dataset.theme !== before", before);
        other.evaluate("localStorage.removeItem('egcg.theme')");
        other.close();
    }

    /** Reads of unknown barcodes are filed under names that no page is about. */
    @Test
    void whatLeadsNowhereIsNoLink() {
        page.navigate(AllPages.RUN);
        assertThat(page.locator("main").innerText()).contains("Undetermined");
        for (String nowhere : List.of("/sample/Undetermined", "/projects/default")) {
            assertThat(page.locator("main a[href='" + nowhere + "']").count())
                    .as(nowhere)
                    .isZero();
        }
    }

    @Test
    void anExportMenuClosesWhenSomethingWasChosen() {
        page.navigate("/samples/all");
        page.locator("summary", new Page.LocatorOptions().setHasText("Export")).click();
        page.waitForDownload(() -> page.getByText("CSV", new Page.GetByTextOptions().setExact(true))
                .click());
        assertThat(page.locator("details.drop[open]").count()).isZero();
    }
}

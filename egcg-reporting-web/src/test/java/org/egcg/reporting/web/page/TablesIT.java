package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tables: sorting, searching, filtering, columns, saved views, exports. */
class TablesIT extends PageChecks {

    @Test
    void runsAreSortedNewestFirstAndLeadToTheirReport() {
        page.navigate("/runs/all");
        List<String> runs = keys();
        assertThat(runs)
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparing(PageChecks::day).reversed());
        page.locator("section.table tbody th.key a").first().click();
        page.waitForURL("**/run/" + runs.get(0));
        assertThat(page.locator("h1").innerText()).isEqualTo(runs.get(0) + " Run Report");
        assertThat(page.locator(".lanes .lane").count()).isPositive();
    }

    @Test
    void aSearchFiltersInPlaceAndIsInTheAddress() {
        page.navigate("/samples/all");
        String wanted = keys().get(1);
        page.getByLabel("Search all columns").fill(wanted);
        page.waitForURL(Pattern.compile(".*/samples/all\\?q=.+"));
        assertThat(keys()).containsExactly(wanted);
        BrowserContext other = browser.visitor();
        Page shared = Browser.logIn(other, USER, PASSWORD);
        shared.navigate(page.url());
        assertThat(shared.locator("section.table tbody tr[data-key]").count()).isEqualTo(1);
        other.close();
    }

    @Test
    void aClickSortsAndAShiftClickSortsFurther() {
        page.navigate("/samples/all");
        page.locator("th[data-col=pc_duplicate_reads] a").click();
        page.waitForURL("**sort=-pc_duplicate_reads");
        assertThat(page.locator("th[data-col=pc_duplicate_reads]").getAttribute("aria-sort"))
                .isEqualTo("descending");
        page.locator("th[data-col=sample_id] a")
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        page.waitForURL("**sort=-pc_duplicate_reads,sample_id");
        assertThat(page.locator("th .sort sup").allInnerTexts()).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void aFilterIsAddedAndRemoved() {
        page.navigate("/samples/all");
        int all = total();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("+ Filter"))
                .click();
        page.getByLabel("Column", new Page.GetByLabelOptions().setExact(true)).selectOption("pc_duplicate_reads");
        page.getByLabel("Condition").selectOption("!outside");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Filter").setExact(true))
                .click();
        page.waitForURL("**f.pc_duplicate_reads=*");
        assertThat(total()).isPositive().isLessThan(all);
        assertThat(page.locator("td.high").count()).isPositive();
        page.locator(".chip a").click();
        page.waitForURL("**/samples/all");
        assertThat(total()).isEqualTo(all);
    }

    private static int total() {
        String of = page.locator(".range").first().innerText().replace(",", "");
        return Integer.parseInt(of.replaceAll("^(?:.* of )?(\\d+) .*", "$1"));
    }

    @Test
    void aHiddenColumnIsSwitchedOnAndStays() {
        page.navigate("/samples/all");
        page.getByText("Columns 24 / 57").click();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Run ids"))
                .check();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show these"))
                .click();
        page.waitForURL("**cols=*run_ids");
        assertThat(page.locator("th[data-col=run_ids]").count()).isEqualTo(1);
        page.reload();
        assertThat(page.locator("th[data-col=run_ids]").count()).isEqualTo(1);
    }

    @Test
    void pastedIdsAreAllThatIsShown() {
        page.navigate("/samples/all");
        List<String> some = keys().subList(0, 3);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Paste ids"))
                .click();
        page.getByLabel("Show only these").fill(String.join("\n", some));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Filter").setExact(true))
                .click();
        page.waitForURL(Pattern.compile(".*f\\.sample_id=.+"));
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(some);
    }

    @Test
    void aValueOutsideItsLimitSaysWhy() {
        page.navigate("/samples/all");
        Locator marked =
                page.locator("td.low:has(a.limit), td.high:has(a.limit)").first();
        marked.locator("a.limit").focus();
        assertThat(page.locator("#tip").innerText())
                .containsPattern("is (below|above) ")
                .contains("Limit: ");
        assertThat(marked.innerText()).containsPattern("(below|above) its limit");
        assertThat(marked.locator("a.limit").getAttribute("href")).startsWith("/limits#samples:");
    }

    @Test
    void aRunShowsAllOfItsElementsAndBarcodesAndMarksTheTrimmedOne() {
        page.navigate("/run/" + Fixture.RUN);
        assertThat(page.locator("#t-lanes tbody tr[data-key]").count()).isEqualTo(2);
        assertThat(page.locator("#processes").innerText())
                .contains("Number of times processed: 0", "No pipeline has processed this run yet.");
        assertThat(page.locator("#t-demultiplexing1 tbody tr[data-key]").count())
                .isEqualTo(30);
        assertThat(page.locator("#t-demultiplexing1 .rowmark.filter").count()).isEqualTo(1);
        assertThat(page.locator("#t-unexpected1 tbody tr[data-key]").count()).isEqualTo(40);
        assertThat(page.locator("#t-demultiplexing1 td.low").first().innerText())
                .startsWith("74.96%");
        page.locator("[data-tabs=demultiplexing] .tabs a", new Page.LocatorOptions().setHasText("Lane 2"))
                .click();
        page.waitForURL("**demultiplexing=2**");
        assertThat(page.locator("#t-demultiplexing2 tbody tr[data-key]").count())
                .isEqualTo(1);
    }

    @Test
    void exportsHoldAllRowsThatPass() throws IOException {
        page.navigate("/samples/all?n=10");
        int all = total();
        page.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();
        Download csv = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("CSV").setExact(true))
                .click());
        List<String> lines = Files.readAllLines(csv.path());
        assertThat(lines).hasSize(all + 1);
        assertThat(lines.get(0)).startsWith("Sample ID,Verdict now,Why");
    }

    @Test
    void anEarlierViewIsSavedAndChosenAgain() {
        page.navigate("/samples/all?sort=pc_mapped_reads");
        page.locator("summary", new Page.LocatorOptions().setHasText("View"))
                .first()
                .click();
        page.getByLabel("Save this view as").fill("By mapping");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        page.waitForURL("**view=By*");
        assertThat(page.locator("th[data-col=pc_mapped_reads]").getAttribute("aria-sort"))
                .isEqualTo("ascending");
        page.locator("summary", new Page.LocatorOptions().setHasText("View: By mapping"))
                .click();
        page.getByLabel("Delete the view By mapping").click();
        page.waitForURL(url -> !url.contains("view="));
    }

    @Test
    void aTableThatIsSortedAsksForItsRowsAloneAndKeepsTheChoiceOfColumns() {
        page.navigate("/samples/all");
        Locator choice = page.locator("section.table .columns li");
        int columns = choice.count();
        page.evaluate("() => { document.querySelector('section.table .columns li').isKept = 'the same'; }");
        Request sorted = page.waitForRequest(
                request -> request.url().contains("sort="),
                () -> page.locator("th[data-col=pc_duplicate_reads] a").click());
        page.waitForURL("**sort=-pc_duplicate_reads");
        assertThat(sorted.headers()).containsEntry("x-rows-alone", "yes");
        assertThat(sorted.response().text()).contains("data-key=").doesNotContain("data-comparison");
        assertThat(choice.count()).isEqualTo(columns);
        assertThat(page.evaluate("() => document.querySelector('section.table .columns li').isKept"))
                .isEqualTo("the same");
        page.getByText("Columns 24 / 57").click();
        page.getByLabel("Move Sample ID to the right").click();
        Request moved =
                page.waitForRequest(request -> request.url().contains("cols="), () -> press(page, "Show these"));
        assertThat(moved.headers()).doesNotContainKey("x-rows-alone");
        page.waitForURL("**cols=*");
        assertThat(page.locator("thead tr:last-child th[data-col]").nth(1).getAttribute("data-col"))
                .isEqualTo("sample_id");
    }

    /** What a browser reads of fifty rows, where nothing is compressed. */
    private static int bytes(String path) {
        RequestOptions asked =
                RequestOptions.create().setHeader("X-Rows-Alone", "yes").setHeader("Accept-Encoding", "identity");
        byte[] rows = page.request().get(address + path, asked).body();
        String text = new String(rows, StandardCharsets.UTF_8);
        int count = text.split("<tr data-key=", -1).length - 1;
        assertThat(count).as(path).isBetween(20, 50);
        assertThat(text).doesNotContain("class=\"topbar\"");
        return rows.length * 50 / count;
    }

    @Test
    void fiftyRowsOfTwentyFourColumnsAreLessThanEightyThousandBytes() {
        int rows = bytes("/samples/all?n=50&part=samples");
        System.out.println("50 rows of samples: " + rows + " bytes");
        assertThat(rows).isLessThan(80_000);
    }

    /** The seconds that the page's own thread has worked, whatever else the machine does. */
    private static double worked(CDPSession session) {
        return session.send("Performance.getMetrics", new JsonObject()).getAsJsonArray("metrics").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(metric -> metric.get("name").getAsString().equals("TaskDuration"))
                .mapToDouble(metric -> metric.get("value").getAsDouble())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFrameOfTwoHundredAndFiftyRowsThatScrollIsCheap() {
        page.navigate("/samples/all?n=250");
        page.evaluate("""
                () => { const body = document.querySelector('.tablewrap > .data').tBodies[0], rows = [...body.rows];
                  while (body.rows.length < 250) body.append(rows[body.rows.length % rows.length].cloneNode(true)); }""");
        CDPSession session = page.context().newCDPSession(page);
        JsonObject ticks = new JsonObject();
        ticks.addProperty("timeDomain", "threadTicks");
        session.send("Performance.enable", ticks);
        double before = worked(session);
        int frames = 60;
        Object longest = page.evaluate("""
                async frames => { const wrap = document.querySelector('.tablewrap'), all = [];
                  for (let i = 0, last = performance.now(); i < frames; i++) {
                    wrap.scrollTop += 120;
                    await new Promise(requestAnimationFrame);
                    all.push(performance.now() - last); last = performance.now(); }
                  return Math.round(all.sort((a, b) => a - b)[frames >> 1]) + ' ms, longest ' + Math.round(all.at(-1)); }""", frames);
        double each = (worked(session) - before) / frames * 1000;
        session.detach();
        System.out.printf("250 rows: %.1f ms of the page's thread a frame; median frame %s ms%n", each, longest);
        assertThat(each).isLessThan(60);
    }
}

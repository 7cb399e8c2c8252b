package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on each page: where requests go, which scripts run, what becomes of a visitor who is logged out. */
class EveryPageIT extends PageChecks {

    /** Dates that are written otherwise than their place wants it: figures in tables, words elsewhere. */
    private static final String DATES = """
            () => { const found = [], all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const words = /\\b\\d{1,2} [A-Z][a-z]{2} \\d{4}\\b/, figures = /\\b\\d{4}-\\d\\d-\\d\\d\\b/;
              const strange = /\\d\\d?[/.]\\d\\d?[/.]\\d{4}|[0-9]T[0-9]{2}:|\\d{1,2} (January|February|March|April|June|July|August|Sept|September|October|November|December)\\b/;
              while (all.nextNode()) { const text = all.currentNode.textContent, of = all.currentNode.parentElement;
                if (of.closest('script, style, code, pre, textarea, .id')) continue;
                const table = of.closest('section.table .data:not(.stages) tbody, .chip');
                if (strange.test(text) || (table ? words : figures).test(text)) found.push(text.trim()); }
              return found; }""";

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*\\?[^\"#]*)");

    private static Set<String> requests;
    private static Set<String> dates;
    private static Map<String, String> policies;

    /** Goes through all pages, once for the tests that read what was met on the way. */
    private static synchronized void visitAll() {
        if (requests != null) {
            return;
        }
        requests = new TreeSet<>();
        dates = new TreeSet<>();
        policies = new LinkedHashMap<>();
        Consumer<Request> record = request -> requests.add(request.url());
        page.onRequest(record);
        for (String path : AllPages.inside()) {
            policies.put(path, policy(page.navigate(path)));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            ((List<?>) page.evaluate(DATES)).forEach(date -> dates.add(path + ": " + date));
        }
        page.offRequest(record);
    }

    @Test
    void tablesHaveDatesInFiguresAndAllElseOfEachPageHasThemInWords() {
        visitAll();
        assertThat(dates).isEmpty();
    }

    @Test
    void noRequestOfAnyPageLeavesTheHost() {
        visitAll();
        assertThat(requests).hasSizeGreaterThan(AllPages.inside().size());
        assertThat(requests).allMatch(url -> url.startsWith(address + "/") || url.startsWith("data:"));
    }

    @Test
    void noPageAllowsScriptsThatStandInIt() {
        visitAll();
        policies.forEach((path, policy) -> assertThat(policy).as(path).satisfies(EveryPageIT::isStrict));
        BrowserContext stranger = browser.visitor();
        for (String path : AllPages.outside()) {
            assertThat(policy(stranger.newPage().navigate(path))).as(path).satisfies(EveryPageIT::isStrict);
        }
        stranger.close();
    }

    @Test
    void noLinkSaysAnythingThatItsPageDoesNotUnderstand() {
        Map<String, String> links = new TreeMap<>();
        AllPages.inside().stream().map(EveryPageIT::source).forEach(html -> LINK.matcher(html)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(link -> !link.matches("/(assets|ui|api|login)/.*|.*[?&]export=.*"))
                .forEach(link -> links.putIfAbsent(kind(link), link)));
        assertThat(links).hasSizeGreaterThan(30);
        assertThat(links.values()).noneMatch(link -> source(link).contains("Not understood in the address"));
    }

    private static String source(String path) {
        return page.request().get(path).text();
    }

    /** Links that differ only by what they say of the same parameters of a kind of page. */
    private static String kind(String link) {
        return link.replaceFirst("^(/[a-z_]+)/[^?]*", "$1")
                .replaceAll("=[^&]*", "")
                .replaceAll("f\\.[^&]*", "f.");
    }

    private static String policy(Response answer) {
        return answer.headerValue("Content-Security-Policy");
    }

    private static void isStrict(String policy) {
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "http:", "https:", "*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/samples/all?sort=pc_mapped_reads&n=10", "/projects/EG0117,EG0121", "/species/Homo+sapiens"})
    void whoHasBeenLoggedOutComesBackToTheSamePage(String path) {
        BrowserContext other = browser.visitor();
        Page theirs = Browser.logIn(other, USER, PASSWORD);
        theirs.navigate(path);
        other.clearCookies();
        theirs.reload();
        assertThat(theirs.url()).startsWith(address + "/login?redirect=");
        enter(theirs, USER, PASSWORD);
        assertThat(theirs.url()).isEqualTo(address + path);
        other.close();
    }

    @Test
    void aTableOfAnOldSessionLeadsToTheLoginAndBack() {
        BrowserContext other = browser.visitor();
        Page theirs = Browser.logIn(other, USER, PASSWORD);
        theirs.navigate("/samples/all?n=10");
        other.clearCookies();
        theirs.locator("th[data-col=sample_id] a").click();
        theirs.waitForURL("**/login?redirect=*");
        enter(theirs, USER, PASSWORD);
        assertThat(theirs.url()).isEqualTo(address + "/samples/all?n=10");
        other.close();
    }

    @Test
    void namesAreTextOnEachPageThatShowsThem() {
        for (String name : List.of(Fixture.SCRIPT, Fixture.LONG)) {
            String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
            for (String path : List.of(
                    "/sample/" + encoded, "/samples/all?q=" + encoded, "/projects/PAGES", "/search?find=" + encoded)) {
                Response answer = page.navigate(path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(page.locator("main").textContent()).as(path).contains(name);
                assertThat(page.locator("main script").count()).as(path).isZero();
            }
            for (String path : List.of("/run/", "/projects/", "/library/", "/genotype/", "/species/")) {
                Response answer = page.navigate(path + encoded);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(page.locator("h1").innerText()).as(path).contains(name);
            }
        }
    }

    @Test
    void aLongNameMakesNoPageWider() {
        page.setViewportSize(800, 900);
        for (String path : List.of("/sample/", "/run/", "/projects/", "/library/", "/species/", "/search?find=")) {
            page.navigate(path + Fixture.LONG);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(800);
        }
        page.setViewportSize(1440, 900);
    }

    @Test
    void aDialogShowsAHostileNameAsText() {
        page.navigate("/samples/all?q=" + URLEncoder.encode(Fixture.SCRIPT, StandardCharsets.UTF_8));
        page.locator("input[data-pick=row]").first().click();
        press(page, "Start sample review");
        Locator dialog = page.locator("dialog");
        assertThat(dialog.locator("tbody th.id").innerText()).isEqualTo(Fixture.SCRIPT);
        assertThat(dialog.locator("script").count()).isZero();
        page.keyboard().press("Escape");
        press(page, "Clear");
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for the pages, in a real browser on a real server with the example laboratory. A server that runs already
 * is taken instead with {@code -Dpages.server=http://localhost:8080}, {@code pages.user} and {@code pages.password}.
 */
class PagesIT {

    private static final String USER = System.getProperty("pages.user", "demo");
    private static final String PASSWORD = System.getProperty("pages.password", "a password for checks");

    @TempDir
    private static Path directory;

    private static Optional<RunningServer> server = Optional.empty();
    private static String address;
    private static Browser browser;
    private static BrowserContext visitor;
    private static Page page;

    private final List<String> problems = new ArrayList<>();

    @BeforeAll
    static void open() {
        address = System.getProperty("pages.server", "");
        if (address.isEmpty()) {
            server = Optional.of(RunningServer.in(directory)
                    .with("EGCG_DEMO_PASSWORD", PASSWORD)
                    .start());
            address = server.get().address().toString().replaceFirst("/$", "");
        }
        browser = new Browser(address);
        visitor = browser.visitor();
        page = Browser.logIn(visitor, USER, PASSWORD);
        Fixture.post(address, USER, PASSWORD);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.ifPresent(RunningServer::close);
    }

    @BeforeEach
    void listen() {
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                problems.add(message.text());
            }
        });
    }

    @AfterEach
    void noScriptFailedAndNothingWasBlocked() {
        assertThat(problems).isEmpty();
    }

    private static List<String> keys() {
        return page.locator("section.table .tablewrap > table > tbody > tr[data-key]").all().stream()
                .map(row -> row.getAttribute("data-key"))
                .toList();
    }

    @Test
    void aWrongPasswordKeepsTheWayAndARightOneGoesOn() {
        BrowserContext stranger = browser.visitor();
        Page login = stranger.newPage();
        login.navigate("/runs/recent");
        assertThat(login.url()).endsWith("/login?redirect=%2Fruns%2Frecent");
        enter(login, USER, "wrong password");
        assertThat(login.getByRole(AriaRole.ALERT).innerText()).contains("Bad login.");
        assertThat(login.getByLabel("Username").inputValue()).isEmpty();
        enter(login, USER, PASSWORD);
        assertThat(URI.create(login.url()).getPath()).isEqualTo("/runs/recent");
        stranger.close();
    }

    private static void enter(Page login, String user, String password) {
        login.getByLabel("Username").fill(user);
        login.getByLabel("Password").fill(password);
        login.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        login.waitForLoadState();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"})
    void loginLeadsNowhereElse(String redirect) {
        BrowserContext stranger = browser.visitor();
        Page login = stranger.newPage();
        login.navigate("/login?redirect=" + java.net.URLEncoder.encode(redirect, StandardCharsets.UTF_8));
        enter(login, USER, PASSWORD);
        assertThat(login.url()).isEqualTo(address + "/");
        stranger.close();
    }

    @Test
    void aSessionBeginsUnderANewIdInACookieThatNoScriptReads() {
        BrowserContext stranger = browser.visitor();
        stranger.newPage().navigate("/login");
        String before = session(stranger).value;
        Page inside = Browser.logIn(stranger, USER, PASSWORD);
        assertThat(session(stranger).value).isNotEqualTo(before);
        assertThat(session(stranger).httpOnly).isTrue();
        assertThat((String) inside.evaluate("document.cookie")).isEmpty();
        stranger.close();
    }

    private static Cookie session(BrowserContext context) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterLogoutNothingIsShown() {
        BrowserContext other = browser.visitor();
        Page inside = Browser.logIn(other, USER, PASSWORD);
        inside.locator("header.topbar details.right summary").click();
        inside.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logout"))
                .click();
        inside.waitForURL("**/login?loggedout=1");
        assertThat(inside.locator("main").innerText()).contains("Logged out.");
        inside.navigate("/samples/all");
        assertThat(inside.url()).contains("/login?redirect=");
        other.close();
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        BrowserContext other = browser.visitor();
        Browser.logIn(other, USER, PASSWORD);
        var response = other.request()
                .post(
                        address + "/ui/views",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setForm(com.microsoft.playwright.options.FormData.create()
                                        .set("table", "samples")
                                        .set("name", "x")));
        assertThat(response.status()).isEqualTo(403);
        other.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/runs/foo",
                "/samples/foo",
                "/libraries/foo",
                "/genotypes/foo",
                "/project_status/foo",
                "/species/",
                "/nowhere",
                "/a/b"
            })
    void whatIsNoPageIsNotFound(String path) {
        Response answer = page.navigate(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(page.locator("h1").innerText()).isEqualTo("Page not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/run/unknown", "/sample/unknown", "/projects/unknown", "/species/none"})
    void whatNobodyKnowsIsSaidSo(String path) {
        Response answer = page.navigate(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.locator("main .note, main .empty").first().innerText()).isNotBlank();
        assertThat(page.locator("main").innerText()).doesNotContain("Loading");
    }

    @Test
    void theFrameHasTheMenusAndNothingComesFromElsewhere() {
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        for (String path : List.of(
                "/", "/runs/all", "/samples/all", "/projects/", "/species", "/tokens", "/users", "/change_password")) {
            page.navigate(path);
            assertThat(page.title()).endsWith(" - Edinburgh Genomics Analysis Driver Reporting App");
        }
        assertThat(requests).isNotEmpty().allMatch(url -> url.startsWith(address) || url.startsWith("data:"));
        page.navigate("/");
        assertThat(page.locator("nav.menu a").all().stream()
                        .map(a -> a.getAttribute("href"))
                        .toList())
                .contains(
                        "/runs/recent",
                        "/samples/toreview",
                        "/projects",
                        "/projects/SGP",
                        "/project_status/lastweek",
                        "/libraries/all",
                        "/genotypes/last_12_months",
                        "/species");
        assertThat(page.locator("footer").innerText()).contains("version");
    }

    @Test
    void runsAreSortedNewestFirstAndLeadToTheirReport() {
        page.navigate("/runs/all");
        List<String> runs = keys();
        assertThat(runs).isNotEmpty().isSortedAccordingTo(java.util.Comparator.reverseOrder());
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
                .click(new Locator.ClickOptions()
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
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
        return Integer.parseInt(of.replaceAll(".* of (\\d+) .*", "$1"));
    }

    @Test
    void aHiddenColumnIsSwitchedOnAndStays() {
        page.navigate("/samples/all");
        page.getByText("Columns 19 / 50").click();
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
    void aRangeIsSelectedAndSurvivesSorting() {
        page.navigate("/samples/all");
        Locator boxes = page.locator("input[data-pick=row]");
        boxes.nth(1).click();
        boxes.nth(3)
                .click(new Locator.ClickOptions()
                        .setModifiers(List.of(com.microsoft.playwright.options.KeyboardModifier.SHIFT)));
        assertThat(page.locator(".selbar").innerText()).contains("3 samples selected");
        page.locator("th[data-col=sample_id] a").click();
        page.waitForURL("**sort=sample_id");
        assertThat(page.locator(".selbar").innerText()).contains("3 samples selected");
    }

    @Test
    void aReviewNamesItsSamplesAndAnEmptyFormCannotBeSent() {
        page.navigate("/samples/all");
        List<String> some = new ArrayList<>(keys().subList(0, 2));
        java.util.Collections.sort(some);
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
    void anAutomaticReviewSaysWhyBeforeItIsDone() {
        page.navigate("/samples/all");
        page.locator("input[data-pick=row]").nth(0).click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Automatic review"))
                .click();
        page.waitForSelector("dialog tbody tr, dialog .note");
        assertThat(page.locator("dialog").innerText()).containsAnyOf("must be", "within limits", "does not answer");
        page.keyboard().press("Escape");
    }

    @Test
    void aValueOutsideItsLimitSaysWhy() {
        page.navigate("/samples/all");
        Locator marked = page.locator("td.low, td.high").first();
        marked.focus();
        assertThat(page.locator("#tip").innerText())
                .containsPattern("is (below|above) ")
                .contains("Limit: ");
        assertThat(marked.innerText()).containsPattern("(below|above) its limit");
    }

    @Test
    void aRunShowsAllOfItsElementsAndBarcodesAndMarksTheTrimmedOne() {
        page.navigate("/run/" + Fixture.RUN);
        assertThat(page.locator("#t-lanes tbody tr[data-key]").count()).isEqualTo(2);
        assertThat(page.locator("#processes").innerText()).contains("Number of times processed: 0");
        assertThat(page.locator("#t-demultiplexing1 tbody tr[data-key]").count())
                .isEqualTo(30);
        assertThat(page.locator("#t-demultiplexing1 .rowmark.filter").count()).isEqualTo(1);
        assertThat(page.locator("#t-unexpected1 tbody tr[data-key]").count()).isEqualTo(40);
        assertThat(page.locator("#t-demultiplexing1 td.low").first().innerText())
                .startsWith("75.0%");
        page.locator(".tabs a", new Page.LocatorOptions().setHasText("Demultiplexing lane 2"))
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
        assertThat(lines.get(0)).startsWith("Sample ID,User sample ID");
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
        page.getByLabel("Forget the view By mapping").click();
        page.waitForURL(url -> !url.contains("view="));
    }

    @Test
    void theSearchBoxFindsByTheBeginningOfANameFromTheKeyboard() {
        page.navigate("/samples/all");
        String wanted = keys().get(0);
        page.locator("h1").click();
        page.keyboard().press("/");
        page.keyboard().type(wanted.substring(0, wanted.length() - 1));
        page.waitForSelector("#found li[data-href]");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/sample/**");
        assertThat(page.locator("h1").innerText()).endsWith(" Sample Report");
    }

    @Test
    void aTokenIsShownOnceAndWorks() throws Exception {
        page.navigate("/tokens");
        page.getByLabel("What it is for").fill("a check");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a token"))
                .click();
        String token = page.locator("#made").innerText();
        assertThat(token).startsWith("egcg_");
        var answer = visitor.request()
                .get(
                        address + "/api/0.1/runs?max_results=1",
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setHeader("Authorization", "Token " + token));
        assertThat(answer.status()).isEqualTo(200);
        page.navigate("/tokens");
        assertThat(page.locator("main").innerText()).doesNotContain(token).contains("a check");
        page.locator("tr", new Page.LocatorOptions().setHasText("a check"))
                .first()
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(visitor.request()
                        .get(
                                address + "/api/0.1/runs?max_results=1",
                                com.microsoft.playwright.options.RequestOptions.create()
                                        .setHeader("Authorization", "Token " + token))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aNewUserChangesThePasswordBeforeAnythingElse() {
        page.navigate("/users");
        String name = "user" + System.nanoTime();
        page.getByLabel("Name").fill(name);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        String initial = page.locator("#initial").innerText();
        BrowserContext other = browser.visitor();
        Page theirs = other.newPage();
        theirs.navigate("/login");
        enter(theirs, name, initial);
        theirs.navigate("/samples/all");
        assertThat(theirs.url()).endsWith("/change_password");
        theirs.getByLabel("Old password").fill(initial);
        theirs.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("quite another word");
        theirs.getByLabel("New password again").fill("quite another word");
        theirs.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change password"))
                .click();
        theirs.waitForURL("**/login?changed=1");
        enter(theirs, name, "quite another word");
        theirs.navigate("/users");
        assertThat(theirs.locator("main").innerText()).contains("Only administrators");
        other.close();
        page.navigate("/users");
        page.locator("tr", new Page.LocatorOptions().setHasText(name))
                .getByText("Remove")
                .click();
        assertThat(page.locator("main .note").innerText()).contains("removed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/runs/all",
                "/samples/all",
                "/samples/toreview",
                "/projects/",
                "/projects/PAGES",
                "/project_status/",
                "/libraries/all",
                "/genotypes/all",
                "/species",
                "/species/Homo+sapiens",
                "/tokens",
                "/users",
                "/change_password",
                "/search?find=X",
                "/nowhere"
            })
    void noPageHasAnAccessibilityFault(String path) throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            page.navigate(path);
            assertThat(faults(page)).as(path + " " + colours).isEmpty();
        }
    }

    @Test
    void theLoginPageHasNoAccessibilityFault() throws IOException {
        BrowserContext stranger = browser.visitor();
        Page login = stranger.newPage();
        login.navigate("/login");
        assertThat(faults(login)).isEmpty();
        stranger.close();
    }

    /** Runs axe outside the page's policy, over the debugging protocol. */
    private static List<String> faults(Page checked) throws IOException {
        try (InputStream axe = PagesIT.class.getResourceAsStream("/axe.min.js")) {
            checked.evaluate("() => 0");
            checked.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
        }
        Object found = checked.evaluate("""
                async () => (await axe.run(document, {runOnly: {type: 'tag',
                  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}}))
                  .violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '))""");
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    @Test
    void textOfDocumentsNeverBecomesMarkup() {
        page.navigate("/species");
        assertThat(page.locator("main").innerText()).contains(Fixture.EVIL);
        page.navigate("/species/" + java.net.URLEncoder.encode(Fixture.EVIL, StandardCharsets.UTF_8));
        assertThat(page.locator("h1").innerText()).isEqualTo(Fixture.EVIL);
        page.navigate("/samples/all?q=script");
        assertThat(keys()).contains(Fixture.SCRIPT);
        assertThat(page.locator("main script, main img").count()).isZero();
    }

    @Test
    void aNameOfThreeHundredCharactersBreaksNothing() {
        page.setViewportSize(800, 900);
        page.navigate("/sample/" + Fixture.LONG);
        assertThat(page.locator("h1").innerText()).startsWith(Fixture.LONG);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(800);
        page.setViewportSize(1440, 900);
    }

    @Test
    void preferencesOfColourAreKept() {
        page.navigate("/");
        String before = (String) page.evaluate("document.documentElement.dataset.theme");
        page.getByLabel("Switch between light and dark").click();
        page.reload();
        assertThat((String) page.evaluate("document.documentElement.dataset.theme"))
                .isNotEqualTo(before);
        page.evaluate("localStorage.removeItem('egcg.theme')");
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases that lists tell apart, each of which {@link SmallFacility} has once. */
class SmallFacilityIT {

    @TempDir
    private static Path directory;

    private static final SmallFacility FACILITY = new SmallFacility();
    private static Receivers receivers;
    private static RunningServer server;
    private static String address;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        receivers = new Receivers();
        server = FACILITY.start(directory, receivers);
        address = server.address().toString().replaceFirst("/$", "");
        browser = new Browser(address);
        FACILITY.post(address);
    }

    @AfterAll
    static void close() {
        browser.close();
        server.close();
        receivers.close();
    }

    /** Logins of this facility end after ten seconds in which nothing is done. */
    @BeforeEach
    void logIn() {
        if (page == null || page.context().request().get("/ui/find?find=S").status() == 401) {
            page = Browser.logIn(browser.visitor(), Laboratory.USER, Laboratory.PASSWORD);
        }
    }

    private static List<String> keys(String path) {
        page.navigate(path);
        return page.locator("section.table").first().locator("tbody tr[data-key]").all().stream()
                .map(row -> row.getAttribute("data-key"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"processing, S2", "toreview, S1", "notprocessing, S4"})
    void samplesAreInTheListOfWhatIsToBeDoneWithThem(String view, String sample) {
        assertThat(keys("/samples/" + view)).containsExactly(sample);
    }

    @Test
    void samplesOfTheLimsAloneAreNoSamplesYetButPartOfTheirProject() {
        assertThat(keys("/samples/all")).containsExactlyInAnyOrder("S1", "S2", "S3", "S4");
        page.navigate("/projects/X001");
        assertThat(page.locator("#t-report tbody tr[data-key=S5]").count()).isEqualTo(1);
    }

    @Test
    void theOpenProjectsThatBeginWithAnSAreOneReport() {
        assertThat(keys("/projects/SGP")).containsExactly("S200", "S100");
        assertThat(page.locator("h1").innerText()).isEqualTo("Project report for SGP");
        assertThat(page.locator("#t-report").innerText())
                .contains("P100", "P200")
                .doesNotContain("P300");
    }

    /** P300 is in no hurry: its project was closed before it was finished. */
    @Test
    void whenTheyWillBeDoneIsForecastOfOpenProjectsAlone() {
        page.navigate("/charts/tat");
        page.waitForSelector("#t-forecast tbody tr[data-key]");
        assertThat(page.locator("#t-forecast tbody tr[data-key]").all().stream()
                        .map(row -> row.getAttribute("data-key")))
                .contains("S200", "S100")
                .doesNotContain("S300", "X002");
    }

    @Test
    void aSearchFindsWhatStandsInAFoldedList() {
        assertThat(keys("/samples/all?q=" + SmallFacility.RUN)).containsExactly("S4", "S2", "S1");
    }

    @Test
    void aListUnfoldsFromTheKeyboard() {
        page.navigate("/projects/");
        page.locator("tr[data-key=X001] button.list").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".pop a").allInnerTexts()).containsExactly("S1", "S2", "S4");
        page.keyboard().press("Escape");
        assertThat(page.locator(".pop").count()).isZero();
    }

    @Test
    void aSampleThatWasProcessedFromOtherElementsIsMarked() {
        page.navigate("/sample/S1");
        assertThat(page.locator("tr[data-key=S1] .rowmark.source").getAttribute("data-tip"))
                .contains("other run elements");
        page.navigate("/sample/S4");
        assertThat(page.locator("tr[data-key=S4] .rowmark.source").count()).isZero();
    }

    @Test
    void theReviewOfARunNamesItsSamplesWithoutWhatHasNoBarcode() {
        page.navigate("/runs/all");
        page.locator("tr[data-key='" + SmallFacility.RUN + "'] input[data-pick=row]")
                .click();
        startRunReview();
        assertThat(page.locator(".toast").innerText())
                .isEqualTo("The selected rows name no samples that the LIMS could review.");
        assertThat(page.locator("dialog").count()).isZero();
        page.navigate("/run/" + SmallFacility.RUN);
        page.locator("#t-lanes input[data-pick=row]").click();
        startRunReview();
        assertThat(page.locator("dialog").innerText())
                .contains("About to review the usability of run elements from 3 samples:");
        assertThat(page.locator("dialog li").allInnerTexts()).containsExactly("S1", "S2", "S4");
    }

    private void startRunReview() {
        page.locator(".selbar")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start run review"))
                .click();
    }

    @Test
    void projectsThatAreClosedAreListedWithTheDay() {
        assertThat(keys("/projects/")).startsWith("X002", "X001");
        assertThat(page.locator("tr[data-key=X002]").innerText())
                .contains(FACILITY.closed().toString());
        assertThat(keys("/project_status/closed")).containsExactly("X002", "S300");
    }

    @ParameterizedTest
    @CsvSource({
        "A7, none, 7 d, 7 days ago",
        "A8, week, 'over one week', 8 days ago",
        "A15, fortnight, 'over two weeks', 15 days ago",
        "A29, month, 'over four weeks', 29 days ago"
    })
    void samplesThatStayLongInAStatusAreMarkedInWordsToo(String project, String mark, String words, String hint) {
        page.navigate("/project_status/");
        Locator cell = page.locator("tr[data-key=" + project + "] .age");
        assertThat(cell.count()).isEqualTo(1);
        assertThat(cell.getAttribute("class")).isEqualTo("age " + mark);
        assertThat(cell.textContent().replace('\u00a0', ' ')).contains(words);
        assertThat(cell.getAttribute("data-tip")).endsWith(hint);
    }

    @Test
    void finishedSamplesGrowNoOlder() {
        page.navigate("/project_status/closed");
        Locator row = page.locator("tr[data-key=X002]");
        assertThat(row.innerText()).contains("1");
        assertThat(row.locator(".age").count()).isZero();
    }

    @Test
    void lastWeekIsSeenAsItWasThen() {
        page.navigate("/project_status/lastweek");
        assertThat(page.locator("tr[data-key=A15] .age.week").getAttribute("data-tip"))
                .endsWith("8 days ago");
        page.navigate("/project_status/");
        assertThat(page.locator("tr[data-key=A15] .age.fortnight").count()).isEqualTo(1);
    }

    @Test
    void runsAreCutToTheirPeriod() {
        String young = FACILITY.runOf(2);
        String older = FACILITY.runOf(100);
        String old = FACILITY.runOf(500);
        String errored = FACILITY.runOf(6);
        String booked = FACILITY.booked();
        assertThat(keys("/runs/recent")).containsExactly(young, errored, booked);
        assertThat(keys("/runs/last_12_months")).containsExactly(young, errored, booked, older);
        assertThat(keys("/runs/all")).containsExactly(young, errored, booked, older, old, SmallFacility.RUN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recent", "last_12_months", "all"})
    void whatTheLimsSaysOfARunIsInEveryListOfItWheneverTheLimsBeganIt(String period) {
        page.navigate("/runs/" + period + "?cols=run_id,run_status");
        Locator row = page.locator("tr[data-key='" + FACILITY.booked() + "']");
        assertThat(row.locator("td").last().innerText()).isEqualTo("RunCompleted");
        assertThat(row.locator(".rowmark.origin").count()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, running, RunStarted", "6, errored, RunErrored"})
    void aRunThatTheLimsAloneKnowsHasAPageInTheStateOfTheLists(int daysAgo, String state, String called) {
        String run = FACILITY.runOf(daysAgo);
        page.navigate("/run/" + run);
        assertThat(page.locator("main").innerText()).doesNotContain("The pipelines have reported no run");
        assertThat(page.locator("#state .verdict").innerText()).isEqualTo(state);
        assertThat(page.locator("#state").innerText()).contains("The LIMS says " + called);
        assertThat(page.locator(".note").innerText()).contains("The pipelines have reported nothing of this run.");
        assertThat(page.locator(".pagehead .facts").innerText()).contains("E00306", "S100", "Samples");
        assertThat(page.locator("#t-loaded tbody tr[data-key]").count()).isEqualTo(1);
        page.navigate("/runs/recent?cols=run_id,run_state");
        assertThat(page.locator("tr[data-key='" + run + "'] td").last().innerText())
                .isEqualTo(state);
        page.navigate("/");
        assertThat(page.locator("#newest tr", new Page.LocatorOptions().setHasText(run))
                        .innerText())
                .contains(state);
    }

    @Test
    void anErroredRunStandsFirstOnTheMainPage() {
        page.navigate("/");
        Locator first = page.locator(".todo").first();
        assertThat(first.locator("h2").innerText()).isEqualTo("Run errored or aborted");
        first.locator("a.btn").click();
        page.waitForLoadState();
        assertThat(page.locator("section.table tbody tr[data-key]").all().stream()
                        .map(row -> row.getAttribute("data-key")))
                .containsExactly(FACILITY.runOf(6));
    }

    @Test
    void eachStepOfASampleLeadsToThePageOfTheLimsThatShowsIt() {
        page.navigate("/sample/S1");
        page.getByText("LIMS history").click();
        page.waitForSelector("#t-history details");
        page.locator("#t-history details").all().forEach(stay -> stay.locator("summary")
                .click());
        assertThat(page.locator("#t-history details a").all().stream()
                        .map(step -> step.innerText() + " "
                                + step.getAttribute("href")
                                        .replace(SmallFacility.LIMS + "/clarity/", "")
                                        .replaceFirst("/\\d+$", ""))
                        .toList())
                .containsExactlyInAnyOrder(
                        "Receive Sample EG 6.1 work-complete",
                        "Sequencing Plate Preparation EG 2.0 work-details",
                        "Create CFP Batch queue");
        assertThat(page.locator("#t-history header a").getAttribute("href"))
                .isEqualTo(SmallFacility.LIMS + "/clarity/search?scope=Sample&query=S1");
    }

    @Test
    void aResourceOfItsOwnHasAListAndAPageForEachDocument() throws IOException {
        page.navigate("/");
        assertThat(page.locator("nav.menu a[href^='/resources/']").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList())
                .containsExactly("/resources/flow_cells", "/resources/freezers");

        assertThat(keys("/resources/flow_cells")).containsExactlyInAnyOrder("F1", "F/2", OverlayFiles.LONG);
        assertThat(page.locator("tr[data-key=F1]").innerText()).contains("<b>Illumina</b>", "8.00");
        page.locator("tr[data-key=F1] a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/resources/flow_cells/F1");
        assertThat(page.locator("h1").innerText()).isEqualTo("F1");
        assertThat(keys("/resources/flow_cells/F%2F2")).containsExactly("F/2");
        AccessibilityIT.check(page, "/resources/flow_cells");
        AccessibilityIT.check(page, "/resources/flow_cells/F1");
    }

    @Test
    void withoutColumnsOfItsOwnAResourceShowsTheFieldsOfItsSchema() {
        assertThat(keys("/resources/freezers")).hasSize(1);
        assertThat(page.locator("section.table th").allInnerTexts().toString())
                .contains("Name", "Shelves", "Place floor", "Place room");
        page.locator("tbody tr[data-key] a").first().click();
        page.waitForURL("**/resources/freezers/*");
        assertThat(page.locator("section.table").innerText()).contains("Cold");
    }

    @Test
    void whatIsNotThereIsSaidInASentence() {
        page.navigate("/resources/flow_cells/none");
        assertThat(page.locator(".nothing").innerText())
                .contains("No such document: none", "There is no flow cell “none”.", "All flow cells");
        page.navigate("/resources/samples");
        assertThat(page.locator(".nothing").innerText()).contains("No resource is called “samples”.");
        page.navigate("/resources/nothing/none");
        assertThat(page.locator(".nothing").innerText())
                .contains("No such document: none", "No resource is called “nothing”, so it has no document “none”.");
        page.navigate("/resources/flow_cells?q=nothing+is+called+so");
        assertThat(page.locator("section.table").innerText()).doesNotContain("F1");
    }

    @Test
    void metricsAndColumnsOfItsOwnStandInTheTablesThatThereAre() {
        page.navigate("/runs/all");
        assertThat(page.locator("tr[data-key='" + SmallFacility.RUN + "']").innerText())
                .contains("F1", "20.00");
    }

    @Test
    void theApiFiltersByAMetricOfItsOwn() {
        assertThat(flowCellsOver(7)).contains("\"flow_cell_id\": \"F1\"", "\"yield_in_gb\": 8.0");
        assertThat(flowCellsOver(8)).contains("\"data\": []").doesNotContain("F1");
    }

    private String flowCellsOver(int gigabases) {
        String login = Laboratory.USER + ":" + Laboratory.PASSWORD;
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        return page.context()
                .request()
                .get(
                        "/api/0.1/flow_cells?where=aggregated.yield_in_gb+%3E+" + gigabases,
                        RequestOptions.create().setHeader("Authorization", "Basic " + basic))
                .text();
    }

    private static void fillIn(String how) {
        page.navigate("/notices");
        page.getByLabel("How").selectOption(how);
        page.getByLabel("E-mail address").fill(Receivers.ADDRESS);
        page.getByLabel("Pipeline failed", new Page.GetByLabelOptions().setExact(true))
                .check();
    }

    private static void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForLoadState();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "webhook/" + Receivers.HOOK})
    void aTestThatOneHasSentToOneselfArrives(String how) throws Exception {
        fillIn(how);
        press("Send me a test");
        assertThat(page.locator(".note.pass, .note.fail").innerText()).containsIgnoringCase("sent");
        if (how.equals("mail")) {
            assertThat(receivers.mails())
                    .anyMatch(mail -> mail.startsWith("[EGCG Reporting] Run finished: an example"));
        } else {
            assertThat(receivers.posted())
                    .anyMatch(request -> request.startsWith("sha256=") && request.contains("\"notices\""));
        }
    }

    /** What was there before the service first looked is not told: so it fails again until it has looked. */
    @Test
    void aPipelineThatFailsIsToldByMailAndByWebhook() throws Exception {
        for (String how : List.of("mail", "webhook/" + Receivers.HOOK)) {
            fillIn(how);
            press("Subscribe");
            assertThat(page.locator("[role=status].note").innerText()).isEqualTo("The subscription is saved.");
        }
        for (int attempt = 1; attempt <= 20 && !receivers.areTold("FAILS"); attempt++) {
            Fixture.send(address, "analysis_driver_procs", """
                    {"proc_id": "fails %1$d", "dataset_type": "project", "dataset_name": "FAILS%1$d", "status": "failed"}""".formatted(attempt));
            page.waitForTimeout(3_000);
            page.navigate("/notices");
        }
        assertThat(receivers.areTold("FAILS"))
                .as("%s, %s", receivers.mails(), receivers.posted())
                .isTrue();
        assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Receivers"))
                        .innerText())
                .contains(Receivers.ADDRESS, Receivers.HOOK);
    }

    /** The facility lets its visitors do nothing for ten seconds. */
    @Test
    void aVisitorWhoDoesNothingForTooLongLogsInAgain() {
        page.waitForTimeout(6_000);
        page.navigate("/runs/recent");
        page.waitForTimeout(6_000);
        page.navigate("/runs/recent");
        assertThat(page.url()).as("what he did counts").endsWith("/runs/recent");
        page.waitForTimeout(11_000);
        page.navigate("/runs/recent");
        assertThat(page.url()).endsWith("/login?redirect=%2Fruns%2Frecent");
        BrowserContext same = page.context();
        assertThat(same.request().get("/ui/find?find=S").status()).isEqualTo(401);
    }
}

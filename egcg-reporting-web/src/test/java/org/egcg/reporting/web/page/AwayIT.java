package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.egcg.reporting.embedded.store.StoppableStore;
import org.egcg.reporting.testkit.RunningServer;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of an installation that knows nothing yet, and of those whose LIMS or store does not answer. */
class AwayIT {

    /** The pages on which something is missing without the LIMS. */
    private static final Set<String> NEED_THE_LIMS = Set.of(
            "runs",
            "samples",
            "samples-to-review",
            "sample",
            "projects",
            "project",
            "two-projects",
            "project-status",
            "libraries",
            "library",
            "genotypes",
            "genotype",
            "chart-turnaround");

    @TempDir
    private Path directory;

    private static void visit(RunningServer started, Check check) throws IOException {
        try (RunningServer server = started;
                Browser browser = new Browser(server.address().toString().replaceFirst("/$", ""))) {
            check.on(Browser.logIn(browser.visitor(), Laboratory.USER, Laboratory.PASSWORD));
        }
    }

    /** What is looked at. */
    private interface Check {
        void on(Page page) throws IOException;
    }

    @Test
    void anEmptyInstallationWelcomesAndSaysWhereToBegin() throws IOException {
        visit(BareServer.empty(directory), page -> {
            // until the service has read the main page ahead, for nobody
            page.waitForTimeout(8_000);
            page.navigate("/");
            assertThat(page.locator("#blank").innerText()).contains("Welcome to EGCG Reporting");
            assertThat(page.locator("main table").count()).isZero();
            assertThat(page.locator("main .note").count()).isZero();
            AccessibilityIT.check(page, "/");
            AllPages.inside().forEach(address -> isWhole(page, address));
            saysWhy(page, "/runs/all", "No run has been reported yet");
            saysWhy(page, "/samples/all", "No sample has been reported yet");
            saysWhy(page, "/project_status/", "The LIMS has no open project");
            saysWhy(page, "/libraries/recent", "The LIMS has no library plate yet");
            saysWhy(page, "/genotypes/all", "The LIMS has no genotyping plate yet");
            saysWhy(page, "/projects/", "No project has been reported yet");
            saysWhy(page, "/projects/P1,P2", "Neither the pipelines nor the LIMS know any of these projects: P1, P2.");
            assertThat(page.locator("main section").count()).isEqualTo(1);
            saysWhy(page, "/species", "No species has been reported yet");
            assertThat(page.locator("main section").count()).isEqualTo(1);
            saysWhy(page, "/history", "Nothing has been changed yet");
            saysWhy(page, "/history?by=nobody", "No change matches.");
            saysWhy(page, "/compare/samples?ids=S1|S2|S3", "None of these three samples is known: S1, S2, S3.");
            saysWhy(page, AllPages.oneOfEachKind().get("chart-pipelines"), "No process has been reported yet");
            hasNothingToChoose(page);
            assertThat(page.locator("main a.btn").getAttribute("href")).isEqualTo("/api_docs#of-analysis_driver_procs");
            page.navigate("/charts/bioinformatics?from=wrong");
            page.getByText("No process has been reported yet").waitFor();
            hasNothingToChoose(page);
            page.navigate("/api_docs");
            assertThat(page.locator("#of-analysis_driver_procs").count()).isEqualTo(1);
            saysWhy(page, "/inconsistencies", "Nothing has been reported yet");
            saysWhy(page, AllPages.oneOfEachKind().get("chart-sequencing"), "No lane has been reported yet");
            hasNothingToChoose(page);
            saysWhy(page, "/charts/seq/last_month", "No lane has been reported yet");
            hasNothingToChoose(page);
            saysWhy(page, AllPages.oneOfEachKind().get("chart-turnaround"), "No sample has been delivered yet");
            hasNothingToChoose(page);
            saysWhy(page, "/limits", "no lanes in the last 90 days");
            assertThat(page.locator("main form, main td.num").count()).isZero();
            saysWhy(page, "/delivery/P1", "Neither the pipelines nor the LIMS know a project P1.");
            saysWhy(page, "/run/none", "The pipelines have reported no run none.");
            leadsTo(page, "/run/none", "Nothing has been reported yet", "Import a run");
            leadsTo(page, "/projects/P1", "Nothing has been reported yet. The project appears here", "Import a run");
            leadsTo(page, "/projects/P1,P2", "They appear here once", "Import a run");
            leadsTo(page, "/compare/runs?ids=none", "No such run: none.", "Import a run");
            keepTheirOwnWords(page);
            for (String list : List.of("/runs/all", "/samples/all", "/projects/", "/libraries/all", "/species")) {
                page.navigate(list);
                assertThat(page.locator("main .facts").innerText()).as(list).startsWith("as of ");
                assertThat(page.locator("main .blank").innerText()).as(list).doesNotContain("as of");
            }
        });
    }

    private static void hasNothingToChoose(Page page) {
        assertThat(page.locator(
                                "main form, main .seg, main .choices, main .table, main .tools:visible, main .hint:visible")
                        .count())
                .as(page.url())
                .isZero();
    }

    /** What no pipeline reports is not promised. */
    private static void keepTheirOwnWords(Page page) {
        leadsTo(page, "/users/nobody", "The account may have been removed.", "Show all users");
        leadsTo(page, "/nowhere", "Look for a mistyped letter in the address", "Go to the main page");
        leadsTo(page, "/resources/nothing", "Look for a mistyped letter in the address", "All resources");
        leadsTo(page, "/resources/nothing/none", "Look for a mistyped letter in the address", "Go to the main page");
        leadsTo(page, "/library/none", "The LIMS has no library plate yet.", "Main page");
        leadsTo(page, "/genotype/none", "The LIMS has no genotyping plate yet.", "Main page");
        leadsTo(page, "/species/none", "appears here once it is posted to the API.", "How to post species");
        assertThat(page.locator("main").innerText()).doesNotContain("Nothing has been reported yet");
    }

    private static void leadsTo(Page page, String address, String reason, String way) {
        saysWhy(page, address, reason);
        assertThat(page.locator("main a.btn").allInnerTexts()).as(address).containsExactly(way);
    }

    /** And once the store is away, too, one may try again; unless it is one that cannot be stopped. */
    @Test
    void withoutTheLimsThePagesSaySoAndShowTheRest() throws IOException {
        Optional<StoppableStore> store = TestStore.external().isPresent()
                ? Optional.empty()
                : Optional.of(new StoppableStore(directory.resolve("documents")));
        RunningServer server =
                store.isPresent() ? BareServer.withoutLims(directory, store.get()) : BareServer.withoutLims(directory);
        visit(server, page -> {
            page.navigate("/");
            assertThat(page.locator("main .note").innerText()).contains("The LIMS does not answer.");
            assertThat(page.locator(".flow").count()).isZero();
            assertThat(page.locator("#todo").innerText()).contains("Nothing needs attention");
            assertThat(page.locator("#newest").innerText()).contains("No run has been reported yet.");
            AccessibilityIT.check(page, "/");
            AllPages.oneOfEachKind().forEach((name, address) -> {
                isWhole(page, address);
                if (NEED_THE_LIMS.contains(name)) {
                    assertThat(page.locator("main").innerText()).as(name).contains("The LIMS does not answer.");
                }
            });
            AccessibilityIT.check(page, "/project_status/");
            Fixture.send(origin(page), "samples", "{\"sample_id\": \"S1\", \"project_id\": \"P\"}");
            page.navigate("/projects/P");
            assertThat(page.locator("#t-report tr[data-key=S1]").count()).isEqualTo(1);
            assertThat(page.locator("#t-report .note").innerText())
                    .isEqualToNormalizingWhitespace(
                            "The LIMS does not answer. Its columns are empty for now. Try again");
            if (store.isPresent()) {
                withoutTheStoreToo(page, store.get());
            }
        });
        store.ifPresent(StoppableStore::close);
    }

    private static void withoutTheStoreToo(Page page, StoppableStore store) throws IOException {
        String fresh = "/runs/last_12_months";
        store.stop();
        page.navigate(fresh);
        Locator fault = page.locator("main .note.fail");
        assertThat(fault.innerText()).contains("Neither the document store nor the LIMS answers.");
        assertThat(page.locator("[aria-busy=true], .progress:visible").count()).isZero();
        AccessibilityIT.check(page, fresh);
        List.of(
                        "/projects/P",
                        "/projects/P,P2",
                        "/sample/S1",
                        "/species",
                        "/reviews",
                        "/history",
                        "/notices",
                        "/boards",
                        "/import")
                .forEach(address -> saysOnceThatItIsAway(page, address));
        List.of("chart-pipelines", "chart-sequencing", "chart-turnaround").forEach(chart -> {
            page.navigate(AllPages.oneOfEachKind().get(chart));
            page.locator("main .chart-state .note.fail").waitFor();
            assertThat(page.locator("main form, main .seg, main .hint:visible").count())
                    .as(chart)
                    .isZero();
        });
        areAllWhole(page);
        FrameIT.footerSays(page, "Document store away", "LIMS away");
        page.navigate(fresh);
        store.start();
        // the driver looks every two seconds whether it is back
        page.waitForTimeout(3_000);
        fault.locator("a.retry").click();
        page.getByText("There are no runs here.").waitFor();
    }

    /** And has nothing that could do no more than that. */
    private static void saysOnceThatItIsAway(Page page, String address) {
        page.navigate(address);
        assertThat(page.locator("main .note.fail").count()).as(address).isEqualTo(1);
        assertThat(page.locator("main section, main form, main .fold").count())
                .as(address)
                .isZero();
    }

    /** Pages ask up to thirty questions, of which one waits three seconds. All at once, as one after the other takes minutes. */
    private static void areAllWhole(Page page) {
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        Map<String, CompletableFuture<HttpResponse<String>>> answers = new TreeMap<>();
        AllPages.oneOfEachKind()
                .forEach((name, address) -> answers.put(
                        name,
                        client.sendAsync(
                                HttpRequest.newBuilder(URI.create(origin(page) + address))
                                        .header("Cookie", cookies)
                                        .header("Accept", "text/html")
                                        .timeout(Duration.ofMinutes(1))
                                        .build(),
                                BodyHandlers.ofString())));
        answers.forEach((name, answer) -> assertThat(answer.join().body())
                .as(name)
                .contains("<h1", "<footer>")
                .endsWith("</html>"));
    }

    private static String origin(Page page) {
        return (String) page.evaluate("location.origin");
    }

    /** Neither a failure of the server or of a script, nor something that never ends. */
    private static void isWhole(Page page, String address) {
        List<String> errors = new ArrayList<>();
        Consumer<String> failed = errors::add;
        page.onPageError(failed);
        Response answer = page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(answer.status()).as(address).isEqualTo(address.equals(AllPages.MISSING) ? 404 : 200);
        assertThat(page.locator("h1").innerText()).as(address).isNotBlank();
        assertThat(page.locator("[aria-busy=true], .progress:visible").count())
                .as(address)
                .isZero();
        assertThat(page.locator("footer").count()).as(address).isEqualTo(1);
        assertThat(errors).as(address).isEmpty();
        page.offPageError(failed);
    }

    private static void saysWhy(Page page, String address, String reason) {
        page.navigate(address);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("main").innerText()).as(address).contains(reason);
    }
}

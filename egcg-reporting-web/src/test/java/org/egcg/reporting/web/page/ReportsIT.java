package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reports say of the example facility. */
class ReportsIT extends PageChecks {

    @ParameterizedTest
    @CsvSource({
        "/runs/recent, Recent Runs",
        "/runs/last_12_months, Last 12 months Runs",
        "/runs/all, All Runs",
        "/libraries/recent, Recent Libraries",
        "/genotypes/all, All Genotypes",
        "/samples/processing, Samples processing",
        "/samples/notprocessing, Samples not processing",
        "/project_status/lastweek, Project status last week",
        "/project_status/closed, Closed Project Status",
        "/species/Homo%20sapiens, Homo sapiens"
    })
    void eachListHasItsTitle(String path, String title) {
        page.navigate(path);
        assertThat(page.locator("h1").innerText()).isEqualTo(title);
        assertThat(page.title()).startsWith(title + " - ");
    }

    /** Where to look is seen on the tabs, and not by colour alone. */
    @Test
    void lanesOutsideTheirLimitsAreMarkedOnTheirTabs() {
        page.navigate(AllPages.RUN);
        List<String> failing = page.locator(".lane.is-fail .top b").allInnerTexts();
        assertThat(failing).containsExactly("Lane 4");
        assertThat(page.locator(
                                "[data-tabs=demultiplexing] .tabs a",
                                new Page.LocatorOptions().setHas(page.locator(".verdict.fail")))
                        .allTextContents())
                .containsExactly("Lane 4 outside its limits");
        assertThat(page.locator(".lane.is-fail").innerText()).contains("▼ 72.4%");
    }

    @Test
    void theRunsOfThisYearAreCalledByIt() {
        page.navigate("/runs/current_year");
        assertThat(page.locator("h1").innerText()).isEqualTo(Year.now(ZoneOffset.UTC) + " Runs");
    }

    @Test
    void runsOfTheLimsAloneAreListedAndMarkedTheNewestFirst() {
        page.navigate("/runs/all");
        assertThat(keys())
                .isSortedAccordingTo(Comparator.comparing(PageChecks::day).reversed())
                .contains("261006_E00397_0149_BHJ4PCCX2");
        assertThat(page.locator("tr[data-key='261006_E00397_0149_BHJ4PCCX2'] .rowmark.origin")
                        .innerText())
                .startsWith("L");
        assertThat(page.locator("tr[data-key='261013_E00306_0402_AHJ5TCCX2'] .rowmark.filter")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void foldedTablesAskForNothingBeforeTheyAreOpened() {
        List<String> parts = new ArrayList<>();
        Consumer<Request> record = request -> {
            if (request.resourceType().equals("fetch")) {
                parts.add(request.url());
            }
        };
        page.onRequest(record);
        page.navigate(AllPages.SAMPLE);
        assertThat(page.locator("#t-history").innerText()).isEqualTo("LIMS history");
        page.waitForTimeout(300);
        assertThat(parts).isEmpty();
        page.getByText("LIMS history").click();
        page.waitForSelector("#t-history details");
        page.offRequest(record);
        assertThat(parts).hasSize(1).allMatch(url -> url.contains("part=history"));
        assertThat(page.locator("#t-history").innerText()).contains("Sample History from LIMS. Status: Finished");
        Locator first = page.locator("#t-history details").first();
        first.locator("summary").click();
        assertThat(first.locator("tbody tr").count()).isPositive();
    }

    /** As their documents have it: the lists are checked against what the API gives of all samples. */
    @Test
    void samplesAreListedByWhatTheirPipelinesDo() {
        assertThat(listed("processing"))
                .isNotEmpty()
                .isEqualTo(samples((status, sample) -> status.equals("processing")));
        assertThat(listed("toreview"))
                .isNotEmpty()
                .isEqualTo(samples((status, sample) ->
                        status.equals("finished") && text(sample, "useable").equals("not marked")));
        assertThat(listed("notprocessing"))
                .isEqualTo(samples((status, sample) -> sample.getDocument("aggregated", new BsonDocument())
                                .isNumber("clean_yield_in_gb")
                        && List.of("", "reprocess", "force_ready", "resume").contains(status)));
    }

    private static Set<String> listed(String view) {
        page.navigate("/samples/" + view + "?n=250");
        return new TreeSet<>(keys());
    }

    private static Set<String> samples(BiPredicate<String, BsonDocument> wanted) {
        String body = visitor.request()
                .get(
                        address + "/api/0.1/samples?max_results=1000",
                        RequestOptions.create().setHeader("Authorization", "Basic " + Fixture.basic(USER, PASSWORD)))
                .text();
        Set<String> samples = new TreeSet<>();
        for (BsonValue one : JsonReader.read(body).asDocument().getArray("data")) {
            BsonDocument sample = one.asDocument();
            BsonDocument aggregated = sample.getDocument("aggregated", new BsonDocument());
            String status = aggregated.isDocument("most_recent_proc")
                    ? text(aggregated.getDocument("most_recent_proc"), "status")
                    : "";
            if (wanted.test(status, sample)) {
                samples.add(text(sample, "sample_id"));
            }
        }
        return samples;
    }

    private static String text(BsonDocument document, String field) {
        BsonValue value = document.get(field, new BsonString(""));
        return value.isString() ? value.asString().getValue() : "";
    }

    @Test
    void aPlateUnfoldsToItsSamples() {
        page.navigate("/libraries/all");
        assertThat(keys()).startsWith("LP2026033").endsWith("LP2026018");
        page.locator("tr[data-key=LP2026029] button.unfold").click();
        page.waitForSelector(".childrow tbody tr");
        assertThat(page.locator(".childrow tbody tr").count()).isEqualTo(10);
        assertThat(page.locator("tr[data-key=LP2026029]").innerText()).contains("90.0%");
        assertThat(page.locator("tr[data-key=LP2026029] a[href='/library/LP2026029']")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void severalProjectsAreOneReport() {
        page.navigate("/projects/EG0117,EG0121");
        assertThat(page.locator("h1").innerText()).isEqualTo("Project report for EG0117,EG0121");
        assertThat(page.locator("section.table")
                        .first()
                        .locator("tbody tr[data-key]")
                        .count())
                .isEqualTo(2);
        page.navigate("/projects/SGP");
        assertThat(page.locator("section.table")
                        .first()
                        .locator("tbody tr[data-key]")
                        .count())
                .isZero();
        assertThat(page.locator("main .note.fail").count()).isZero();
    }

    @Test
    void closedProjectsAreInTheListOfClosedOnesOnly() {
        page.navigate("/project_status/closed");
        assertThat(keys()).containsExactly("EG0104");
        page.navigate("/project_status/");
        assertThat(keys()).doesNotContain("EG0104").contains("EG0117", "EG0130");
        page.navigate("/projects/");
        assertThat(keys()).contains("EG0104");
    }

    @Test
    void theFootSumsTheRowsThatAreShown() {
        page.navigate("/project_status/");
        Locator quoted = page.locator("tfoot tr").first().locator("td, th").nth(1);
        assertThat(quoted.innerText()).isEqualTo("60");
        page.navigate("/project_status/?q=Gallus");
        assertThat(quoted.innerText()).isEqualTo("24");
        page.locator("[data-unfold=help]").click();
        assertThat(page.locator("main").innerText()).contains("Manifest Parsing EG 1.0 ST");
    }

    @Test
    void requiredYieldsAreInTheOrderOfTheirCoverage() {
        page.navigate("/species");
        page.locator("main a", new Page.LocatorOptions().setHasText("Homo sapiens"))
                .first()
                .click();
        page.waitForURL("**/species/Homo+sapiens");
        assertThat(page.locator("section.table").last().locator("tbody tr[data-key]").all().stream()
                        .map(row -> row.locator("th, td").first().innerText())
                        .toList())
                .containsExactly("10X", "15X", "30X", "60X", "90X", "120X");
    }
}

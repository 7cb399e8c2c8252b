package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.Test;

/** What waits for a decision is decided at the desk. */
class DeskIT extends PageChecks {

    private static final int SAMPLES = 100;
    private static final String RUN = "261101_E00306_0777_ADESKXXCXX";

    private static String answer(String path) {
        return visitor.request()
                .get(
                        "/api/0.1/" + path,
                        RequestOptions.create().setHeader("Authorization", "Basic " + Fixture.basic(USER, PASSWORD)))
                .text();
    }

    private static String get(String path) {
        return answer(path).replaceAll("\\s", "");
    }

    /** Samples of a project of which the pipelines have finished with all. */
    private static void samples(String project, int count) {
        Fixture.send(address, "projects", "{\"project_id\": \"" + project + "\"}");
        Fixture.send(
                address,
                "samples",
                all(
                        count,
                        "{\"sample_id\": \"%1$s%2$03d\", \"project_id\": \"%1$s\", \"library_id\": \"L\", \"useable\": \"not marked\", \"required_yield\": 30000000000, \"required_coverage\": 30}",
                        project));
        Fixture.send(
                address,
                "analysis_driver_procs",
                all(
                        count,
                        "{\"proc_id\": \"p_%1$s%2$03d\", \"dataset_type\": \"sample\", \"dataset_name\": \"%1$s%2$03d\", \"status\": \"finished\"}",
                        project));
    }

    private static String all(int count, String document, String project) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> document.formatted(project, number))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void waitFor(Page on, String id) {
        on.waitForFunction(
                "id => document.querySelector('#item:not(.loading)')?.dataset.id === id",
                id,
                new Page.WaitForFunctionOptions().setPollingInterval(20));
    }

    /** What comes after the item is there, or nothing is left; keys are not heard while the next item is read. */
    private static void waitForAnother(Page on, String id) {
        on.waitForFunction(
                "id => document.querySelector('#done, #item:not(.loading)')?.matches(`#done, [data-id]:not([data-id=\"${CSS.escape(id)}\"])`)",
                id);
    }

    private static String here(Page on) {
        return on.locator("#item").getAttribute("data-id");
    }

    @Test
    void aHundredSamplesAreDecidedByKeysAlone() {
        samples("DESK", SAMPLES);
        List<String> before = laboratory("DESK");
        page.navigate("/review?project=DESK&kind=samples");
        assertThat(page.locator("#left").innerText()).isEqualTo("100");
        for (int done = 1; done <= SAMPLES; done++) {
            String id = here(page);
            page.keyboard().press(done % 10 == 0 ? "p" : "f");
            if (done % 10 == 0) {
                page.keyboard().type("seen by eye");
                page.keyboard().press("Enter");
            }
            waitForAnother(page, id);
        }
        page.locator("#done").waitFor();
        List<BsonDocument> decided = documents("samples?max_results=200&where={\"project_id\":\"DESK\"}");
        assertThat(decided).hasSize(SAMPLES).allSatisfy(DeskIT::isDecided);
        assertThat(decided)
                .filteredOn(sample -> text(sample, "reviewed").equals("pass"))
                .hasSize(SAMPLES / 10)
                .allMatch(sample -> text(sample, "review_comments").equals("seen by eye"));
        everyOneIsInTheHistory(decided);
        for (int left = SAMPLES; left > 0; left--) {
            page.keyboard().press("z");
            // the first leads from the page that nothing waits to the list, whose keys are heard when it is complete
            page.waitForFunction(
                    "left => document.readyState === 'complete' && document.querySelector('#left')?.textContent === left && document.querySelector('#item:not(.loading)')",
                    String.valueOf(SAMPLES - left + 1));
        }
        assertThat(laboratory("DESK")).isEqualTo(before);
    }

    /** What is stored of a project, without the marks that every write leaves. */
    private static List<String> laboratory(String project) {
        String where = "&where={\"project_id\":\"" + project + "\"}";
        return Stream.of("samples", "projects")
                .flatMap(resource -> documents(resource + "?max_results=200" + where).stream())
                .map(DeskIT::withoutMarks)
                .toList();
    }

    private static String withoutMarks(BsonDocument document) {
        BsonDocument rest = document.clone();
        List.of("_etag", "_updated").forEach(rest::remove);
        return rest.toJson();
    }

    private static List<BsonDocument> documents(String path) {
        return JsonReader.read(answer(path)).asDocument().getArray("data").stream()
                .map(BsonValue::asDocument)
                .toList();
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    private static void isDecided(BsonDocument sample) {
        assertThat(text(sample, "reviewed") + " " + text(sample, "useable")).isIn("pass yes", "fail no");
        assertThat(text(sample, "useable_reviewer")).isEqualTo(USER);
        for (String field : List.of("review_comments", "useable_comments", "review_date", "useable_date")) {
            assertThat(text(sample, field)).as(field).isNotBlank();
        }
    }

    private static void everyOneIsInTheHistory(List<BsonDocument> decided) {
        Map<String, BsonDocument> entries =
                documents("history?resource=samples&field=useable&max_results=" + SAMPLES + "&by=" + USER).stream()
                        .collect(Collectors.toMap(entry -> text(entry, "name"), entry -> entry));
        assertThat(decided).allSatisfy(sample -> {
            BsonDocument entry = entries.get(text(sample, "sample_id"));
            assertThat(text(entry, "action")).isEqualTo("manual_review");
            assertThat(text(entry, "etag")).isEqualTo(text(sample, "_etag"));
            for (String field : entry.getDocument("after").keySet()) {
                assertThat(text(entry.getDocument("after"), field)).isEqualTo(text(sample, field));
            }
        });
    }

    @Test
    void aLaboratoryWithoutLimsComesFromRunElementsToASignedDeliveryByPagesAlone() {
        Fixture.send(address, "run_elements", """
                {"run_element_id": "%1$s_1_ACGT", "run_id": "%1$s", "lane": 1, "barcode": "ACGT", "project_id": "NOLIMS",
                 "sample_id": "NOLIMS001", "library_id": "L", "bases_r1": 1000000000, "bases_r2": 1000000000,
                 "q30_bases_r1": 900000000, "q30_bases_r2": 900000000, "useable": "not marked"}""".formatted(RUN));
        Fixture.send(address, "lanes", """
                {"lane_id": "%1$s_1", "run_id": "%1$s", "lane_number": 1, "run_elements": ["%1$s_1_ACGT"]}""".formatted(RUN));
        Fixture.send(address, "runs", "{\"run_id\": \"%1$s\", \"run_elements\": [\"%1$s_1_ACGT\"]}".formatted(RUN));
        samples("NOLIMS", 1);
        page.navigate("/review?project=NOLIMS&kind=lanes");
        waitFor(page, RUN + "_1");
        assertThat(page.locator("#item .trend svg").count()).isPositive();
        page.keyboard().press("p");
        page.keyboard().type("pooled with others");
        page.keyboard().press("Enter");
        page.locator("#done").waitFor();
        page.navigate("/run/" + RUN);
        assertThat(page.locator("#t-lanes tbody").innerText()).contains("pass");
        page.navigate("/review?project=NOLIMS");
        waitFor(page, "NOLIMS001");
        assertThat(page.locator("#item").innerText()).contains(RUN + "_1_ACGT");
        page.keyboard().press("p");
        page.keyboard().type("enough for us");
        page.keyboard().press("Enter");
        page.locator("#done").waitFor();
        page.navigate("/projects/NOLIMS");
        assertThat(page.locator("#t-report tbody").innerText()).contains("yes");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delivery"))
                .click();
        theDeliveryIsSigned();
    }

    private static void theDeliveryIsSigned() {
        press(page, "Sign for 1 sample");
        page.waitForURL(url -> url.contains("signed="));
        assertThat(page.locator("main").innerText()).contains("NOLIMS001", USER, "enough for us");
        APIResponse file =
                visitor.request().get(page.locator(".pagehead details a").getAttribute("href"));
        assertThat(file.headers()).containsEntry("content-type", "application/pdf");
        assertThat(get("deliveries?project_id=NOLIMS")).contains("\"NOLIMS001\"", "sign_off_NOLIMS");
    }

    @Test
    void whoComesSecondIsToldWhatTheFirstDidAndWhatWasDoneIsTakenBack() {
        samples("TWO", 2);
        page.navigate("/review?project=TWO&item=samples:TWO001");
        Page second = visitor.newPage();
        second.navigate("/review?project=TWO&item=samples:TWO001");
        page.keyboard().press("f");
        waitFor(page, "TWO002");
        assertThat(page.locator("nav.seg a[aria-current] b").innerText())
                .as("as many as are left")
                .isEqualTo(page.locator("#left").innerText())
                .isEqualTo("1");
        second.keyboard().press("p");
        second.keyboard().type("I like it");
        second.keyboard().press("Enter");
        second.locator("#said .note.fail").waitFor();
        assertThat(second.locator("#said").innerText()).contains("TWO001 has changed", USER + " decided", "fail");
        press(second, "Show it as it is now");
        second.getByText("Decided before").waitFor();
        second.close();
        page.keyboard().press("z");
        waitFor(page, "TWO001");
        assertThat(page.locator("#left").innerText()).isEqualTo("2");
        assertThat(get("samples/TWO001")).contains("\"useable\":\"notmarked\"");
    }

    @Test
    void keysGoForthAndBackAndTheHelpNamesThem() {
        samples("STEPS", 3);
        page.navigate("/review?project=STEPS&kind=samples");
        String first = here(page);
        page.keyboard().press("j");
        waitForAnother(page, first);
        page.keyboard().press("k");
        waitFor(page, first);
        page.keyboard().press("c");
        page.keyboard().type("jk");
        assertThat(here(page)).isEqualTo(first);
        assertThat(page.locator("#comment").inputValue()).isEqualTo("jk");
        page.keyboard().press("Escape");
        aNoteIsWrittenThatWaitedWhileOthersWereLookedAt(first);
        page.keyboard().press("?");
        assertThat(page.locator("dialog[open]").innerText()).contains("Takes the last decision back");
        page.keyboard().press("Escape");
    }

    private static void aNoteIsWrittenThatWaitedWhileOthersWereLookedAt(String first) {
        page.keyboard().press("n");
        page.keyboard().type("ask the lab");
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        waitForAnother(page, first);
        page.keyboard().press("k");
        waitFor(page, first);
        assertThat(page.locator("#noting textarea").inputValue()).isEqualTo("ask the lab");
        page.keyboard().press("n");
        page.keyboard().press("Enter");
        page.locator("#item .said").getByText("ask the lab").waitFor();
        assertThat(get("history?resource=notes&name=" + first)).contains("\"text\":\"askthelab\"");
    }
}

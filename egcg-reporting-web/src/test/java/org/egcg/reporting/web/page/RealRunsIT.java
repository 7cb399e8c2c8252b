package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of four instruments as their demultiplexing put them out: dates, order and states on pages, lists and charts. */
class RealRunsIT extends PageChecks {

    private static final String HISEQ_2500 = "170726_D00118_0303_BCB1TVANXX";
    private static final String HISEQ_X = "150723_E00306_0025_BHCHK3CCXX";
    private static final String MISEQ = "230825_M04034_0043_000000000-L6NVV";
    private static final String NEXTSEQ = "240131_VH00384_146_AACCHKLHV";
    private static final String NOVASEQ_X = "20250917_LH00555_0012_B22RRRLT3";

    @BeforeAll
    static void post() throws IOException {
        for (String file :
                List.of("hiseq2500-eight-lanes", "hiseqx-two-lanes", "miseq-one-lane", "nextseq2000-two-lanes")) {
            post(read(file));
        }
        Fixture.send(address, "runs", "{\"run_id\": \"" + NOVASEQ_X + "\"}");
    }

    private static BsonDocument read(String name) throws IOException {
        try (InputStream file = RealRunsIT.class.getResourceAsStream("/real-runs/" + name + ".json")) {
            return JsonReader.read(file.readAllBytes()).asDocument();
        }
    }

    private static void post(BsonDocument run) {
        String id = run.getString("run_id").getValue();
        Fixture.send(address, "runs", "{\"run_id\": \"" + id + "\"}");
        List<BsonValue> lanes = new ArrayList<>();
        run.getArray("lanes")
                .forEach(number -> lanes.add(new BsonDocument(
                                "lane_id",
                                new BsonString(id + "_" + number.asNumber().intValue()))
                        .append("run_id", new BsonString(id))
                        .append("lane_number", number)));
        Fixture.send(address, "lanes", JsonWriter.text(new BsonArray(lanes)));
        Fixture.send(address, "run_elements", JsonWriter.text(run.getArray("run_elements")));
        if (!run.getArray("unexpected_barcodes").isEmpty()) {
            Fixture.send(address, "unexpected_barcodes", JsonWriter.text(run.getArray("unexpected_barcodes")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        HISEQ_2500 + ", 26 Jul 2017, D00118, CB1TVANXX, HiSeq 2500",
        HISEQ_X + ", 23 Jul 2015, E00306, HCHK3CCXX, HiSeq X",
        MISEQ + ", 25 Aug 2023, M04034, L6NVV, MiSeq",
        NEXTSEQ + ", 31 Jan 2024, VH00384, AACCHKLHV, NextSeq",
        NOVASEQ_X + ", 17 Sep 2025, LH00555, 22RRRLT3, NovaSeq X"
    })
    void aRunsPageSaysWhenWhereAndOnWhichFlowCell(
            String run, String started, String instrument, String flowCell, String model) {
        page.navigate("/run/" + run);
        assertThat(page.locator(".pagehead .facts").innerText()).contains(started, instrument, flowCell, model);
        assertThat(page.locator("#state .verdict").innerText()).isEqualTo("waiting");
    }

    @Test
    void theListIsInTheOrderInWhichTheRunsWereStarted() {
        page.navigate("/runs/all?n=250&cols=run_id,run_date,run_state");
        assertThat(keys().stream().filter(List.of(HISEQ_2500, HISEQ_X, MISEQ, NEXTSEQ, NOVASEQ_X)::contains))
                .containsExactly(NOVASEQ_X, NEXTSEQ, MISEQ, HISEQ_2500, HISEQ_X);
        assertThat(page.locator("tr[data-key='" + NOVASEQ_X + "'] td").allInnerTexts())
                .contains("2025-09-17", "waiting");
    }

    @Test
    void runsOfLongAgoAreNeitherRecentNorInTheChartOfAMonth() {
        page.navigate("/runs/recent");
        assertThat(keys()).doesNotContain(HISEQ_2500, HISEQ_X, MISEQ, NEXTSEQ, NOVASEQ_X);
        page.navigate("/charts/seq/last_12_months?metric=pc_q30&colour=sequencer&plot=points");
        page.waitForSelector("section.chart[data-drawn-in]");
        assertThat(page.locator(".chart-key").allInnerTexts()).noneMatch(key -> key.startsWith("D00118"));
    }

    @Test
    void whatDoesNotFitIsListedAndMarkedOnThePage() {
        page.navigate("/inconsistencies?f.kind=Run+elements+without+their+sample&n=250");
        assertThat(page.locator("section.table tbody").innerText()).contains("There is no sample P01S001");
        page.navigate("/run/" + MISEQ);
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".note.odd").count() > 0;
        });
        assertThat(page.locator(".note.odd").innerText())
                .contains("There is no sample P01S001", "There is no project P01");
    }

    @Test
    void aRowOfAListIsMarkedIfSomethingDoesNotFitAndTheMarkLeadsToIt() {
        page.navigate("/runs/all?n=250&q=" + MISEQ);
        page.waitForCondition(() -> {
            page.reload();
            return page.locator("a.rowmark.odd").count() > 0;
        });
        assertThat(page.locator("tr[data-key='" + MISEQ + "'] a.rowmark.odd").getAttribute("data-tip"))
                .startsWith("Does not fit: ")
                .contains("There is no sample P01S001");
        page.locator("tr[data-key='" + MISEQ + "'] a.rowmark.odd").click();
        page.waitForURL("**/inconsistencies?q=" + MISEQ);
        assertThat(page.locator("section.table tbody").innerText()).contains("P01S001");
    }

    @Test
    void whatTheDocumentsSayIsShownWhereTheLimsKnowsNothing() {
        String run = "270104_M07711_0012_000000000-LWRDS";
        Fixture.send(address, "projects", "{\"project_id\": \"WORDS\"}");
        Fixture.send(address, "runs", "{\"run_id\": \"" + run + "\"}");
        Fixture.send(address, "run_elements", """
                {"run_element_id": "words_1", "run_id": "%s", "lane": 1, "barcode": "GATTACAG", "project_id": "WORDS",
                  "library_id": "LIBW7", "sample_id": "WORDS_1", "total_reads": 9000, "passing_filter_reads": 8000,
                  "bases_r1": 1208000, "q30_bases_r1": 1100000, "bases_r2": 1208000, "q30_bases_r2": 1080000,
                  "fastqc_report_r1": "https://reports.example.org/words_R1.html"}""".formatted(run));
        Fixture.send(address, "lanes", """
                {"lane_id": "words_lane", "run_id": "%s", "lane_number": 1,
                  "interop_metrics": {"pc_error_r1": 0.437, "phasing_r1": 0.119}}""".formatted(run));
        Fixture.send(address, "samples", """
                {"sample_id": "WORDS_1", "project_id": "WORDS", "library_id": "LIBW7", "user_sample_id": "colony nine",
                  "required_yield": 7500000, "bam_file_reads": 0, "sample_contamination": {"freemix": 0.0017}}""");
        SoftAssertions said = new SoftAssertions();
        page.navigate("/sample/WORDS_1");
        said.assertThat(page.locator("main").innerText())
                .as("what was ordered, and names")
                .contains("colony nine", "LIBW7", "0.0075");
        page.navigate("/samples/all?f.sample_id=WORDS_1&cols=sample_id,library_id,bam_file_reads,freemix,mapped_reads");
        said.assertThat(page.locator("tr[data-key=WORDS_1] td").allInnerTexts())
                .as("the library, no reads, a small number, and nothing")
                .endsWith("LIBW7", "0", "0.0017", "–");
        page.navigate("/run/" + run);
        said.assertThat(page.locator("#t-lanes").innerText())
                .as("metrics of the instrument")
                .contains("0.437");
        said.assertThat(page.locator("#t-demultiplexing1 a[href='https://reports.example.org/words_R1.html']")
                        .count())
                .as("links to the report of FastQC")
                .isEqualTo(1);
        said.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"l6nvv, Flow cell", "vh00384, Run", "lh00555_0012, Run"})
    void anyPartOfANameIsFoundInAnyCase(String text, String kind) {
        page.navigate("/");
        page.waitForCondition(() -> {
            page.locator("#find").fill("");
            page.locator("#find").pressSequentially(text);
            page.waitForTimeout(600);
            return page.locator("#found li span").allInnerTexts().stream().anyMatch(said -> said.contains(kind));
        });
    }

    @Test
    void theSearchSaysHowManyMoreThereAreAndShowsAll() {
        page.navigate("/search?find=CTA");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator("section[aria-label=Barcode]").count() > 0;
        });
        assertThat(page.locator("h1").innerText()).isEqualTo("Search for “CTA”");
        assertThat(page.locator(".pagehead .facts").innerText())
                .matches("Found \\d+\\s+by name, or by the text of a note");
        String all = page.locator("section[aria-label=Barcode] .hint a").innerText();
        page.locator("section[aria-label=Barcode] .hint a").click();
        page.waitForURL("**kind=Barcode**");
        int shown = page.locator("section[aria-label=Barcode] tbody tr").count();
        assertThat(all).isEqualTo("Show all " + shown);
        assertThat(shown).isGreaterThan(40);
    }

    @Test
    void nothingIsADashAndZeroIsZero() {
        page.navigate("/run/" + NEXTSEQ);
        assertThat(page.locator("#t-demultiplexing1").innerText()).contains("–").contains("0");
        page.navigate("/runs/all?cols=run_id,clean_yield_in_gb&f.run_id=" + NOVASEQ_X);
        assertThat(page.locator("tr[data-key='" + NOVASEQ_X + "'] td").last().innerText())
                .isEqualTo("–");
    }

    @Test
    void noPageOfTheseHasAnAccessibilityFault() throws IOException {
        for (String path : List.of("/run/" + MISEQ, "/inconsistencies", "/search?find=01s", "/runs/all?n=10")) {
            AccessibilityIT.check(page, path);
        }
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the maps of plates show, on a server of its own with {@link PlatesFixture}; {@code -Dplates.server} names one that
 * runs already.
 */
class PlateMapsIT {

    @TempDir
    private static Path directory;

    private static RunningServer server;
    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        String address = System.getProperty("plates.server", "");
        if (address.isEmpty()) {
            PlatesFixture.write(directory.resolve("etc"));
            server = RunningServer.in(directory)
                    .with("EGCG_CONFIG_DIR", directory.resolve("etc").toString())
                    .withExample(Laboratory.PASSWORD)
                    .start();
            address = server.address().toString().replaceFirst("/$", "");
        }
        browser = new Browser(address);
        page = Browser.logIn(browser.visitor(), Laboratory.USER, Laboratory.PASSWORD);
        Fixture.send(address, "samples", """
                [{"sample_id": "WB2", "project_id": "PLATE01", "sample_contamination": {"freemix": 0.002}},
                 {"sample_id": "WB3", "project_id": "PLATE02", "sample_contamination": {"freemix": 0.02}}]""");
    }

    @AfterAll
    static void close() {
        browser.close();
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void start() {
        page.setViewportSize(1440, 900);
        page.navigate("/library/P96");
    }

    private static void choose(String metric) {
        page.locator("#metric").selectOption(metric);
        page.waitForURL("**metric=*");
        page.waitForCondition(() -> page.locator("#metric").inputValue().equals(metric));
    }

    private static Locator well(String place) {
        return page.locator("#plate-map .well[data-well='" + place + "']");
    }

    @Test
    void aLibraryHasNinetySixWells() {
        assertThat(page.locator(".plate tbody td").count()).isEqualTo(96);
        assertThat(page.locator(".plate tbody th").allInnerTexts())
                .startsWith("A")
                .endsWith("H")
                .hasSize(8);
        assertThat(page.locator(".plate td.empty").count()).isEqualTo(1);
        assertThat(page.locator(".facts").innerText()).contains("Wells used 95");
    }

    @Test
    void aGenotypePlateHasThreeHundredAndEightyFour() {
        page.navigate("/genotype/P384?metric=nb_call");
        assertThat(page.locator(".plate tbody td").count()).isEqualTo(384);
        assertThat(page.locator(".plate tbody th").last().innerText()).isEqualTo("P");
        assertThat(page.locator(".plate thead th").last().innerText()).isEqualTo("24");
        assertThat(well("P:23").locator("b").innerText()).isEqualTo("37");
        assertThat(page.locator("#metric option").allInnerTexts()).doesNotContain("QC flag");
    }

    @Test
    void aMetricPaintsTheWellsInPlaceAndStandsInTheAddress() {
        page.evaluate("window.stayed = true");
        choose("pc_cv");
        assertThat((Boolean) page.evaluate("window.stayed === true")).isTrue();
        assertThat(page.url()).endsWith("/library/P96?metric=pc_cv");
        assertThat(well("B:3").locator("b").innerText()).isEqualTo("14");
        assertThat(well("B:3").getAttribute("data-tip")).isEqualTo("Sample: WB3\nWell: B:3\n%CV: 14.0%");
        assertThat(well("G:12").getAttribute("class")).contains("seq-5");
        page.reload();
        assertThat(well("B:3").locator("b").innerText()).isEqualTo("14");
    }

    @Test
    void aWellWithoutAValueIsHatchedAndSaysSo() {
        choose("pc_cv");
        assertThat(well("H:12").innerText()).contains("no value");
        assertThat(well("H:12").getAttribute("class")).contains("none");
        assertThat(page.locator(".plateside").innerText())
                .contains("1 without a value")
                .contains("1 of 96 empty");
    }

    @Test
    void whatThePipelinesFoundIsShownOfTheSamplesThatTheyKnow() {
        choose("freemix");
        assertThat(well("B:2").locator("b").innerText()).isEqualTo("0.002");
        assertThat(well("B:4").innerText()).contains("no value");
    }

    @Test
    void twelveProjectsLookDifferentAndHaveNumbers() {
        choose("project_id");
        List<String> swatches = page.locator(".plateside .swatch").all().stream()
                .map(swatch -> swatch.getAttribute("class"))
                .filter(style -> style.contains("cat-"))
                .toList();
        assertThat(swatches).hasSize(12).doesNotHaveDuplicates();
        assertThat(page.locator(".plateside .steps").first().innerText()).contains("PLATE11");
        assertThat(well("C:9").innerText()).contains("9").contains("PLATE08");
    }

    @Test
    void twoSamplesInOneWellBothLeadToTheirPages() {
        choose("pc_cv");
        assertThat(well("A:1").all().stream().map(link -> link.getAttribute("href")))
                .containsExactlyInAnyOrder("/sample/WA1", "/sample/WTWO");
        assertThat(page.locator(".plateside").innerText()).contains("1 with several samples");
        well("A:1").first().hover();
        assertThat(page.locator("#welldetails dl").count()).isEqualTo(2);
    }

    @Test
    void samplesInASmallWellLeadToTheirRows() {
        page.navigate("/genotype/P384?metric=nb_call");
        assertThat(well("P:24").innerText()).contains("2×");
        well("P:24").click();
        page.waitForURL("**f.location=P%3A24**");
        assertThat(page.locator("#t-plate tbody > tr[data-key]").count()).isEqualTo(2);
    }

    @Test
    void aWellLeadsToItsSample() {
        well("D:7").click();
        page.waitForURL("**/sample/WD7");
        assertThat(page.locator("h1").innerText()).isEqualTo("WD7 Sample Report");
    }

    @Test
    void arrowsGoFromWellToWellAndDetailsFollow() {
        choose("pc_cv");
        well("D:7").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(":focus").getAttribute("data-well")).isEqualTo("E:8");
        assertThat(page.locator("#welldetails h2").innerText()).isEqualTo("Well E:8");
        assertThat(page.locator("#welldetails dl").innerText()).contains("WE8", "%CV", "55.0%", "PLATE07");
        assertThat(page.locator("#tip").innerText()).contains("Sample: WE8");
        page.keyboard().press("End");
        assertThat(page.locator(":focus").getAttribute("data-well")).isEqualTo("E:12");
        page.keyboard().press("Enter");
        page.waitForURL("**/sample/WE12");
    }

    @Test
    void theTableBelowHasTheSameMetricsAndAllWells() {
        choose("pc_cv");
        assertThat(page.locator("#t-plate .pager").innerText()).contains("of 96 wells");
        assertThat(page.locator("#t-plate tbody > tr[data-key]").all().stream()
                        .map(row -> row.getAttribute("data-key"))
                        .distinct())
                .as("by row, then by column")
                .startsWith("A:1", "A:2", "A:3");
        assertThat(page.locator("#t-plate thead").innerText()).contains("%CV").contains("Freemix");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "svg"})
    void aMapIsAlsoAPicture(String kind) throws IOException {
        choose("pc_cv");
        page.locator(".pictures summary").click();
        Download file = page.waitForDownload(
                () -> page.locator("[data-plate-picture=" + kind + "]").click());
        assertThat(file.suggestedFilename()).isEqualTo("Container_P96_CV." + kind);
        if (kind.equals("svg")) {
            assertThat(Files.readString(file.path()))
                    .startsWith("<svg")
                    .contains("Container P96, %CV", ">no value<", "url(#hatching0)")
                    .contains(">83<", ">0<");
        } else {
            assertThat(ImageIO.read(file.path().toFile()).getWidth()).isGreaterThan(1200);
        }
    }

    @Test
    void withoutScriptsAMetricIsChosenByTheForm() {
        page.navigate("/library/P96?metric=qc_flag&sort=-location");
        assertThat(page.locator(".metric input[name=sort]").inputValue()).isEqualTo("-location");
        assertThat(well("B:1").innerText()).contains("FAILED");
    }

    @Test
    void marksStandBesideTheirNumbersAndNotOnThem() {
        for (int width : List.of(500, 1440)) {
            page.setViewportSize(width, 900);
            well("B:1").focus();
            assertThat(page.locator("#plate-map .well:has(i)").count()).isPositive();
            assertThat(page.evaluate("""
                    () => [...document.querySelectorAll('#plate-map .well:has(i)')].filter(well => {
                      const mark = well.querySelector('i').getBoundingClientRect(), number = well.querySelector('b').getBoundingClientRect(), box = well.getBoundingClientRect();
                      const apart = mark.top >= number.bottom - 1 || mark.left >= number.right - 1;
                      return !apart || mark.right > box.right || mark.bottom > box.bottom; }).map(well => well.dataset.well).join(' ')""")).as("at " + width).isEqualTo("");
        }
    }

    @Test
    void aNumberForWhichAWellHasNoRoomIsReadBelowThePlate() {
        page.setViewportSize(390, 900);
        choose("pc_cv");
        Locator number = well("B:1").locator("b");
        assertThat(number.boundingBox().width).isLessThanOrEqualTo(1);
        well("B:1").focus();
        assertThat(page.locator("#welldetails").innerText()).contains(number.textContent());
        page.setViewportSize(1440, 900);
    }

    @Test
    void theHeadSaysHowManyWellsFailedAndLeadsToThem() {
        Locator failed = page.locator("#parts a.fail").first();
        assertThat(failed.innerText()).startsWith("QC flag: ").endsWith(" FAILED");
        assertThat(well("B:1").getAttribute("class")).contains("bad");
        int count = Integer.parseInt(failed.innerText().replaceAll("\\D", ""));
        failed.click();
        page.waitForURL("**f.qc_flag=FAILED**");
        assertThat(page.locator("#t-plate .pager").innerText()).contains(count + " well");
        assertThat(page.locator("#t-plate td .verdict.fail").first().innerText())
                .isEqualTo("FAILED");
    }

    @Test
    void aPlateThatTheLimsDoesNotKnowHasNoMap() {
        page.navigate("/library/NONE");
        assertThat(page.locator("#plate-map").count()).isZero();
        assertThat(page.locator("main .nothing").innerText()).contains("knows no such plate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/library/P96",
                "/library/P96?metric=pc_cv",
                "/library/P96?metric=project_id",
                "/library/P96?metric=freemix",
                "/genotype/P384?metric=nb_call",
                "/genotype/P384?metric=project_id"
            })
    void noMapHasAnAccessibilityFault(String path) throws IOException {
        AccessibilityIT.check(page, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/library/P96?metric=pc_cv", "/genotype/P384?metric=nb_call"})
    void noMapIsWiderThanAWindowOfEightHundredPixels(String path) {
        page.setViewportSize(800, 900);
        page.navigate(path);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(800);
    }
}

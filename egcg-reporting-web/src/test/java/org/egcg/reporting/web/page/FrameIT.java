package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all pages share: menus, search, what is not found, awkward names. */
class FrameIT extends PageChecks {

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
        assertThat(page.locator("main code").innerText()).isEqualTo(path);
        assertThat(page.locator("nav.menu").count())
                .as("ways on for whoever is logged in")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/run/unknown", "/sample/unknown", "/projects/unknown", "/species/none"})
    void whatNobodyKnowsIsSaidSo(String path) {
        Response answer = page.navigate(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.locator("main .nothing h2").innerText()).contains(path.substring(path.lastIndexOf('/') + 1));
        assertThat(page.locator("main .nothing a.btn").count()).as("one way on").isEqualTo(1);
        assertThat(page.locator("[data-copy-link], main table").count()).isZero();
        assertThat(page.locator("main").innerText()).doesNotContain("Loading");
    }

    @Test
    void theFrameHasTheMenusAndNothingComesFromElsewhere() {
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        for (String path : List.of(
                "/", "/runs/all", "/samples/all", "/projects/", "/species", "/tokens", "/users", "/change_password")) {
            page.navigate(path);
            assertThat(page.title()).endsWith(" - EGCG Reporting");
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
    void theFooterSaysWhetherStoreAndLimsAnswer() {
        footerSays(page, "Document store answers", "LIMS answers");
    }

    /** The server's clock asks every ten seconds. */
    static void footerSays(Page page, String... words) {
        page.navigate("/help");
        for (int look = 0; look < 20 && !sources(page).equals(List.of(words)); look++) {
            page.waitForTimeout(1000);
            page.navigate("/help");
        }
        assertThat(sources(page)).containsExactly(words);
    }

    private static List<String> sources(Page page) {
        return page.locator("footer .source").allInnerTexts();
    }

    @Test
    void theFooterLeadsToTheDescriptionOfTheApi() {
        page.navigate("/");
        page.getByText("API documentation").click();
        page.waitForURL("**/api_docs");
        assertThat(page.locator("main").innerText())
                .contains("GET /runs", "PATCH /samples/{_id}", "Fields of run_elements", "run_element_id");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("PATCH /samples/{_id}"))
                        .innerText())
                .contains("If-Match header");
        assertThat(page.locator("main .facts a").getAttribute("href")).endsWith("/openapi.json");
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
    void textOfDocumentsNeverBecomesMarkup() {
        page.navigate("/species");
        assertThat(page.locator("main").innerText()).contains(Fixture.EVIL);
        page.navigate("/species/" + URLEncoder.encode(Fixture.EVIL, StandardCharsets.UTF_8));
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
    void noPageIsWiderThanAWindowOfEightHundredPixels() {
        page.setViewportSize(800, 900);
        for (String path : List.of(
                "/",
                "/runs/all",
                "/samples/all",
                "/projects/",
                "/project_status/",
                "/libraries/all",
                "/genotypes/all",
                "/species",
                "/users",
                "/tokens",
                "/run/" + Fixture.RUN,
                "/projects/PAGES")) {
            page.navigate(path);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(800);
        }
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

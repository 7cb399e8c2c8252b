package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in one column ends at one edge, and on a phone the text that decides is not hidden. */
class LayoutIT extends PageChecks {

    /** Cards and tables that end elsewhere than the page does. */
    private static final String RAGGED = """
            () => { const main = document.querySelector('main'), style = getComputedStyle(main);
              const edge = main.getBoundingClientRect().right - parseFloat(style.paddingRight);
              const cards = [...main.querySelectorAll(':scope > .card, :scope > .nothing > .card')]
                .filter(card => card.checkVisibility() && Math.abs(card.getBoundingClientRect().right - edge) > 1);
              const tables = [...main.querySelectorAll('.tablewrap > .data')]
                .filter(table => table.checkVisibility() && table.offsetWidth < table.parentElement.clientWidth - 1);
              return [...cards, ...tables].map(e => e.tagName + '.' + e.className).join(' '); }""";

    private static final String ROWS_OF_TOOLS = """
            tools => new Set([...tools.querySelectorAll('input, .btn')].filter(e => e.checkVisibility() && !e.closest('.panel, ul'))
              .map(e => Math.round((e.getBoundingClientRect().top + e.getBoundingClientRect().bottom) / 2))).size""";

    /** How far a cell's text goes beyond where the table begins to fade. */
    private static final String BEYOND = """
            cell => { const wrap = cell.closest('.tablewrap'), end = element => element.getBoundingClientRect().right;
              const fade = parseFloat(getComputedStyle(wrap).getPropertyValue('--fade'));
              return end(cell) - parseFloat(getComputedStyle(cell).paddingRight) - (end(wrap) - fade); }""";

    /** Numbers that are in part beyond the edge of a table that begins at its first column. */
    private static final String CUT_NUMBERS = """
            () => [...document.querySelectorAll('.tablewrap')].flatMap(wrap => {
              const edge = wrap.getBoundingClientRect().left + wrap.clientWidth, text = document.createRange();
              return wrap.scrollLeft > 0 ? [] : [...wrap.querySelectorAll('tbody > tr[data-key] > td.num')].filter(cell => {
                text.selectNodeContents(cell);
                const end = cell.getBoundingClientRect().right - parseFloat(getComputedStyle(cell).paddingRight);
                return text.getBoundingClientRect().left < edge - 1 && end > edge + 1; }).map(cell => cell.innerText); }).join(' ')""";

    @AfterEach
    void wide() {
        page.setViewportSize(1440, 900);
    }

    private static void visit(String path) {
        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void cardsAndTablesEndWhereThePageDoes() {
        List<String> ragged = new ArrayList<>();
        AllPages.oneOfEachKind().forEach((name, path) -> {
            visit(path);
            String found = (String) page.evaluate(RAGGED);
            if (!found.isEmpty()) {
                ragged.add(name + ": " + found);
            }
        });
        assertThat(ragged).isEmpty();
    }

    @Test
    void onAPhoneTheToolsOfATableAreTwoRows() {
        page.setViewportSize(390, 800);
        for (String path : List.of("/samples/all", "/runs/all", "/projects/", "/species")) {
            visit(path);
            assertThat(page.locator(".tools").first().evaluate(ROWS_OF_TOOLS))
                    .as(path)
                    .isEqualTo(2);
        }
    }

    @Test
    void onAPhoneVerdictAndReasonAreInSightAtOnce() {
        page.setViewportSize(390, 800);
        visit("/samples/all");
        for (Locator cell : List.of(
                page.locator("tbody td.stay").first(),
                page.locator("tbody td.reason").first())) {
            assertThat(((Number) cell.evaluate(BEYOND)).doubleValue()).isNegative();
        }
    }

    @Test
    void noNumberIsCutAtTheEdgeOfATable() {
        List<String> cut = new ArrayList<>();
        for (String path : List.of("/samples/all", "/runs/all", "/run/" + Fixture.RUN, "/projects/EG0117,EG0121")) {
            visit(path);
            for (int width : List.of(760, 800, 850, 1024, 1280, 1440)) {
                page.setViewportSize(width, 900);
                page.waitForTimeout(100);
                String found = (String) page.evaluate(CUT_NUMBERS);
                if (!found.isEmpty()) {
                    cut.add(path + " at " + width + ": " + found);
                }
            }
        }
        assertThat(cut).isEmpty();
    }

    @Test
    void aLongReasonIsToldInTwoLines() {
        visit("/projects/EG0117,EG0121");
        Locator reason = page.locator("td.reason .said", new Page.LocatorOptions().setHasText("Mean coverage"))
                .first();
        assertThat((Boolean) reason.evaluate(
                        "said => said.scrollWidth > said.clientWidth || said.scrollHeight > said.clientHeight"))
                .isFalse();
    }

    @Test
    void theIndexOfTheApiLeadsToItsParts() {
        visit("/api_docs");
        for (Locator link : page.locator(".apiindex a").all()) {
            assertThat(page.locator("[id='" + link.getAttribute("href").substring(1) + "']")
                            .count())
                    .isEqualTo(1);
        }
        page.locator(".apiindex a", new Page.LocatorOptions().setHasText("samples"))
                .first()
                .click();
        page.waitForCondition(
                () -> page.locator(".apiindex [aria-current]").innerText().equals("samples"));
        page.setViewportSize(390, 800);
        page.locator(".apifold summary").click();
        page.locator(".apifold a").first().click();
        assertThat(page.locator(".apifold").getAttribute("open")).isNull();
    }

    @Test
    void whatIsNotThereHasTheHeadOfAPageAndWaysOn() {
        for (String path : List.of(
                "/run/none",
                "/sample/none",
                "/resources/nothing",
                "/resources/nothing/none",
                "/compare/lanes",
                "/users/none")) {
            visit(path);
            assertThat(page.locator("main .crumbs a").count()).as(path).isPositive();
            assertThat(page.locator(".nothing .verdict").count()).as(path).isZero();
            assertThat(page.locator(".nothing .ways a").count()).as(path).isGreaterThan(1);
        }
    }
}

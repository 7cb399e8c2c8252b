package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No page is wider than its window, from a phone to a large screen; what is too wide scrolls inside of the page. */
class NarrowIT extends PageChecks {

    static final List<Integer> WIDTHS = List.of(320, 390, 480, 720, 1024, 1440, 1920);

    /** What makes a page too wide: the elements that reach beyond its right edge and are not inside of something that scrolls. */
    static final String TOO_WIDE = """
            () => { const root = document.documentElement;
              if (root.scrollWidth <= innerWidth) return '';
              const scrolls = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
                if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
              return root.scrollWidth + ': ' + [...document.querySelectorAll('body *')]
                .filter(e => e.checkVisibility() && e.getBoundingClientRect().right > innerWidth + 1 && !scrolls(e)).slice(0, 4)
                .map(e => e.tagName + '.' + e.className).join(' '); }""";

    /** A sentence with a sign in the place of each that a page shows, and of one that it could show. */
    private static final String LONG_SENTENCE = """
            () => document.querySelectorAll('.facts, .note').forEach(place => {
              const said = document.createElement('span');
              const sign = document.createElement('span');
              sign.className = 'verdict bare fail';
              sign.textContent = '11 of 14 instruments out of control (3 without limits yet, 2 without runs since March):';
              said.append(sign);
              place.append(said);
            })""";

    /** Segments and buttons of one line whose words are not in the middle of their height, or that are too low for a finger. */
    private static final String OFF_THEIR_MIDDLE = """
            () => [...document.querySelectorAll('.seg a, .tools .btn, .acts .btn')].filter(e => e.checkVisibility()).filter(e => {
              const words = document.createRange(); words.selectNodeContents(e);
              const box = e.getBoundingClientRect(), text = words.getBoundingClientRect();
              return box.height < 38 || Math.abs(box.top + box.bottom - text.top - text.bottom) > 6; })
              .slice(0, 4).map(e => e.className + ' ' + e.innerText).join('; ')""";

    private static final String BEYOND_THE_LEFT = """
            panel => panel.getBoundingClientRect().left < 0 || panel.getBoundingClientRect().right > innerWidth""";

    @AfterEach
    void wide() {
        page.setViewportSize(1440, 900);
    }

    private static List<String> pages() {
        List<String> pages = new ArrayList<>(AllPages.oneOfEachKind().values());
        pages.addAll(List.of(
                "/run/" + Fixture.RUN,
                "/sample/" + Fixture.LONG,
                "/samples/all?q=nothing+is+called+so",
                "/samples/all?f.verdict=fail|pass|warn&f.sample_id=" + "x".repeat(200)));
        return pages;
    }

    @Test
    void noPageIsWiderThanItsWindow() {
        List<String> wide = new ArrayList<>();
        for (String path : pages()) {
            page.setViewportSize(1440, 900);
            page.navigate(path);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                String too = (String) page.evaluate(TOO_WIDE);
                if (!too.isEmpty()) {
                    wide.add(path + " at " + width + " is " + too);
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    /** Under a finger what is pressed is higher, and its words stay in its middle. */
    @Test
    void pagesFitUnderAFinger() {
        BrowserContext phone = browser.onAPhone(390, 844, ColorScheme.LIGHT);
        Page theirs = Browser.logIn(phone, USER, PASSWORD);
        List<String> wrong = new ArrayList<>();
        for (String path : pages()) {
            theirs.navigate(path);
            theirs.waitForLoadState(LoadState.NETWORKIDLE);
            String too = theirs.evaluate(TOO_WIDE) + " " + theirs.evaluate(OFF_THEIR_MIDDLE);
            if (!too.isBlank()) {
                wrong.add(path + " is " + too);
            }
        }
        phone.close();
        assertThat(wrong).isEmpty();
    }

    /** Facts and notes are sentences, whose length is that of what they tell: names, counts and what else is known. */
    @Test
    void sentencesWithASignMayBeLong() {
        List<String> wide = new ArrayList<>();
        page.setViewportSize(320, 900);
        for (String path : List.of("/", "/run/" + Fixture.RUN, "/sample/" + Fixture.LONG, "/login")) {
            page.navigate(path);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.evaluate(LONG_SENTENCE);
            String too = (String) page.evaluate(TOO_WIDE);
            if (!too.isEmpty()) {
                wide.add(path + " is " + too);
            }
        }
        assertThat(wide).isEmpty();
    }

    @Test
    void whatOpensStaysInsideTheWindow() {
        for (int width : List.of(320, 390, 800, 1440)) {
            page.setViewportSize(width, 800);
            page.navigate("/samples/all");
            for (Locator menu : page.locator("details.drop > summary").all()) {
                menu.click();
                Locator opened = page.locator("details.drop[open] > :not(summary)");
                assertThat((Boolean) opened.evaluate(BEYOND_THE_LEFT))
                        .as(menu.innerText() + " at " + width)
                        .isFalse();
                assertThat((String) page.evaluate(TOO_WIDE))
                        .as(menu.innerText())
                        .isEmpty();
                page.keyboard().press("Escape");
            }
            page.locator("input[data-pick=row]").first().check();
            assertThat((String) page.evaluate(TOO_WIDE))
                    .as("selected at " + width)
                    .isEmpty();
            press(page, "Start sample review");
            assertThat((String) page.evaluate(TOO_WIDE))
                    .as("dialog at " + width)
                    .isEmpty();
            page.keyboard().press("Escape");
            press(page, "Clear");
        }
    }

    /** Of a phone's screen, what stays while the page is scrolled takes a tenth at most. */
    @Test
    void onAPhoneNothingStaysThatHidesTheRows() {
        page.setViewportSize(390, 800);
        page.navigate("/samples/all");
        page.evaluate("scrollTo(0, 600)");
        assertThat(((Number) page.evaluate("document.querySelector('.topbar').getBoundingClientRect().bottom"))
                        .intValue())
                .isLessThanOrEqualTo(80);
    }

    @Test
    void theVerdictStaysBesideTheNameWhileOtherColumnsAreScrolled() {
        page.navigate("/samples/all");
        page.evaluate("document.querySelector('.tablewrap').scrollLeft = 700");
        Locator row = page.locator(".tablewrap tbody tr").first();
        double key =
                row.locator("th.key").boundingBox().x + row.locator("th.key").boundingBox().width;
        assertThat(row.locator("td.stay").boundingBox().x).isBetween(key - 1, key + 1);
        assertThat(row.locator("td.stay").innerText()).isNotBlank();
    }
}

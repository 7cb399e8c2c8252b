package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.egcg.reporting.web.folder.ZippedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No page has a fault that axe finds, in light and in dark. */
class AccessibilityIT extends PageChecks {

    /** Charts are drawn, or say why not. */
    private static final String NOTHING_LOADS =
            "() => [...document.querySelectorAll('section.chart[data-ready]')].every(chart => ['drawn', 'empty', 'failed'].includes(chart.dataset.state))";

    private static final Pattern LIST = Pattern.compile("/(runs|samples|libraries|genotypes)/\\w*");

    private static final String ALL = """
            {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}""";

    private static final String COLOURS = """
            {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}""";

    /** A menu that is open covers what it lies over, which then is no target of its own until the menu is closed. */
    private static final String VIOLATIONS = """
            async rules => {
              const options = {runOnly: JSON.parse(rules), resultTypes: ['violations'], elementRef: true};
              const menus = [...document.querySelectorAll('.drop[open] > :is(ul, .panel)')];
              const covers = (menu, target) => {
                const above = menu.getBoundingClientRect(), below = target.getBoundingClientRect();
                return !menu.contains(target) && below.left < above.right && above.left < below.right
                  && below.top < above.bottom && above.top < below.bottom;
              };
              const remains = (rule, node) => rule !== 'target-size' || !menus.some(menu => covers(menu, node.element));
              return (await axe.run(document, options)).violations
                .map(rule => ({id: rule.id, nodes: rule.nodes.filter(node => remains(rule.id, node))}))
                .filter(rule => rule.nodes.length)
                .map(rule => rule.id + ': ' + rule.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | '));
            }""";

    /** Of long lists ten rows: the others are like them, and axe looks at each cell. */
    private static List<String> pages() {
        List<String> pages = new ArrayList<>();
        AllPages.inside().forEach(path -> pages.add(LIST.matcher(path).matches() ? path + "?n=10" : path));
        pages.addAll(List.of(
                "/run/" + Fixture.RUN, "/sample/PAGES1", "/projects/PAGES", "/samples/all?q=nothing+is+called+so"));
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageHasAnAccessibilityFault(String path) throws IOException {
        check(page, path);
    }

    @Test
    void neitherWhatADroppedRunMakesNorWhatIsWrongWithOneHasAFault(@TempDir Path folders) throws IOException {
        byte[] run = ZippedRun.of("250124_A00834_0998_BHMTFYDRXX", folders);
        page.navigate("/import");
        drop("run.zip", run, "#made table");
        assertThat(page.locator("#made tbody tr").allInnerTexts()).contains("Run elements\t8\t0\t0");
        assertThat(page.locator("#made").innerText()).contains("Nothing is stored yet.");
        checkAsItIs(page, "what a run makes");
        drop("cut.zip", Arrays.copyOf(run, run.length / 2), "#made .note.fail");
        assertThat(page.locator("#made").innerText()).startsWith("cut.zip: is no archive, or cut off");
        checkAsItIs(page, "what is wrong");
    }

    private static void drop(String name, byte[] bytes, String awaited) {
        page.setInputFiles("#folder", new FilePayload(name, "application/zip", bytes));
        page.waitForSelector(awaited);
    }

    /** Looks at a page in light and in dark. */
    static void check(Page page, String path) throws IOException {
        page.navigate(path);
        page.waitForFunction(NOTHING_LOADS);
        checkAsItIs(page, path);
    }

    /** The same of what is shown. In the dark nothing but colours is different. */
    static void checkAsItIs(Page page, String what) throws IOException {
        assertThat(faults(page)).as(what).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(faults(page, COLOURS)).as(what + " in the dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    @Test
    void noPageForStrangersHasAnAccessibilityFault() throws IOException {
        BrowserContext stranger = browser.visitor();
        Page login = stranger.newPage();
        for (String path : AllPages.outside()) {
            check(login, path);
        }
        login.navigate("/login");
        enter(login, USER, "a wrong password");
        assertThat(faults(login)).isEmpty();
        stranger.close();
    }

    /** Runs axe outside the page's policy, over the debugging protocol. */
    static List<String> faults(Page checked) throws IOException {
        return faults(checked, ALL);
    }

    private static List<String> faults(Page checked, String rules) throws IOException {
        if (!(Boolean) checked.evaluate("() => 'axe' in window")) {
            try (InputStream axe = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
                checked.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + ";0");
            }
        }
        Object found = checked.evaluate(VIOLATIONS, rules);
        return ((List<?>) found).stream().map(Object::toString).toList();
    }
}

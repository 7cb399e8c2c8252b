package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Views of tables that are kept, personal and everybody's; long lists of ids; paper. */
class ViewsIT extends PageChecks {

    private static void save(Page on, String name, boolean everybody) {
        menu(on).click();
        on.getByLabel("Save this view as").fill(name);
        if (everybody) {
            on.getByLabel("for everybody").check();
        }
        press(on, "Save");
        on.waitForURL("**view=*");
    }

    private static Locator menu(Page on) {
        return on.locator("section.table summary", new Page.LocatorOptions().setHasText("View"))
                .first();
    }

    private static String views(Page on) {
        on.navigate("/samples/all");
        menu(on).click();
        return on.locator("details[open] .panel").innerText();
    }

    private static Page newcomer(BrowserContext other, String name) {
        page.navigate("/users");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByLabel("Role", new Page.GetByLabelOptions().setExact(true)).selectOption("viewer");
        press(page, "Add");
        String initial = page.locator("#initial").innerText();
        Page theirs = other.newPage();
        theirs.navigate("/login");
        enter(theirs, name, initial);
        theirs.getByLabel("Old password").fill(initial);
        theirs.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("quite another word");
        theirs.getByLabel("New password again").fill("quite another word");
        press(theirs, "Change password");
        theirs.waitForURL("**/login?changed=1");
        enter(theirs, name, "quite another word");
        return theirs;
    }

    @Test
    void aViewForEverybodyIsSeenByAllAndAPersonalOneByItsOwner() {
        page.navigate("/samples/all?sort=pc_mapped_reads");
        save(page, "Everybody's", true);
        page.navigate("/samples/all?sort=pc_duplicate_reads");
        save(page, "My own", false);
        assertThat(views(page)).contains("Everybody's for all", "My own");
        String name = "reader" + System.nanoTime();
        BrowserContext other = browser.visitor();
        Page theirs = newcomer(other, name);
        assertThat(views(theirs)).contains("Everybody's for all").doesNotContain("My own");
        assertThat(theirs.getByLabel("for everybody").count()).isZero();
        assertThat(theirs.getByLabel("Delete the view Everybody's").count()).isZero();
        theirs.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Everybody's for all"))
                .click();
        theirs.waitForURL("**view=Everybody*");
        assertThat(theirs.locator("th[data-col=pc_mapped_reads]").getAttribute("aria-sort"))
                .isEqualTo("ascending");
        other.close();
        for (String view : List.of("Everybody's", "My own")) {
            assertThat(views(page)).contains(view);
            page.getByLabel("Delete the view " + view).click();
            page.waitForCondition(
                    () -> page.getByLabel("Delete the view " + view).count() == 0);
        }
    }

    @Test
    void fiveThousandPastedIdsMakeAShortAddress() throws IOException {
        page.navigate("/samples/all");
        List<String> some =
                keys().stream().filter(key -> key.startsWith("EG")).limit(3).toList();
        press(page, "Paste ids");
        page.getByLabel("Show only these")
                .evaluate(
                        "(area, pasted) => { area.value = pasted; }",
                        IntStream.range(0, 5000)
                                .mapToObj(number ->
                                        number % 2000 == 7 ? some.get(number / 2000) : "NOSUCHSAMPLE" + number)
                                .collect(Collectors.joining("\n")));
        press(page, "Filter");
        page.waitForURL("**view=5000*");
        assertThat(page.url()).hasSizeLessThan(200);
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(some);
        assertThat(page.locator(".chip").innerText()).hasSizeLessThan(200);
        page.reload();
        assertThat(keys()).containsExactlyInAnyOrderElementsOf(some);
        assertThat(page.content()).hasSizeLessThan(300_000);
        page.getByText("Export", new Page.GetByTextOptions().setExact(true)).click();
        Download csv = page.waitForDownload(() -> page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("CSV").setExact(true))
                .click());
        assertThat(Files.readAllLines(csv.path())).hasSize(4);
        page.locator(".chip a").click();
        page.waitForCondition(() -> page.locator(".chip").count() == 0);
        assertThat(keys()).hasSizeGreaterThan(3);
        menu(page).click();
        page.locator("[data-forget]").first().click();
        page.waitForURL(url -> !url.contains("view="));
    }

    @Test
    void paperShowsTheTableAndNotTheTools() {
        page.navigate("/samples/all");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".topbar").isVisible()).isFalse();
        assertThat(page.locator(".tools").first().isVisible()).isFalse();
        assertThat(page.locator("section.table tbody tr[data-key]").last().isVisible())
                .isTrue();
        assertThat((String) page.evaluate("getComputedStyle(document.querySelector('.tablewrap')).overflowX"))
                .isEqualTo("visible");
        assertThat(page.pdf()).hasSizeGreaterThan(10_000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
}

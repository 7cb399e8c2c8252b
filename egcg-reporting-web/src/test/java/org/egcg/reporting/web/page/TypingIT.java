package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed stays as it is typed, however fast it is and however late the rows come. */
class TypingIT extends PageChecks {

    private static final String TYPED = "EG0121P001";

    /** Answers for scripts come so many milliseconds late. */
    private static final String SLOW = """
            const asked = window.fetch;
            window.fetch = async (...what) => {
              const answer = await asked(...what);
              await new Promise(later => setTimeout(later, window.late ?? 600));
              if (what[1]?.signal?.aborted) throw new DOMException('', 'AbortError');
              return answer;
            };
            """;

    private BrowserContext slow;
    private Page typist;

    @BeforeEach
    void answersAreSlow() {
        slow = browser.visitor();
        slow.addInitScript(SLOW);
        slow.addCookies(visitor.cookies());
        typist = slow.newPage();
    }

    @AfterEach
    void close() {
        slow.close();
    }

    private static void type(Locator field, int pause) {
        field.evaluate("field => { field.sameAsBefore = true; }");
        field.focus();
        field.pressSequentially(TYPED, new Locator.PressSequentiallyOptions().setDelay(pause));
        assertThat(field.inputValue()).isEqualTo(TYPED);
        assertThat((Boolean) field.evaluate("field => field.sameAsBefore === true"))
                .isTrue();
        assertThat((Boolean) field.evaluate("field => document.activeElement === field"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"80, 600", "350, 100", "360, 400", "700, 900"})
    void aSearchKeepsEveryLetter(int pause, int late) {
        typist.navigate("/samples/all");
        typist.evaluate("late => { window.late = late; }", late);
        Locator search = typist.getByLabel("Search all columns");
        type(search, pause);
        typist.waitForURL("**q=" + TYPED);
        assertThat(search.inputValue()).isEqualTo(TYPED);
        assertThat(typist.locator(".range").innerText()).contains("filtered from");
    }

    @Test
    void aLetterThatIsTypedAfterAPauseAndABlankIsKept() {
        typist.navigate("/samples/all");
        Locator search = typist.getByLabel("Search all columns");
        search.pressSequentially("EG0121 ");
        typist.waitForURL("**q=EG0121*");
        search.pressSequentially("P");
        assertThat(search.inputValue()).isEqualTo("EG0121 P");
    }

    @Test
    void whatIsTypedAndWhatIsClickedBeforeTheRowsComeBothCount() {
        typist.navigate("/samples/all");
        typist.getByLabel("Search all columns").pressSequentially(TYPED);
        typist.locator("th[data-col=pc_duplicate_reads] a").click();
        typist.waitForURL(Pattern.compile(".*(q=EG0121P001.*sort=|sort=.*q=EG0121P001).*"));
        assertThat(typist.getByLabel("Search all columns").inputValue()).isEqualTo(TYPED);
    }

    @Test
    void aSearchThatIsClearedIsEmpty() {
        typist.navigate("/samples/all?q=" + TYPED);
        typist.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Clear").setExact(true))
                .click();
        typist.waitForURL("**/samples/all");
        assertThat(typist.getByLabel("Search all columns").inputValue()).isEmpty();
    }

    @Test
    void rowsThatComeWhileAViewIsNamedLeaveItsNameAlone() {
        typist.navigate("/samples/all");
        typist.getByLabel("Search all columns").pressSequentially("EG");
        typist.locator("summary", new Page.LocatorOptions().setHasText("View"))
                .first()
                .click();
        type(typist.getByLabel("Save this view as"), 200);
        typist.waitForURL("**q=EG");
        assertThat(typist.getByLabel("Save this view as").inputValue()).isEqualTo(TYPED);
        assertThat(typist.getByLabel("Save this view as").isVisible()).isTrue();
    }

    @Test
    void otherTablesFiltersAndTheSearchOfTheBarKeepEveryLetter() {
        typist.navigate("/run/" + Fixture.RUN);
        type(typist.locator("#t-demultiplexing1 .search input[type=search]"), 400);
        type(typist.locator("#find"), 300);
        typist.navigate("/samples/all");
        typist.getByLabel("Search all columns").pressSequentially("EG");
        press(typist, "+ Filter");
        type(typist.getByLabel("Value", new Page.GetByLabelOptions().setExact(true)), 200);
        typist.keyboard().press("Escape");
        press(typist, "Paste ids");
        type(typist.getByLabel("Show only these"), 80);
        typist.navigate("/users");
        type(typist.locator("input[name=q]"), 80);
        typist.navigate("/library/LP2026029?metric=pc_cv");
        type(typist.locator(".search input[type=search]").first(), 400);
    }
}

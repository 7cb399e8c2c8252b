package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What holds for pages in a real browser on a real server. No check may leave a failed script, a blocked request or a
 * visitor who is logged out: it would have looked at the login page.
 */
abstract class PageChecks {

    static final String USER = Laboratory.USER;
    static final String PASSWORD = Laboratory.PASSWORD;

    static String address;
    static Browser browser;
    static BrowserContext visitor;
    static Page page;

    @RegisterExtension
    static final BeforeAllCallback OPENED = context -> {
        Laboratory laboratory = Laboratory.get();
        address = laboratory.address();
        browser = laboratory.browser();
        visitor = laboratory.visitor();
        page = laboratory.page();
    };

    private final List<String> problems = new ArrayList<>();
    private Consumer<String> failed;
    private Consumer<ConsoleMessage> said;

    @BeforeEach
    final void listen() {
        failed = problems::add;
        said = this::keepIfBlocked;
        page.onPageError(failed);
        page.onConsoleMessage(said);
    }

    private void keepIfBlocked(ConsoleMessage message) {
        if (message.text().contains("Content Security Policy")) {
            problems.add(message.text());
        }
    }

    @AfterEach
    final void noScriptFailedNothingWasBlockedAndTheSessionGoesOn() {
        page.offPageError(failed);
        page.offConsoleMessage(said);
        assertThat(problems).isEmpty();
        assertThat(page.url()).as("the session goes on").doesNotContain("/login?redirect=");
    }

    /** The keys of the rows of the main table, in their order. */
    static List<String> keys() {
        return page.locator("section.table .tablewrap > table > tbody > tr[data-key]").all().stream()
                .map(row -> row.getAttribute("data-key"))
                .toList();
    }

    /** The day in the name of an Illumina run, with the century or without it. */
    static String day(String run) {
        return run.replaceFirst("^20(?=\\d{6}_)", "").substring(0, 6);
    }

    static void enter(Page login, String user, String password) {
        login.getByLabel("Username").fill(user);
        login.getByLabel("Password").fill(password);
        press(login, "Log in");
        login.waitForLoadState();
    }

    /** Clicks the button of exactly this name. */
    static void press(Page on, String button) {
        on.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}

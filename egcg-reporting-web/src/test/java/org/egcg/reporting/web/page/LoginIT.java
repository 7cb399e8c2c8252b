package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in and out, sessions, passwords, tokens and users. */
class LoginIT extends PageChecks {

    @Test
    void aWrongPasswordKeepsTheWayAndARightOneGoesOn() {
        BrowserContext stranger = browser.visitor();
        Page login = stranger.newPage();
        login.navigate("/runs/recent");
        assertThat(login.url()).endsWith("/login?redirect=%2Fruns%2Frecent");
        enter(login, USER, "wrong password");
        assertThat(login.getByRole(AriaRole.ALERT).innerText()).contains("Bad login.");
        assertThat(login.getByLabel("Username").inputValue()).isEqualTo(USER);
        enter(login, USER, PASSWORD);
        assertThat(URI.create(login.url()).getPath()).isEqualTo("/runs/recent");
        stranger.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"})
    void loginLeadsNowhereElse(String redirect) {
        BrowserContext stranger = browser.visitor();
        Page login = stranger.newPage();
        login.navigate("/login?redirect=" + URLEncoder.encode(redirect, StandardCharsets.UTF_8));
        enter(login, USER, PASSWORD);
        assertThat(login.url()).isEqualTo(address + "/");
        stranger.close();
    }

    @Test
    void aSessionBeginsUnderANewSecretInACookieThatNoScriptReads() {
        BrowserContext stranger = browser.visitor();
        Browser.logIn(stranger, USER, PASSWORD);
        String before = session(stranger).value;
        Page inside = Browser.logIn(stranger, USER, PASSWORD);
        assertThat(session(stranger).value).isNotEqualTo(before);
        assertThat(session(stranger).httpOnly).isTrue();
        assertThat((String) inside.evaluate("document.cookie")).isEmpty();
        stranger.close();
    }

    @Test
    void behindAProxyThatSpeaksTlsTheCookieIsForTlsAlone() {
        BrowserContext stranger = browser.visitor();
        assertThat(cookieSet(stranger, "https")).containsIgnoringCase("; Secure");
        assertThat(cookieSet(stranger, "http"))
                .doesNotContainIgnoringCase("; Secure")
                .containsIgnoringCase("; HttpOnly")
                .containsIgnoringCase("; SameSite=Lax");
        stranger.close();
    }

    /** Neither the scheme nor the host that stands in a request gets into an answer. */
    @Test
    void redirectsNameAPathAndNeverAHost() {
        BrowserContext stranger = browser.visitor();
        RequestOptions proxied =
                RequestOptions.create().setMaxRedirects(0).setHeader("X-Forwarded-Proto", "https, http");
        assertThat(stranger.request()
                        .get(address + "/runs/recent", proxied)
                        .headers()
                        .get("location"))
                .isEqualTo("/login?redirect=%2Fruns%2Frecent");
        assertThat(stranger.request()
                        .post(
                                address + "//evil.example/x",
                                RequestOptions.create().setMaxRedirects(0))
                        .status())
                .isEqualTo(400);
        stranger.close();
    }

    private static String cookieSet(BrowserContext stranger, String scheme) {
        stranger.clearCookies();
        return stranger.request()
                .get(address + "/login", RequestOptions.create().setHeader("X-Forwarded-Proto", scheme))
                .headers()
                .get("set-cookie");
    }

    private static Cookie session(BrowserContext context) {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("egcg"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void afterLogoutNothingIsShown() {
        BrowserContext other = browser.visitor();
        Page inside = Browser.logIn(other, USER, PASSWORD);
        inside.locator("header.topbar details.right summary").click();
        inside.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logout"))
                .click();
        inside.waitForURL("**/login?loggedout=1");
        assertThat(inside.locator("main").innerText()).contains("Logged out.");
        inside.navigate("/samples/all");
        assertThat(inside.url()).contains("/login?redirect=");
        other.close();
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        BrowserContext other = browser.visitor();
        Browser.logIn(other, USER, PASSWORD);
        var response = other.request()
                .post(
                        address + "/ui/views",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("table", "samples")
                                        .set("name", "x")));
        assertThat(response.status()).isEqualTo(403);
        other.close();
    }

    @Test
    void aTokenIsShownOnceAndWorks() throws Exception {
        page.navigate("/tokens");
        page.getByLabel("What it is for").fill("a check");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a token"))
                .click();
        String token = page.locator("#made").innerText();
        assertThat(token).startsWith("egcg_");
        var answer = visitor.request()
                .get(
                        address + "/api/0.1/runs?max_results=1",
                        RequestOptions.create().setHeader("Authorization", "Token " + token));
        assertThat(answer.status()).isEqualTo(200);
        page.navigate("/tokens");
        assertThat(page.locator("main").innerText()).doesNotContain(token).contains("a check");
        page.locator("tr", new Page.LocatorOptions().setHasText("a check"))
                .first()
                .getByRole(AriaRole.BUTTON)
                .click();
        press(page, "Revoke it");
        assertThat(visitor.request()
                        .get(
                                address + "/api/0.1/runs?max_results=1",
                                RequestOptions.create().setHeader("Authorization", "Token " + token))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aNewUserChangesThePasswordBeforeAnythingElse() {
        page.navigate("/users");
        String name = "user" + System.nanoTime();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Add").setExact(true))
                .click();
        String initial = page.locator("#initial").innerText();
        BrowserContext other = browser.visitor();
        Page theirs = other.newPage();
        theirs.navigate("/login");
        enter(theirs, name, initial);
        theirs.navigate("/samples/all");
        assertThat(theirs.url()).endsWith("/change_password?redirect=%2Fsamples%2Fall");
        theirs.getByLabel("Old password").fill(initial);
        theirs.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("quite another word");
        theirs.getByLabel("New password again").fill("quite another word");
        theirs.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change password"))
                .click();
        theirs.waitForURL("**/login?changed=1&redirect=*");
        enter(theirs, name, "quite another word");
        assertThat(theirs.url()).as("where one wanted to go").isEqualTo(address + "/samples/all");
        theirs.navigate("/users");
        assertThat(theirs.locator("main").innerText()).contains("Only administrators");
        other.close();
        page.navigate("/users");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        press(page, "Remove " + name);
        press(page, "Remove the user");
        assertThat(page.locator("main .note").innerText()).contains("removed");
    }

    @Test
    void aWrongOldPasswordChangesNothing() {
        BrowserContext other = browser.visitor();
        Page inside = Browser.logIn(other, USER, PASSWORD);
        inside.navigate("/change_password");
        inside.getByLabel("Old password").fill("not the old one");
        inside.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("quite another word");
        inside.getByLabel("New password again").fill("quite another word");
        press(inside, "Change password");
        inside.waitForLoadState();
        assertThat(inside.getByRole(AriaRole.ALERT).innerText()).contains("The old password is wrong.");
        inside.navigate("/runs/recent");
        assertThat(inside.locator("h1").innerText()).isEqualTo("Recent Runs");
        other.close();
    }
}

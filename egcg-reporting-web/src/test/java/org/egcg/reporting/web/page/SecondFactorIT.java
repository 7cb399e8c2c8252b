package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The way of somebody who protects his login by a telephone, logs in with it, loses it, and gives it up. */
class SecondFactorIT extends PageChecks {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String OWN = "quite another word";

    @Test
    void aLoginAsksForTheCodeOnceTheTelephoneIsKnown() throws Exception {
        String name = "phone" + System.nanoTime();
        BrowserContext other = browser.visitor();
        Page theirs = newUser(other, name);
        theirs.navigate("/second_factor");
        theirs.getByLabel("Password").fill(OWN);
        press(theirs, "Set up");
        assertThat(theirs.locator("img.qr").getAttribute("src")).startsWith("data:image/svg+xml;base64,");
        String secret = theirs.locator("#secret").innerText().replace(" ", "");
        theirs.getByLabel("Code that it shows now").fill("000000");
        press(theirs, "Turn on");
        assertThat(theirs.getByRole(AriaRole.ALERT).innerText()).isNotEmpty();
        theirs.getByLabel("Code that it shows now").fill(code(secret, 0));
        press(theirs, "Turn on");
        theirs.waitForSelector("#recovery li");
        List<String> recovery = theirs.locator("#recovery li").allInnerTexts();
        assertThat(recovery).hasSizeGreaterThanOrEqualTo(8);
        theirs.navigate("/second_factor");
        assertThat(theirs.locator("main").innerText())
                .contains("The second factor is on.")
                .doesNotContain(recovery.get(0), secret);
        assertThat(withPassword(name)).as("the password alone in the API").isBetween(401, 403);
        other.clearCookies();
        entersACode(theirs, name, code(secret, 1), recovery.get(0));
        theirs.navigate("/second_factor");
        theirs.getByLabel("Password").fill(OWN);
        theirs.getByLabel("Code").fill(recovery.get(1));
        press(theirs, "Turn off");
        assertThat(theirs.getByRole(AriaRole.STATUS).innerText()).contains("The second factor is off.");
        other.close();
        removed(name);
    }

    private static void entersACode(Page theirs, String name, String code, String recovery) {
        theirs.navigate("/login?redirect=%2Fruns%2Frecent");
        enter(theirs, name, OWN);
        assertThat(theirs.locator("#password").count()).isZero();
        assertThat(theirs.content()).doesNotContain(OWN);
        theirs.getByLabel("Code").fill("123");
        press(theirs, "Log in");
        assertThat(theirs.getByRole(AriaRole.ALERT).innerText()).contains("This code is wrong");
        theirs.getByLabel("Code").fill(code);
        press(theirs, "Log in");
        theirs.waitForURL("**/runs/recent");
        theirs.context().clearCookies();
        theirs.navigate("/login?redirect=%2Fruns%2Frecent");
        enter(theirs, name, OWN);
        theirs.getByLabel("Code").fill(code);
        press(theirs, "Log in");
        assertThat(theirs.getByRole(AriaRole.ALERT).innerText())
                .as("a code twice")
                .contains("used before");
        theirs.getByLabel("Code").fill(recovery);
        press(theirs, "Log in");
        theirs.waitForURL("**/runs/recent");
    }

    /** Somebody whom the administrator adds, with a password of his own. */
    private static Page newUser(BrowserContext other, String name) {
        page.navigate("/users");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        press(page, "Add");
        String initial = page.locator("#initial").innerText();
        Page theirs = other.newPage();
        theirs.navigate("/login");
        enter(theirs, name, initial);
        theirs.getByLabel("Old password").fill(initial);
        theirs.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(OWN);
        theirs.getByLabel("New password again").fill(OWN);
        press(theirs, "Change password");
        theirs.waitForURL("**/login?changed=1");
        enter(theirs, name, OWN);
        return theirs;
    }

    private static int withPassword(String name) {
        String basic = Base64.getEncoder().encodeToString((name + ":" + OWN).getBytes(StandardCharsets.UTF_8));
        return visitor.request()
                .get(
                        address + "/api/0.1/runs?max_results=1",
                        RequestOptions.create().setHeader("Authorization", "Basic " + basic))
                .status();
    }

    private static void removed(String name) {
        page.navigate("/users?q=" + name);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        press(page, "Remove " + name);
        press(page, "Remove the user");
        assertThat(page.locator("main .note").innerText()).contains("removed");
    }

    /**
     * What a telephone shows, so many steps from now. The one of the next step counts for at least half a minute more; that
     * of the step before would count no more if a new one began until it is entered.
     */
    private static String code(String secret, int steps) throws InvalidKeyException {
        TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
        Instant moment = Instant.now().plus(codes.getTimeStep().multipliedBy(steps));
        return codes.generateOneTimePasswordString(new SecretKeySpec(bytes(secret), "RAW"), moment);
    }

    private static byte[] bytes(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int five = ALPHABET.indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((five >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return bytes;
    }
}

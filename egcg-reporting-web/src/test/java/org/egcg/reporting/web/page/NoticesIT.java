package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A pipeline fails, and the bell says so; what one is told is chosen at the page of notices. */
class NoticesIT extends PageChecks {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static String fails() {
        String id = UUID.randomUUID().toString();
        Fixture.send(address, "analysis_driver_procs", """
                {"proc_id": "%s", "dataset_type": "project", "dataset_name": "P %s", "status": "failed"}""".formatted(id, id));
        return "P " + id;
    }

    private static long unread() {
        return Long.parseLong(page.locator(".bell").getAttribute("data-unread"));
    }

    /** What was there before the service first looked is not told: so it fails again until it has looked. */
    private static String told() {
        Instant end = Instant.now().plus(PATIENCE);
        page.navigate("/notices");
        long before = unread();
        while (Instant.now().isBefore(end)) {
            String subject = fails();
            Instant next = Instant.now().plusSeconds(20);
            while (Instant.now().isBefore(next)) {
                page.waitForTimeout(1000);
                page.navigate("/notices");
                if (unread() > before && page.getByText(subject).count() > 0) {
                    return subject;
                }
            }
        }
        throw new AssertionError("nothing was told within " + PATIENCE);
    }

    @Test
    void aPipelineThatFailsIsToldWithinSecondsAndReadWhenItIsOpened() {
        String subject = told();
        Locator notice = page.locator(".notices li").filter(new Locator.FilterOptions().setHasText(subject));
        assertThat(notice.getAttribute("class")).isEqualTo("unread");
        assertThat(notice.innerText()).contains("Pipeline failed", "The pipeline of the project failed.");

        page.waitForResponse("**/ui/notices", () -> notice.getByText(subject).click());
        page.navigate("/notices");
        assertThat(notice.count()).isOne();
        assertThat(notice.and(page.locator(".unread")).count()).isZero();
        assertThat(page.locator(".bell").getAttribute("aria-label")).startsWith("Notices");
    }

    private static Locator pipelineFailed() {
        return page.locator("input[name=kind][value=pipeline_failed]");
    }

    @Test
    void oneSubscribesLooksAtAPreviewAndLearnsThatNothingIsSetUp() {
        page.navigate("/notices");
        assertThat(page.getByText("E-mail and webhooks are not set up.").count())
                .isOne();
        pipelineFailed().check();
        page.getByLabel("Only this project").fill("no such project");
        press(page, "Preview");
        page.getByText("This is how you are told").waitFor();
        assertThat(pipelineFailed().isChecked()).isTrue();
        press(page, "Subscribe");
        page.getByText("The subscription is saved.").waitFor();
        Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText("project no such project"));
        assertThat(row.innerText()).contains("Pipeline failed", "On these pages");
        assertThat(page.locator(".bell").getAttribute("data-unread")).isEqualTo("0");
        row.getByRole(AriaRole.BUTTON).click();
        page.getByText("The subscription is removed.").waitFor();
        assertThat(row.count()).isZero();
    }

    /** Mails are not set up here; the page shows what one would be like all the same. */
    @Test
    void thePreviewOfAMailShowsItsHtmlWithoutGivingItAnythingToDo() {
        page.navigate("/notices");
        page.evaluate("""
                () => { const how = document.querySelector('#how'); how.add(new Option('mail', 'mail')); how.value = 'mail'; }""");
        press(page, "Preview");
        Locator mail = page.locator("iframe.mail");
        assertThat(mail.getAttribute("sandbox")).isEmpty();
        FrameLocator inside = page.frameLocator("iframe.mail");
        assertThat(inside.locator("body b").first().innerText()).contains(": ");
        assertThat(inside.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }
}

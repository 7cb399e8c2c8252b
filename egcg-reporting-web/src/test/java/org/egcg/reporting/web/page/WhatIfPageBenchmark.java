package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.egcg.reporting.Reporting;
import org.egcg.reporting.config.Configuration;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.JudgedLanes;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a person waits for the page that says what another limit would change among 50,000 lanes, on a server that was
 * just started, which has judged nothing yet, and when it is asked again. A command of its own, see {@code docs/performance.md}.
 */
class WhatIfPageBenchmark {

    private static final int LANES = 50_000;
    private static final int ASKED = 6;
    private static final Duration MOST = Duration.ofSeconds(3);

    @TempDir
    private static Path directory;

    @Test
    void anotherLimitOverFiftyThousandLanes() throws DuplicateKeyException {
        try (RunningServer server = RunningServer.in(directory)
                        .with("JAVA_OPTS", "-Xmx768m")
                        .withDocuments(WhatIfPageBenchmark::fill)
                        .withAdministrator(Laboratory.USER, Laboratory.PASSWORD)
                        .start();
                Browser browser = new Browser(server.address().toString().replaceFirst("/$", ""))) {
            Page page = Browser.logIn(browser.visitor(), Laboratory.USER, Laboratory.PASSWORD);
            List<Duration> answers = new ArrayList<>();
            for (int time = 0; time < ASKED; time++) {
                answers.add(asked(page, 125 + time));
            }
            System.out.printf(
                    "what if over %,d lanes, on a server just started: %s ms%n",
                    LANES, answers.stream().map(Duration::toMillis).toList());
            assertThat(answers).allMatch(time -> time.compareTo(MOST) < 0);
        }
    }

    private static Duration asked(Page page, int yield) {
        long begun = System.nanoTime();
        page.navigate(
                "/limits?limit=0&value=" + yield,
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(page.locator("h2").first().innerText()).contains("failed at " + yield);
        assertThat(page.locator("section.card .facts").first().innerText()).contains("pass → fail");
        assertThat(page.locator(".heading").allInnerTexts()).anyMatch(text -> text.contains("50,000 lanes"));
        return took;
    }

    private static void fill(MongoStore store) {
        Path own = directory.resolve("rules");
        JudgedLanes.into(
                Reporting.over(store, Configuration.load(Map.of("EGCG_DATA_DIR", own.toString()), own)), LANES);
    }
}

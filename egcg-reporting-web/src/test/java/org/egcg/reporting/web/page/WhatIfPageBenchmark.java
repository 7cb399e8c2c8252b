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
import org.egcg.reporting.review.Subject;
import org.egcg.reporting.review.Thresholds;
import org.egcg.reporting.store.DuplicateKeyException;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.JudgedLanes;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a person waits for the page that says what another limit would change among 50,000 lanes, who logs in to a server
 * as soon as it has started, and when he asks again. A command of its own, see {@code docs/performance.md}.
 */
class WhatIfPageBenchmark {

    private static final int LANES = 50_000;
    private static final int ASKED = 6;

    /** Milliseconds in which a visitor who has logged in looks at the first page and finds that of the limits. */
    private static final int ON_THE_WAY = 5000;

    private static final Duration MOST = Duration.ofSeconds(3);

    @TempDir
    private static Path directory;

    private static int yield;

    @Test
    void anotherLimitOverFiftyThousandLanes() throws DuplicateKeyException {
        try (RunningServer server = RunningServer.in(directory)
                        .with("JAVA_OPTS", "-Xmx768m")
                        .withDocuments(WhatIfPageBenchmark::fill)
                        .withAdministrator(Laboratory.USER, Laboratory.PASSWORD)
                        .start();
                Browser browser = new Browser(server.address().toString().replaceFirst("/$", ""))) {
            Page page = Browser.logIn(browser.visitor(), Laboratory.USER, Laboratory.PASSWORD);
            page.waitForTimeout(ON_THE_WAY);
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

    private static Duration asked(Page page, int gigabases) {
        long begun = System.nanoTime();
        page.navigate(
                "/limits?limit=" + yield + "&value=" + gigabases,
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(page.locator("h2").first().innerText()).contains("failed at " + gigabases);
        assertThat(page.locator("section.card").first().innerText()).contains("pass → fail");
        assertThat(page.locator(".heading").allInnerTexts()).anyMatch(text -> text.contains("50,000 lanes"));
        return took;
    }

    private static void fill(MongoStore store) {
        Path own = directory.resolve("rules");
        Reporting reporting = Reporting.over(store, Configuration.load(Map.of("EGCG_DATA_DIR", own.toString()), own));
        JudgedLanes.into(reporting, LANES);
        yield = number(reporting.reviews().thresholds());
    }

    /** By which addresses ask about the yield of lanes of the HiSeq X. */
    private static int number(Thresholds thresholds) {
        return thresholds.of(Subject.LANE).values().stream()
                .flatMap(List::stream)
                .map(limit -> limit.metric() + limit.when().words())
                .toList()
                .indexOf("aggregated.yield_in_gb");
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.egcg.reporting.testkit.RunningServer;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one store: what is posted to either is in every open page of both. A command of its own. */
class TwoNodesIT {

    private static final String LIST = "/samples/all?q=";
    private static final Duration SOON = Duration.ofSeconds(5);

    /** A page listens this long after it was drawn. */
    private static final int LISTENS = 2500;

    private static final TestStore STORE = new TestStore();
    private static final List<Node> NODES = new ArrayList<>();

    @TempDir
    static Path directory;

    /** A server, and a browser in which somebody has logged in there. */
    private record Node(RunningServer server, Browser browser, Page page) {
        String address() {
            return server.address().toString().replaceFirst("/$", "");
        }

        Page open(String path) {
            Page opened = page.context().newPage();
            opened.navigate(path);
            return opened;
        }

        void close() {
            browser.close();
            server.close();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        for (int number = 0; number < 2; number++) {
            RunningServer server = server(directory.resolve("node" + number)).start();
            Browser browser = new Browser(server.address().toString().replaceFirst("/$", ""));
            NODES.add(
                    new Node(server, browser, Browser.logIn(browser.visitor(), Laboratory.USER, Laboratory.PASSWORD)));
        }
    }

    private static RunningServer server(Path home) throws IOException {
        Files.createDirectories(home);
        Path configuration =
                Files.writeString(home.resolve("reporting.yaml"), """
                rest_app:
                  url_prefix: api
                  api_version: '0.1'
                  db_host: %s
                  db_name: %s
                """.formatted(STORE.uri(), STORE.database()));
        return RunningServer.in(home)
                .with("REPORTINGCONFIG", configuration.toString())
                .withAdministrator(Laboratory.USER, Laboratory.PASSWORD);
    }

    @AfterAll
    static void stop() {
        NODES.forEach(Node::close);
        STORE.close();
    }

    private static void post(Node to, String... samples) {
        String all = List.of(samples).stream()
                .map(sample -> "{\"sample_id\": \"" + sample + "\", \"project_id\": \"TWO\"}")
                .collect(Collectors.joining(", ", "[", "]"));
        Fixture.send(to.address(), "samples", all);
    }

    /** Waits until a page says so, as long as it is soon after what was posted; says how long that took. */
    private static Duration says(Page open, String selector, String words, Instant posted) {
        long left = Duration.between(Instant.now(), posted.plus(SOON)).toMillis();
        open.waitForFunction(
                "([selector, words]) => (document.querySelector(selector)?.textContent ?? '').includes(words)",
                List.of(selector, words),
                new Page.WaitForFunctionOptions()
                        .setTimeout((double) Math.max(left, 1))
                        .setPollingInterval(50));
        return Duration.between(posted, Instant.now());
    }

    @Test
    void whatIsPostedToOneNodeIsOfferedByEveryOpenListOfBothWithinFiveSeconds() {
        for (int number = 0; number < NODES.size(); number++) {
            String name = "TWOA" + number;
            List<Page> open = NODES.stream()
                    .flatMap(node -> IntStream.range(0, 3).mapToObj(page -> node.open(LIST + name)))
                    .toList();
            open.get(0).waitForTimeout(LISTENS);
            Instant posted = Instant.now();
            post(NODES.get(number), name + "x", name + "y");
            List<Duration> took = open.stream()
                    .map(page -> says(page, ".news", "2 new", posted))
                    .toList();
            System.out.println("posted to node " + number + ", offered after " + took);
            for (Page page : open) {
                page.locator(".news button").click();
                page.waitForSelector("tr[data-key=" + name + "y]");
                page.close();
            }
        }
    }

    @Test
    void theMainPagesOfBothShowThePipelineThatOneHasLearnedOf() {
        for (int number = 0; number < NODES.size(); number++) {
            String name = "TWOB" + number;
            List<Page> open = NODES.stream().map(node -> node.open("/")).toList();
            open.get(0).waitForTimeout(LISTENS);
            Instant posted = Instant.now();
            Fixture.send(NODES.get(number).address(), "analysis_driver_procs", """
                    {"proc_id": "p_%1$s", "dataset_type": "sample", "dataset_name": "%1$s", "status": "processing", "start_date": "01_01_2015_10:00:00"}""".formatted(name));
            List<Duration> took =
                    open.stream().map(page -> says(page, "#main", name, posted)).toList();
            System.out.println("posted to node " + number + ", on the main pages after " + took);
            open.forEach(Page::close);
        }
    }

    /** Such a list was seen to show 41, of 21 minutes before. */
    @Test
    void afterALoadOfThreeThousandSamplesBothCountAllOfThem() {
        for (int part = 0; part < 3; part++) {
            String name = "TWOC" + part + "x";
            post(
                    NODES.get(0),
                    IntStream.range(0, 1000).mapToObj(number -> name + number).toArray(String[]::new));
        }
        Instant posted = Instant.now();
        for (Node node : NODES) {
            String counted;
            do {
                node.page().navigate(LIST + "TWOC");
                counted = node.page().locator("section.table").first().getAttribute("data-matched");
            } while (!counted.equals("3000") && Instant.now().isBefore(posted.plus(SOON)));
            assertThat(counted).isEqualTo("3000");
        }
    }
}

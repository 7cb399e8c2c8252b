package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.ReverseProxy;
import org.egcg.reporting.testkit.RunningServer;
import org.egcg.reporting.testkit.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who is served by another node with each request, by a proxy that knows of no sessions, notices nothing of it, nor of
 * a node that dies. Nodes share the store, the users in PostgreSQL, and the key. A command of its own: it needs HAProxy.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BehindProxyIT {

    private static final int COUNT = 3;
    private static final List<String> PAGES = List.of(
            "/",
            "/runs/all",
            "/samples/all",
            "/sample/PAGES1",
            "/run/" + Fixture.RUN,
            "/review",
            "/history",
            "/limits");
    private static final int ROUNDS = 3;

    private static final TestStore STORE = new TestStore();
    private static final List<RunningServer> NODES = new ArrayList<>();

    private static EmbeddedPostgres users;
    private static ReverseProxy proxy;
    private static Browser browser;
    private static Page page;

    /** How many documents each node has answered. */
    private static final Map<String, Integer> ANSWERED = new ConcurrentHashMap<>();

    @TempDir
    static Path directory;

    @BeforeAll
    static void start() throws IOException {
        users = EmbeddedPostgres.start();
        String url = users.getJdbcUrl("postgres", "postgres");
        try (Users all = Users.open(url, Role.VIEWER)) {
            all.add(Laboratory.USER, Laboratory.PASSWORD, Role.ADMIN);
        }
        for (int number = 0; number < COUNT; number++) {
            NODES.add(node(directory.resolve("node" + number), url).start());
        }
        proxy = ReverseProxy.before(NODES, directory);
        String address = proxy.address().toString().replaceFirst("/$", "");
        Fixture.post(address, Laboratory.USER, Laboratory.PASSWORD);
        browser = new Browser(address);
        page = Browser.logIn(browser.visitor(), Laboratory.USER, Laboratory.PASSWORD);
    }

    private static RunningServer node(Path home, String users) throws IOException {
        Files.createDirectories(home);
        Path configuration =
                Files.writeString(home.resolve("reporting.yaml"), """
                reporting_app:
                  user_db: '%s'
                rest_app:
                  key: 'the same for all nodes, for this test alone'
                  url_prefix: api
                  api_version: '0.1'
                  db_host: '%s'
                  db_name: %s
                """.formatted(users, STORE.uri(), STORE.database()));
        return RunningServer.in(home).with("REPORTINGCONFIG", configuration.toString());
    }

    @AfterAll
    static void stop() throws IOException {
        browser.close();
        proxy.close();
        NODES.forEach(RunningServer::close);
        users.close();
        STORE.close();
    }

    private static void open(String path) {
        Response answer = page.navigate(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(page.url()).as(path).doesNotContain("/login");
        ANSWERED.merge(answer.headerValue("X-Node"), 1, Integer::sum);
    }

    @Test
    @Order(1)
    void eachPageComesFromAnotherNodeAndNobodyHasToLogInAgain() {
        for (int round = 0; round < ROUNDS; round++) {
            PAGES.forEach(BehindProxyIT::open);
        }
        System.out.println("pages from " + new TreeMap<>(ANSWERED));
        assertThat(ANSWERED).hasSize(COUNT);
    }

    /** A form is drawn by one node, sent to another, and the redirect is followed at a third. */
    @Test
    @Order(2)
    void whatIsWrittenAtOneNodeIsThereAtTheNext() {
        for (int number = 0; number < COUNT * 2; number++) {
            String text = "node after node " + number;
            open("/sample/PAGES1");
            page.getByLabel("A new note").fill(text);
            page.locator("#notes button:text('Add note')").click();
            page.locator(".notetext:text-is('" + text + "')").waitFor();
        }
    }

    @Test
    @Order(3)
    void aTokenIsShownOnceWhicheverNodeMadeIt() {
        for (int number = 0; number < COUNT; number++) {
            open("/tokens");
            page.locator("#name").fill("token " + number);
            page.locator("#create").click();
            assertThat(page.locator("#made").textContent()).hasSizeGreaterThan(20);
            page.reload();
            assertThat(page.locator("#made").count()).isZero();
            assertThat(page.content()).contains("token " + number);
        }
    }

    @Test
    @Order(4)
    void aNodeThatDiesHarmsNobody() throws InterruptedException {
        Thread death = new Thread(() -> NODES.get(0).kill());
        for (int round = 0; round < ROUNDS; round++) {
            if (round == 1) {
                death.start();
            }
            PAGES.forEach(BehindProxyIT::open);
        }
        death.join();
        NODES.get(0).start();
        TimeUnit.SECONDS.sleep(2);
        ANSWERED.clear();
        for (int round = 0; round < ROUNDS; round++) {
            PAGES.forEach(BehindProxyIT::open);
        }
        assertThat(ANSWERED).hasSize(COUNT);
    }

    @Test
    @Order(5)
    void whoeverLogsOutAtOneNodeIsLoggedOutAtAll() {
        page.navigate("/logout");
        page.locator("main button[type=submit]").click();
        for (int request = 0; request < COUNT * 2; request++) {
            page.navigate("/samples/all");
            assertThat(page.url()).contains("/login");
        }
    }
}

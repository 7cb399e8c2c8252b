package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * What it costs the server that two hundred lists lie open and listen for changes. A command of its own, see
 * {@code docs/performance.md}.
 */
class OpenPagesBenchmark {

    private static final int PAGES = 200;
    private static final int PAGES_OF_A_USER = 20;
    private static final Duration MEASURED = Duration.ofMinutes(2);
    private static final Duration SETTLED = Duration.ofSeconds(30);

    /** In hundredths of a core. */
    private static final double MOST = 2;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong events = new AtomicLong();

    @Test
    void twoHundredOpenListsTakeLessThanTwoHundredthsOfACore() throws InterruptedException {
        RunningServer server = AttackedServer.asInProduction();
        List<String> cookies = cookies();
        TimeUnit.SECONDS.sleep(SETTLED.toSeconds());
        double alone = load(server);
        List<CompletableFuture<HttpResponse<Stream<String>>>> open = new ArrayList<>();
        for (int page = 0; page < PAGES; page++) {
            open.add(listen(server, cookies.get(page / PAGES_OF_A_USER)));
        }
        for (CompletableFuture<HttpResponse<Stream<String>>> page : open) {
            HttpResponse<Stream<String>> answer = page.join();
            assertThat(answer.statusCode()).isEqualTo(200);
            Thread reader = new Thread(() -> answer.body().forEach(line -> events.incrementAndGet()), "page");
            reader.setDaemon(true);
            reader.start();
        }
        TimeUnit.SECONDS.sleep(SETTLED.toSeconds());
        long before = events.get();
        double listening = load(server);
        System.out.printf(
                "%d open lists: %.2f %% of a core, %.2f %% without them; %d lines were told in %d s%n",
                PAGES, listening, alone, events.get() - before, MEASURED.toSeconds());
        assertThat(events.get()).isGreaterThan(before);
        assertThat(listening - alone).isLessThan(MOST);
    }

    private static List<String> cookies() {
        List<String> cookies = new ArrayList<>();
        for (int user = 0; user < PAGES / PAGES_OF_A_USER; user++) {
            String name = "looks" + user;
            try (Users users = AttackedServer.users()) {
                users.add(name, AttackedServer.PASSWORD, Role.VIEWER);
            }
            cookies.add(Visitor.LOGIN_COOKIE + "=" + Visitor.loggedIn(name).secret());
        }
        return cookies;
    }

    private CompletableFuture<HttpResponse<Stream<String>>> listen(RunningServer server, String cookie) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/ui/changes"))
                .header("Cookie", cookie)
                .header("Accept", "text/event-stream")
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofLines());
    }

    /** How busy the server is, in hundredths of a core. */
    private static double load(RunningServer server) throws InterruptedException {
        ProcessorTime begun = ProcessorTime.of(server);
        TimeUnit.SECONDS.sleep(MEASURED.toSeconds());
        Duration worked = ProcessorTime.of(server).since(begun).server();
        return 100.0 * worked.toMillis() / MEASURED.toMillis();
    }
}

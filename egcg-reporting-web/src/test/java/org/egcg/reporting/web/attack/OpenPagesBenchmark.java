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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * What it costs the server that two hundred pages lie open: lists, which listen for changes, and main pages, which ask every
 * half minute besides whether they would say something else, and then for themselves. A command of its own, see {@code docs/performance.md}; {@code -Dopen.seconds} says
 * for how long each is measured.
 */
class OpenPagesBenchmark {

    private static final int PAGES = 200;
    private static final int PAGES_OF_A_USER = 20;
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("open.seconds", 120));
    /** So long before each measurement, as what a server has not done yet costs it several times as much at first. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** How often a main page asks for itself. */
    private static final int PAUSE_OF_MAIN_PAGES = 30;

    /** In hundredths of a core. */
    private static final double MOST = 2;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong drawn = new AtomicLong();

    @Test
    void twoHundredOpenPagesTakeLessThanTwoHundredthsOfACore() throws InterruptedException {
        RunningServer server = AttackedServer.asInProduction();
        List<String> cookies = cookies();
        TimeUnit.SECONDS.sleep(SETTLED.toSeconds());
        double alone = load(server);
        listen(server, cookies);
        TimeUnit.SECONDS.sleep(SETTLED.toSeconds());
        long before = events.get();
        double lists = load(server);
        assertThat(events.get()).isGreaterThan(before);
        double mains = loadOfMainPages(server, cookies);
        System.out.printf(
                "%% of a core in %d s: %.2f without open pages, %.2f with %d lists, %.2f with as many main pages, which"
                        + " asked %d times and were drawn %d times%n",
                MEASURED.toSeconds(), alone, lists, PAGES, mains, asked.get(), drawn.get());
        assertThat(lists - alone).isLessThan(MOST);
        assertThat(mains - alone).isLessThan(MOST);
    }

    /** One user after the other opens his; all at once the server would tell some of them to come again. */
    private void listen(RunningServer server, List<String> cookies) {
        for (String cookie : cookies) {
            List<CompletableFuture<HttpResponse<Stream<String>>>> open = new ArrayList<>();
            for (int page = 0; page < PAGES_OF_A_USER; page++) {
                open.add(listen(server, cookie));
            }
            for (CompletableFuture<HttpResponse<Stream<String>>> page : open) {
                HttpResponse<Stream<String>> answer = page.join();
                assertThat(answer.statusCode()).isEqualTo(200);
                Thread reader = new Thread(() -> answer.body().forEach(line -> events.incrementAndGet()), "page");
                reader.setDaemon(true);
                reader.start();
            }
        }
    }

    /** Each of them asks at a time of its own, as pages do that were opened at different times. */
    private double loadOfMainPages(RunningServer server, List<String> cookies) throws InterruptedException {
        ScheduledExecutorService pages = Executors.newScheduledThreadPool(8);
        try {
            for (int page = 0; page < PAGES; page++) {
                MainPage main = new MainPage(server, cookies.get(page / PAGES_OF_A_USER));
                Future<?> unused = pages.scheduleAtFixedRate(
                        main::look,
                        page * 1000L * PAUSE_OF_MAIN_PAGES / PAGES,
                        1000L * PAUSE_OF_MAIN_PAGES,
                        TimeUnit.MILLISECONDS);
            }
            TimeUnit.SECONDS.sleep(SETTLED.toSeconds());
            long before = asked.get();
            double load = load(server);
            assertThat(asked.get() - before).isGreaterThan(PAGES * MEASURED.toSeconds() / PAUSE_OF_MAIN_PAGES * 9 / 10);
            return load;
        } finally {
            pages.shutdownNow();
        }
    }

    /** One that lies open, and does what its script does. */
    private final class MainPage {

        private static final Pattern STATE = Pattern.compile("(?:data-state=|\"state\": ?)\"(\\w+)\"");

        private final RunningServer server;
        private final String cookie;
        private volatile String state = "";

        MainPage(RunningServer server, String cookie) {
            this.server = server;
            this.cookie = cookie;
        }

        void look() {
            if (!state(get("/ui/changes?home=1", "application/json")).equals(state)) {
                state = state(get("/", "text/html"));
                drawn.incrementAndGet();
            }
            asked.incrementAndGet();
        }

        private String state(String answer) {
            Matcher found = STATE.matcher(answer);
            assertThat(found.find()).as(answer).isTrue();
            return found.group(1);
        }

        private String get(String path, String accepted) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                    .header("Cookie", cookie)
                    .header("Accept", accepted)
                    .header("X-By-Itself", "yes")
                    .build();
            HttpResponse<String> answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .join();
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }
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

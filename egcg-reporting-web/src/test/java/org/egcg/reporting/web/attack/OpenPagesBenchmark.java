package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * What it costs the server that two hundred pages lie open: lists, which listen for changes, and main pages, which are told
 * besides what they would say now, and ask for themselves when that is something else. Each has a connection of its own here,
 * though a browser has one for all its lists and one for all its main pages, and opens another when the server has ended it.
 * A command of its own, see {@code docs/performance.md}; {@code -Dopen.seconds} says for how long each is measured.
 */
class OpenPagesBenchmark {

    private static final int PAGES = 200;
    private static final int PAGES_OF_A_USER = 10;
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("open.seconds", 240));
    /** So long before each measurement, as what a server has not done yet costs it several times as much at first. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** A page is told something more often. */
    private static final int SELDOM = 30;

    /** In hundredths of a core. */
    private static final double MOST = 2;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong connected = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final AtomicLong states = new AtomicLong();
    private final AtomicLong drawn = new AtomicLong();

    @Test
    void twoHundredOpenPagesTakeLessThanTwoHundredthsOfACore() throws InterruptedException {
        RunningServer server = AttackedServer.asInProduction();
        List<String> cookies = cookies();
        TimeUnit.SECONDS.sleep(SETTLED.toSeconds());
        double alone = load(server);
        cookies.forEach(cookie -> open(() -> new OpenList(server, cookie)));
        double lists = settledLoad(server, told);
        cookies.forEach(cookie -> open(() -> new OpenMainPage(server, cookie)));
        double mains = settledLoad(server, states);
        System.out.printf(
                "%% of a core in %d s: %.2f without open pages, %.2f with %d lists, %.2f with as many main pages, which were"
                        + " drawn %d times; %d connections in all%n",
                MEASURED.toSeconds(), alone, lists, PAGES, mains, drawn.get(), connected.get());
        assertThat(lists - alone).isLessThan(MOST);
        assertThat(mains - alone).isLessThan(MOST);
    }

    /** Those of one user. Each begins at a time of its own, as pages do that were opened at different times. */
    private static void open(Supplier<OpenList> page) {
        for (int count = 0; count < PAGES_OF_A_USER; count++) {
            Thread reader = new Thread(page.get()::stay, "page");
            reader.setDaemon(true);
            reader.start();
            try {
                TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis() / PAGES);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private double settledLoad(RunningServer server, AtomicLong events) throws InterruptedException {
        TimeUnit.SECONDS.sleep(SELDOM);
        long before = events.get();
        double load = load(server);
        assertThat(events.get() - before).isGreaterThan(PAGES * MEASURED.toSeconds() / SELDOM);
        return load;
    }

    /** Listens, and comes back when its connection has ended. */
    private class OpenList {

        private static final Duration PAUSE_OF_BROWSERS = Duration.ofSeconds(3);

        private final RunningServer server;
        private final String cookie;

        OpenList(RunningServer server, String cookie) {
            this.server = server;
            this.cookie = cookie;
        }

        String address() {
            return "/ui/changes";
        }

        void hear(String event) {}

        final void stay() {
            while (true) {
                try (Stream<String> lines = get(address(), "text/event-stream", BodyHandlers.ofLines())) {
                    connected.incrementAndGet();
                    lines.filter(line -> !line.isEmpty()).forEach(line -> {
                        told.incrementAndGet();
                        hear(line);
                    });
                    TimeUnit.SECONDS.sleep(PAUSE_OF_BROWSERS.toSeconds());
                } catch (UncheckedIOException | InterruptedException over) {
                    return;
                }
            }
        }

        final <T> T get(String path, String accepted, BodyHandler<T> body) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                    .header("Cookie", cookie)
                    .header("Accept", accepted)
                    .header("X-By-Itself", "yes")
                    .build();
            HttpResponse<T> answer = http.sendAsync(request, body).join();
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }
    }

    /** Is drawn anew when it is told that it would say something else. */
    private final class OpenMainPage extends OpenList {

        private static final Pattern STATE = Pattern.compile("(?:data-state=|\"state\": ?)\"(\\w*)\"");

        private String state = "";

        OpenMainPage(RunningServer server, String cookie) {
            super(server, cookie);
        }

        @Override
        String address() {
            return "/ui/changes?home=1";
        }

        @Override
        void hear(String event) {
            if (event.contains("\"home\"")) {
                states.incrementAndGet();
                if (!state(event).equals(state)) {
                    state = state(get("/", "text/html", BodyHandlers.ofString()));
                    drawn.incrementAndGet();
                }
            }
        }

        private static String state(String answer) {
            Matcher found = STATE.matcher(answer);
            assertThat(found.find()).as(answer).isTrue();
            return found.group(1);
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

    /** How busy the server is, in hundredths of a core. */
    private static double load(RunningServer server) throws InterruptedException {
        ProcessorTime begun = ProcessorTime.of(server);
        TimeUnit.SECONDS.sleep(MEASURED.toSeconds());
        Duration worked = ProcessorTime.of(server).since(begun).server();
        return 100.0 * worked.toMillis() / MEASURED.toMillis();
    }
}

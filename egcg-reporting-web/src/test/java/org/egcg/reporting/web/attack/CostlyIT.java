package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;

/**
 * Eight clients that send the most expensive requests to a facility of 200,000 run elements, for {@code
 * -Dcostly.minutes=10}, beside some that ask for little; at its end the server is stopped while they go on. A command of
 * its own.
 */
class CostlyIT {

    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("costly.minutes", 10));
    private static final int CLIENTS = 8;
    private static final int BROWSERS = 2;
    private static final Duration SLOWEST = Duration.ofSeconds(1);
    private static final Duration STOPPED = Duration.ofSeconds(30);

    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final Latencies costly = new Latencies();
    private final Latencies simple = new Latencies();

    @Test
    void theServiceStaysUpAndAnswersWhatIsSimple() throws Exception {
        RunningServer server = CostlyFacility.started();
        Duration stop;
        try (Load expensive = new Load()) {
            askForMuch(server, expensive);
            besideThem(server);
            long begun = System.nanoTime();
            server.stop();
            stop = Duration.ofNanos(System.nanoTime() - begun);
        }
        System.out.printf(
                "%s%nsimple:%n%s%n%s%nanswers: %s%nstopped in %d ms%n",
                costly.table(), simple.table(), String.join("\n", simple.failures()), answers, stop.toMillis());
        assertSoftly(held -> {
            held.assertThat(answers.keySet()).noneMatch(answer -> answer.startsWith("500"));
            simple.kinds().forEach(kind -> held.assertThat(simple.percentile(kind, 99))
                    .as(kind)
                    .isLessThan(SLOWEST));
            held.assertThat(simple.failures()).isEmpty();
            held.assertThat(stop).isLessThan(STOPPED);
        });
        assertThat(log(server)).doesNotContain("OutOfMemoryError");
    }

    private void besideThem(RunningServer server) throws InterruptedException {
        try (Load ordinary = new Load()) {
            askForLittle(server, ordinary);
            Instant end = Instant.now().plus(LENGTH);
            while (Instant.now().isBefore(end)) {
                Thread.sleep(1000);
            }
        }
    }

    private static String log(RunningServer server) throws IOException {
        return Files.readString(server.log());
    }

    private void askForMuch(RunningServer server, Load load) throws Exception {
        CostlyRequests requests = new CostlyRequests(server);
        List<CostlyRequests.Costly> all = CostlyRequests.all();
        for (int client = 0; client < CLIENTS - BROWSERS; client++) {
            AtomicInteger next = new AtomicInteger(client * all.size() / CLIENTS);
            load.add(0, () -> {
                CostlyRequests.Costly one = all.get(next.getAndIncrement() % all.size());
                costly.measure(one.name(), 0, () -> counted(one.name(), requests.send(one)));
            });
        }
        for (int browser = 0; browser < BROWSERS; browser++) {
            DistantVisitor visitor = DistantVisitor.loggedIn(server, "198.51.100." + browser, "reader");
            AtomicInteger next = new AtomicInteger(browser * 4);
            load.add(0, () -> {
                String page = CostlyRequests.pages()
                        .get(next.getAndIncrement() % CostlyRequests.pages().size());
                costly.measure(page, 0, () -> counted(page, visitor.visit(page)));
            });
        }
    }

    /** Whatever is answered is counted, and no failure here. */
    private int counted(String name, int status) {
        answers.computeIfAbsent(status + " " + name, first -> new LongAdder()).increment();
        return 0;
    }

    private void askForLittle(RunningServer server, Load load) {
        CostlyRequests requests = new CostlyRequests(server);
        AtomicInteger number = new AtomicInteger();
        simple(
                load,
                "run by its id",
                requests,
                () -> read("/runs?where=%7B%22run_id%22:%22R" + number.incrementAndGet() % CostlyFacility.RUNS
                        + "%22%7D"));
        simple(
                load,
                "elements of a run",
                requests,
                () -> read("/run_elements?max_results=100&where=%7B%22run_id%22:%22R"
                        + number.incrementAndGet() % CostlyFacility.RUNS + "%22%7D"));
        simple(load, "first page", requests, () -> read("/samples?max_results=25"));
        load.add(
                500,
                () -> simple.measure(
                        "one more",
                        201,
                        () -> requests.send(new CostlyRequests.Costly(
                                "one more",
                                "writer",
                                "POST",
                                "/species",
                                "{\"name\": \"species " + System.nanoTime() + "\"}"))));
        load.add(
                500,
                () -> simple.measure(
                        "live", 200, () -> Wire.status(Wire.exchange(server.port(), Wire.get("/status/live")))));
    }

    private interface Question {
        CostlyRequests.Costly next();
    }

    private void simple(Load load, String kind, CostlyRequests requests, Question question) {
        load.add(200, () -> simple.measure(kind, 200, () -> requests.send(question.next())));
    }

    private static CostlyRequests.Costly read(String path) {
        return new CostlyRequests.Costly(path, "demo", "GET", path, "");
    }
}

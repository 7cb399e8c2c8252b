package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.egcg.reporting.embedded.example.TwoYears;
import org.egcg.reporting.embedded.lims.EmbeddedLims;
import org.egcg.reporting.embedded.store.EmbeddedStore;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Users;
import org.egcg.reporting.store.MongoStore;
import org.egcg.reporting.testkit.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many commands each page sends to the store, and how many documents it reads: all pages one after the other after the
 * start, by somebody who has logged in; then each when a pipeline has written something, and again when nothing was written,
 * three times, of which that counts which cost least. The store has the two years of examples. A command of its own, see
 * {@code docs/performance.md}; {@code -Dcost.details} adds each question.
 */
class PageCostBenchmark {

    private static final int LATER = 3;
    private static final String DATABASE = "reporting";
    private static final String PIPELINE = "pipeline";
    private static final Duration QUIET = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What pages do not ask: nodes do, each second and each 15 seconds, and the bell of every page, each five seconds at most. */
    private static final Set<String> NOT_OF_PAGES = Set.of(
            "change_marks",
            "pending_aggregations",
            "pending_renamings",
            "idempotency_keys",
            "notice_turns",
            "notice_marks",
            "notice_subscriptions",
            "notices");

    /** Some of the pages that have the report of what does not fit made, which is kept for seconds, whichever asked for it. */
    private static final Set<String> WITH_REPORT = Set.of(
            "/inconsistencies",
            "/runs/all",
            AllPages.RUN,
            "/samples/all",
            AllPages.SAMPLE + "?open=history",
            "/projects/EG0117");

    /** In seconds; longer than it is kept. */
    private static final int FORGOTTEN = 8;

    /** A server's clocks do their work at each fifth second; visits that cannot be made again are between. */
    private static final long CLOCKS = 5000;

    private static final long AFTER_CLOCKS = 900;
    private static final long BEFORE_CLOCKS = 3000;

    private static final String ELEMENT = "COST";
    private static final Pattern ETAG = Pattern.compile("\"_etag\": ?\"(\\w+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");
    private static final Pattern ASKING_CHART = Pattern.compile("data-chart=\"[^\"]*\" data-ready=");

    private final HttpClient browser = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final HttpClient pipeline =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningServer server;
    private WireMeter meter;
    private String version = "";
    private int written;

    @TempDir
    Path directory;

    @Test
    void eachPage() throws IOException, InterruptedException {
        try (EmbeddedStore store = EmbeddedStore.inMemory();
                MongoStore look = MongoStore.at(store.connectionString(), DATABASE);
                WireMeter wire = new WireMeter(store.connectionString(), NOT_OF_PAGES);
                RunningServer service = service(store, wire)) {
            meter = wire;
            server = service.start();
            logIn();
            // the first page of all takes long, which has nothing to do with the store
            get("/help");
            post();
            untilQuiet();
            Map<String, StoreReading> first = new LinkedHashMap<>();
            for (String page : pages()) {
                betweenClocks();
                first.put(page, visit(page));
            }
            Map<String, List<StoreReading>> news = new LinkedHashMap<>();
            Map<String, List<StoreReading>> again = new LinkedHashMap<>();
            for (int time = 0; time < LATER; time++) {
                for (String page : pages()) {
                    TimeUnit.SECONDS.sleep(WITH_REPORT.contains(page) ? FORGOTTEN : 0);
                    write();
                    news.computeIfAbsent(page, absent -> new ArrayList<>()).add(visit(page));
                    again.computeIfAbsent(page, absent -> new ArrayList<>()).add(visit(page));
                }
            }
            print(look, first, least(news), least(again));
        }
    }

    private static Collection<String> pages() {
        return AllPages.oneOfEachKind().values();
    }

    private RunningServer service(EmbeddedStore store, WireMeter wire) throws IOException {
        TwoYears years = new TwoYears();
        Path lims = Files.createDirectories(directory.resolve("data/lims"));
        Files.writeString(lims.resolve(EmbeddedLims.MORE), years.lims());
        DatedExamples.load(store.connectionString(), DATABASE, years, directory.resolve("loading"));
        Path configuration =
                Files.writeString(directory.resolve("reporting.yaml"), """
                rest_app:
                  url_prefix: api
                  api_version: '0.1'
                  db_host: '%s'
                  db_name: %s
                """.formatted(wire.uri(), DATABASE));
        RunningServer service = RunningServer.in(directory)
                .with("REPORTINGCONFIG", configuration.toString())
                .withAdministrator(Laboratory.USER, Laboratory.PASSWORD);
        try (Users users = Users.open(directory.resolve("data/users.sqlite").toString(), Role.EDITOR)) {
            users.add(PIPELINE, Laboratory.PASSWORD, Role.EDITOR);
        }
        return service;
    }

    private void logIn() throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(get("/login").body());
        assertThat(csrf.find()).isTrue();
        String form = Map.of("csrf", csrf.group(1), "username", Laboratory.USER, "password", Laboratory.PASSWORD)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = browser.send(
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.address().resolve(URI.create(path)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A page, and what its chart asks for. */
    private StoreReading visit(String page) throws IOException, InterruptedException {
        meter.taken();
        HttpResponse<String> answer = get(page);
        assertThat(answer.statusCode()).as(page).isIn(200, 404);
        if (ASKING_CHART.matcher(answer.body()).find()) {
            assertThat(get("/ui" + page).statusCode()).as(page).isEqualTo(200);
        }
        untilQuiet();
        return meter.taken();
    }

    /** A pipeline corrects an element of the run and the sample that pages of one thing show. */
    private void write() throws IOException, InterruptedException {
        String body = "{\"bases_r1\": %d}".formatted(++written);
        api("PATCH", "/" + ELEMENT, body);
        untilQuiet();
    }

    private void post() throws IOException, InterruptedException {
        String run = AllPages.RUN.replace("/run/", "");
        String sample = AllPages.SAMPLE.replace("/sample/", "");
        api("POST", "", """
                {"run_element_id": "%s", "run_id": "%s", "lane": 1, "barcode": "COST", "project_id": "EG0117",
                 "sample_id": "%s", "library_id": "COST", "bases_r1": 1000, "bases_r2": 1000}""".formatted(ELEMENT, run, sample));
    }

    private void api(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("/api/0.1/run_elements" + path)
                .header("Authorization", "Basic " + Fixture.basic(PIPELINE, Laboratory.PASSWORD))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!version.isEmpty()) {
            request.header("If-Match", version);
        }
        HttpResponse<String> answer = pipeline.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        Matcher etag = ETAG.matcher(answer.body());
        assertThat(etag.find()).as(answer.body()).isTrue();
        version = etag.group(1);
    }

    private static void betweenClocks() throws InterruptedException {
        long now = System.currentTimeMillis() % CLOCKS;
        if (now > BEFORE_CLOCKS) {
            TimeUnit.MILLISECONDS.sleep(CLOCKS - now + AFTER_CLOCKS);
        } else if (now < AFTER_CLOCKS) {
            TimeUnit.MILLISECONDS.sleep(AFTER_CLOCKS - now);
        }
    }

    private void untilQuiet() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!meter.isQuietFor(QUIET)) {
            assertThat(Instant.now()).as("it does not become quiet").isBefore(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static Map<String, StoreReading> least(Map<String, List<StoreReading>> visits) {
        Map<String, StoreReading> least = new LinkedHashMap<>();
        visits.forEach((page, all) -> least.put(page, Collections.min(all, StoreReading.BY_COST)));
        return least;
    }

    private static void print(
            MongoStore store,
            Map<String, StoreReading> first,
            Map<String, StoreReading> news,
            Map<String, StoreReading> again) {
        for (String resource :
                List.of("runs", "lanes", "run_elements", "samples", "projects", "analysis_driver_procs")) {
            System.out.printf("%,d %s%n", store.count(resource, new BsonDocument()), resource);
        }
        System.out.println(
                "| page | first visit: commands | documents | after a write: commands | documents | again: commands | documents |\n"
                        + "|---|---|---|---|---|---|---|");
        first.forEach((page, reading) -> System.out.printf(
                "| `%s` | %s | %s | %s |%n", page, row(reading), row(news.get(page)), row(again.get(page))));
        if (Boolean.getBoolean("cost.details")) {
            details(first, news, again);
        }
    }

    private static void details(
            Map<String, StoreReading> first, Map<String, StoreReading> news, Map<String, StoreReading> again) {
        first.forEach((page, reading) -> System.out.printf(
                "%s%n  first: %s%n  after a write: %s%n  again: %s%n",
                page,
                reading.details(),
                news.get(page).details(),
                again.get(page).details()));
    }

    private static String row(StoreReading reading) {
        return "%,d | %,d".formatted(reading.commands(), reading.documents());
    }
}

package org.egcg.reporting.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How long people wait for lists of a large facility, in a browser, and what exports of them cost. A command of its own,
 * see {@code docs/performance.md}; {@code -Dlists.directory} keeps the facility for the next time, and {@code -Dlists.only}
 * measures some of the lists.
 */
class ListsBenchmark {

    private static final int TIMES = 5;
    private static final String FIRST_ROW = "section.table .tablewrap > table > tbody > tr[data-key]";
    private static final List<String> LISTS = List.of(
            "/runs/all",
            "/runs/recent",
            "/samples/all",
            "/samples/processing",
            "/samples/toreview",
            "/projects/",
            "/project_status/",
            "/project_status/all",
            "/libraries/all",
            "/genotypes/all",
            "/species");

    private static LargeFacility facility;
    private static Browser browser;
    private static BrowserContext visitor;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        String kept = System.getProperty("lists.directory", "");
        Path directory = kept.isEmpty()
                ? Files.createTempDirectory(Files.createDirectories(Path.of("target")), "large")
                : Files.createDirectories(Path.of(kept));
        facility = new LargeFacility(directory.toAbsolutePath());
        browser = new Browser(facility.address());
        visitor = browser.visitor();
        visitor.setDefaultTimeout(180_000);
        page = visitor.newPage();
        page.navigate("/login?redirect=%2Fspecies");
        PageChecks.enter(page, Laboratory.USER, Laboratory.PASSWORD);
    }

    @AfterAll
    static void close() {
        browser.close();
        facility.close();
    }

    /** Milliseconds that something took. */
    private static long took(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** The middle one of several, with pauses in which a person would look at what there is. */
    private static long median(Runnable before, Runnable what) {
        List<Long> times = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            before.run();
            page.waitForTimeout(2000);
            times.add(took(what));
        }
        return times.stream().sorted().toList().get(TIMES / 2);
    }

    private static void open(String list) {
        page.navigate(
                list, new Page.NavigateOptions().setWaitUntil(com.microsoft.playwright.options.WaitUntilState.COMMIT));
        page.waitForSelector(FIRST_ROW);
    }

    private static List<String> lists() {
        String only = System.getProperty("lists.only", "");
        return only.isEmpty() ? LISTS : List.of(only.split(","));
    }

    @Test
    void listsShowTheirRowsAtOnce() {
        System.out.println(
                "| list | rows | first visit | again | sort | filter | KB of HTML and JSON |\n|---|---|---|---|---|---|---|");
        List<String> slow = new ArrayList<>();
        for (String list : lists()) {
            long first = took(() -> open(list));
            String rows =
                    page.locator("section.table .range").first().innerText().replaceAll(".* of ", "");
            long size = transferred(() -> open(list));
            long again = median(() -> {}, () -> open(list));
            long sort = median(() -> open(list), ListsBenchmark::sort);
            long filter = median(() -> open(list), ListsBenchmark::filter);
            System.out.printf(
                    "| `%s` | %s | %d ms | %d ms | %d ms | %d ms | %d |%n",
                    list, rows, first, again, sort, filter, size / 1024);
            if (again > 2000 || sort > 1000 || filter > 1000 || size > 500 * 1024) {
                slow.add(list);
            }
        }
        assertThat(slow).isEmpty();
    }

    /** What the server takes for whole pages, without a browser; {@code -Dlists.after} seconds after its start, {@code -Dlists.rounds} times. */
    @Test
    void theServerHasItsRowsAtOnce() throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(Long.getLong("lists.after", 20)).toMillis());
        System.out.println("main page: first %d ms".formatted(answered("/")));
        List<String> slow = List.of();
        for (int round = 0; round < Integer.getInteger("lists.rounds", 1); round++) {
            slow = slowAtTheServer();
        }
        lists().forEach(list -> System.out.printf("%s after a write: %d ms%n", list, afterAWrite(list)));
        assertThat(slow).isEmpty();
    }

    private static List<String> slowAtTheServer() {
        System.out.println("| list | first | again | sort | filter |\n|---|---|---|---|---|");
        List<String> slow = new ArrayList<>();
        for (String list : lists()) {
            long first = answered(list);
            long again = middle(List.of("", "", "", "", "", "", ""), list);
            long sort = middle(sorts(list), list);
            long filter = middle(List.of("?q=7", "?q=8", "?q=99", "?q=pass", "?q=1234"), list);
            System.out.printf("| `%s` | %d ms | %d ms | %d ms | %d ms |%n", list, first, again, sort, filter);
            if (again > 1000 || sort > 1000 || filter > 1000) {
                slow.add(list);
            }
        }
        return slow;
    }

    private static long answered(String address) {
        return took(() -> html(address));
    }

    private static long middle(List<String> queries, String list) {
        return queries.stream()
                .map(query -> answered(list + query))
                .sorted()
                .toList()
                .get(queries.size() / 2);
    }

    /** In each direction, by the columns behind that of the key. */
    private static List<String> sorts(String list) {
        return Pattern.compile("data-col=\"([^\"]+)\"")
                .matcher(html(list))
                .results()
                .map(column -> column.group(1))
                .distinct()
                .skip(1)
                .limit(3)
                .flatMap(column -> Stream.of("?sort=" + column, "?sort=-" + column))
                .toList();
    }

    /** The page of the very user who has just written a sample. */
    private static long afterAWrite(String list) {
        List<Long> times = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            facility.addSample();
            times.add(answered(list));
        }
        return times.stream().sorted().toList().get(TIMES / 2);
    }

    private static String html(String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(facility.address() + address))
                .header("Cookie", session())
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(200);
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String session() {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name.equals("egcg"))
                .map(cookie -> cookie.name + "=" + cookie.value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMainPageIsThereAtOnce() {
        long first = took(() -> page.navigate("/"));
        long again = median(() -> {}, () -> page.navigate("/"));
        System.out.printf("main page: first visit %d ms, again %d ms%n", first, again);
        assertThat(page.locator("h1").innerText()).isEqualTo("What needs attention");
        assertThat(again).isLessThan(2000);
    }

    /** The column behind that of the key. */
    private static void sort() {
        page.locator("section.table thead th[data-col] a").nth(1).click();
        page.waitForURL("**sort=*");
    }

    private static void filter() {
        page.getByLabel("Search all columns").first().fill("7");
        page.keyboard().press("Enter");
        page.waitForURL("**q=7*");
    }

    /** What a page asks for beside itself may be gone with the page. */
    private static int length(Response answer) {
        try {
            return answer.body().length;
        } catch (PlaywrightException gone) {
            return 0;
        }
    }

    private static long transferred(Runnable what) {
        AtomicLong bytes = new AtomicLong();
        Consumer<Response> count = answer -> {
            String type = answer.headers().getOrDefault("content-type", "");
            if (type.startsWith("text/html") || type.startsWith("application/json")) {
                bytes.addAndGet(length(answer));
            }
        };
        page.onResponse(count);
        what.run();
        page.waitForLoadState();
        page.offResponse(count);
        return bytes.get();
    }

    @Test
    void anExportTakesNoMoreMemoryThanThePage() throws IOException, InterruptedException {
        open("/samples/all");
        long idle = facility.server().heapInUse();
        for (String format : List.of("csv", "tsv", "xlsx")) {
            Path file = Path.of("target", "samples." + format);
            long[] most = {0};
            long time = took(() -> most[0] = export(format, file));
            System.out.printf(
                    "%s: %,d bytes in %d ms, heap grew by %d KiB%n",
                    format, Files.size(file), time, (most[0] - idle) / 1024);
            assertThat(most[0] - idle).as(format).isLessThan(64L * 1024 * 1024);
        }
        assertThat(Files.readAllLines(Path.of("target", "samples.csv"))).hasSize(LargeFacility.SAMPLES + 1);
    }

    /** Writes all columns of all samples into a file; how much heap was in use at most while they came. */
    private static long export(String format, Path file) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(facility.address() + "/samples/all?part=samples&all=1&export=" + format))
                .header("Cookie", session())
                .build();
        try (InputStream body = HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofInputStream())
                        .body();
                var out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[512 * 1024];
            long most = 0;
            for (int read = body.readNBytes(buffer, 0, buffer.length);
                    read > 0;
                    read = body.readNBytes(buffer, 0, buffer.length)) {
                out.write(buffer, 0, read);
                most = Math.max(most, facility.server().heapInUse());
            }
            return most;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

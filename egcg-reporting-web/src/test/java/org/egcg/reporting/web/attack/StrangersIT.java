package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.egcg.reporting.web.attack.KeptOpen.Answer;
import org.junit.jupiter.api.Test;

/** Somebody without a login tries every address that there is in every spelling that anybody has thought of. */
class StrangersIT {

    private static final int CLIENTS = 8;

    /** What everybody may see. */
    private static final List<String> OPEN = List.of(
            "/assets/app.css",
            "/assets/app.js",
            "/assets/icon.svg",
            "/favicon.ico",
            "/assets/lib/echarts.min.js",
            "/jakarta.faces.resource/core.js.xhtml?ln=primefaces");

    private static final List<String> PAGES = List.of(
            "/",
            "/runs/all",
            "/runs/recent",
            "/run/260609_E00306_0351_AHG7K2CCX2",
            "/samples/all",
            "/samples/toreview",
            "/sample/EG0117P001A01",
            "/projects/",
            "/projects/EG0117",
            "/project_status/",
            "/project_status/all",
            "/libraries/all",
            "/library/LP2026029",
            "/genotypes/all",
            "/genotype/GEN000047",
            "/species",
            "/species/Homo+sapiens",
            "/charts/seq/last_12_months",
            "/charts/tat",
            "/charts/bioinformatics",
            "/api_docs",
            "/tokens",
            "/users",
            "/search?find=E",
            "/review",
            "/change_password",
            "/samples/all?export=csv",
            "/sessions");

    private static final List<String> SCRIPTS = List.of(
            "/ui/find?find=E",
            "/ui/views",
            "/ui/review",
            "/ui/automatic?kind=samples&id=EG0117P001A01",
            "/ui/changes",
            "/ui/notices",
            "/ui/desk?kind=samples&id=EG0117P001A01",
            "/ui/import?name=run.zip",
            "/ui/charts/seq/last_12_months",
            "/ui/charts/tat",
            "/ui/charts/bioinformatics?from=2026-09-01&to=2026-11-01");

    private static final List<String> INSIDE = List.of(
            "/internal-api/runs",
            "/internal-api/home",
            "/internal-export",
            "/internal-failure",
            "/pages/home.xhtml",
            "/pages/samples.xhtml",
            "/pages/users.xhtml",
            "/WEB-INF/web.xml",
            "/WEB-INF/classes/",
            "/META-INF/MANIFEST.MF",
            "/META-INF/maven/",
            "/metrics",
            "/openapi",
            "/openapi/ui",
            "/application.wadl",
            "/status/metrics",
            "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
            "/primefaces/core.js",
            "/assets",
            "/pages",
            "/WEB-INF",
            "/console",
            "/management",
            "/asadmin",
            "/__asadmin",
            "/monitoring",
            "/jolokia",
            "/ejb/",
            "/.git/config");

    private final int port = AttackedServer.get().port();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    @Test
    void ofTwentyThousandSpellingsNoneAnswersData() throws InterruptedException {
        Set<String> open = OPEN.stream().map(path -> plain(path).body()).collect(Collectors.toSet());
        List<String> requests =
                addresses().flatMap(path -> Spellings.requests(path).stream()).toList();
        assertThat(requests).hasSizeGreaterThan(20_000);
        assertThat(open).doesNotContain("").hasSize(OPEN.size() - 1);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            clients.execute(() -> ask(requests, first, open));
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(5, TimeUnit.MINUTES)).isTrue();
        assertThat(leaks).isEmpty();
    }

    private static Stream<String> addresses() {
        return Stream.of(PAGES, SCRIPTS, INSIDE, resources()).flatMap(List::stream);
    }

    /** Everything that the API says of itself, to somebody who may ask. */
    private static List<String> resources() {
        String description =
                Wire.exchange(AttackedServer.get().port(), Wire.get("/api/0.1/openapi.json", Wire.basic("reader")));
        List<String> paths = new ArrayList<>(List.of("/api/0.1/", "/api/0.1/openapi.json"));
        java.util.regex.Pattern.compile("\"(/[a-z_/]+)(/\\{[a-z_A-Z]+\\})?\": \\{\"")
                .matcher(description)
                .results()
                .map(found -> "/api/0.1" + found.group(1) + (found.group(2) == null ? "" : "/6b0ae601bccc3c992d5ab14a"))
                .forEach(paths::add);
        assertThat(paths).hasSizeGreaterThan(20);
        return paths;
    }

    private void ask(List<String> requests, int first, Set<String> open) {
        try (KeptOpen client = new KeptOpen(port)) {
            for (int i = first; i < requests.size(); i += CLIENTS) {
                String request = requests.get(i);
                String fault = fault(request, client.ask(request), open);
                if (!fault.isEmpty() && leaks.size() < 20) {
                    leaks.add(fault + ": " + request.replace("\r\n", " | "));
                }
            }
        }
    }

    private Answer plain(String path) {
        try (KeptOpen client = new KeptOpen(port)) {
            return client.ask(Spellings.request("GET", path, ""));
        }
    }

    private static String fault(String request, Answer answer, Set<String> open) {
        String text = answer.text();
        if (text.contains(Spellings.HOST)) {
            return answer.status() + " names the host that the client has named";
        } else if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505 && isPath(request)) {
            return answer.status() + " is the server's fault";
        } else if (text.contains("Exception") || text.contains("\tat ")) {
            return answer.status() + " tells of the inside";
        } else if (answer.header("X-Request-Id").isPresent() && !isSafe(answer)) {
            return answer.status() + " lacks a header that keeps browsers safe";
        }
        return answer.status() / 100 == 2 && !isOpen(answer.body(), open)
                ? answer.status() + " answers "
                        + answer.body().substring(0, Math.min(200, answer.body().length()))
                : "";
    }

    /** What is no path at all is refused by servers, by some as a failure of their own. */
    private static boolean isPath(String request) {
        return request.substring(request.indexOf(' ') + 1).startsWith("/");
    }

    private static boolean isSafe(Answer answer) {
        return Stream.of(
                        "X-Content-Type-Options",
                        "X-Frame-Options",
                        "Content-Security-Policy",
                        "Referrer-Policy",
                        "Cache-Control")
                .allMatch(header -> answer.header(header).isPresent());
    }

    private static boolean isOpen(String body, Set<String> open) {
        return body.isEmpty()
                || open.contains(body)
                || body.contains("<form id=\"login\"")
                || (body.startsWith("{\"status\":") && body.length() < 400)
                || body.contains("<title>Logout");
    }
}

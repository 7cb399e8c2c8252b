package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.egcg.reporting.web.attack.KeptOpen.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the front door refuses, and what every answer tells browsers. */
class FrontDoorIT {

    private static final List<String> SAFE = List.of(
            "X-Content-Type-Options", "X-Frame-Options", "Content-Security-Policy", "Referrer-Policy", "Cache-Control");

    private final KeptOpen client = new KeptOpen(AttackedServer.get().port());

    @AfterEach
    void close() {
        client.close();
    }

    private Answer get(String target, String... lines) {
        return ask("GET", target, "", lines);
    }

    private Answer ask(String method, String target, String body, String... lines) {
        String length = method.equals("GET") ? "" : "Content-Length: " + body.length() + "\r\n";
        String headers = Stream.of(lines).map(line -> line + "\r\n").reduce("", String::concat);
        return client.ask(
                method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + length + "\r\n" + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../ui/find?find=E",
                "/status/../ui/find?find=E",
                "/logo/../ui/find?find=E",
                "/assets/%2e%2e/ui/find?find=E",
                "/assets/..;/ui/find?find=E",
                "/assets/%2e%2e/ui/automatic?kind=samples&id=EG0117P001A01",
                "/assets/../ui/charts/tat",
                "/assets/../pages/samples.xhtml"
            })
    void anAddressThatCouldBeReadInTwoWaysIsRefused(String target) {
        Answer answer = get(target);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("The address has ").doesNotContain("EG0117P");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login;jsessionid=0123456789abcdef", "/login;x", "/;jsessionid=1", "/assets/app.css;x"})
    void noSessionIsTakenFromAnAddress(String target) {
        Answer answer = get(target);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics/base",
                "/openapi",
                "/openapi/ui",
                "/internal-api/runs",
                "/internal-export",
                "/internal-failure",
                "/pages/home.xhtml",
                "/pages/login.xhtml",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/primefaces/core.js",
                "/status",
                "/status/",
                "/status/nothing",
                "/ui",
                "/ui/",
                "/ui/nothing",
                "/assets",
                "/assets/",
                "/assets/lib",
                "/assets/nothing.css",
                "/pages",
                "/primefaces",
                "/nowhere",
                "/a/b",
                "/api",
                "/console"
            })
    void whatNoRuleOpensIsClosed(String target) {
        Answer answer = get(target, "Accept: text/html");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).doesNotContainIgnoringCase("Location:").doesNotContain("localhost");
    }

    @Test
    void everybodySeesHowTheServiceIsAndWhatPagesAreDrawnWith() {
        for (String target : List.of(
                "/status/live", "/status/ready/store", "/login", "/logout", "/assets/app.css", "/favicon.ico")) {
            assertThat(get(target).status()).as(target).isEqualTo(200);
        }
        assertThat(get("/status/metrics").status()).isEqualTo(401);
    }

    @Test
    void everyAnswerKeepsBrowsersSafe() {
        for (String target : List.of(
                "/",
                "/login",
                "/runs/all",
                "/nowhere",
                "/assets/../x",
                "/assets/app.css",
                "/ui/find",
                "/status/live",
                "/status/nothing",
                "/status/metrics",
                "/api/0.1/runs",
                "/api/0.1/nothing",
                "/api/0.1//",
                "/projects",
                "/logo",
                "/jakarta.faces.resource/core.js.xhtml?ln=primefaces")) {
            Answer answer = get(target);
            assertThat(SAFE).as(target).allMatch(header -> answer.header(header).isPresent());
            assertThat(answer.headers().stream().filter(line -> line.toLowerCase(java.util.Locale.ROOT)
                            .startsWith("content-security-policy:")))
                    .as(target)
                    .hasSize(1);
        }
        String tag = get("/assets/app.css").header("ETag").orElseThrow();
        Answer unchanged = get("/assets/app.css", "If-None-Match: " + tag);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(SAFE).allMatch(header -> unchanged.header(header).isPresent());
    }

    @Test
    void onlyWhatIsEverybodysIsKeptByCaches() {
        for (String target : List.of(
                "/login", "/runs/all", "/nowhere", "/ui/find", "/api/0.1/runs", "/api/0.1/nothing", "/status/live")) {
            assertThat(get(target).header("Cache-Control")).as(target).contains("no-store");
        }
        assertThat(get("/api/0.1/runs?max_results=1", Wire.basic("reader")).header("Cache-Control"))
                .contains("private, max-age=20");
        assertThat(get("/api/0.1/nothing", Wire.basic("reader")).header("Cache-Control"))
                .contains("no-store");
        assertThat(Visitor.loggedIn("reader").get("/samples/all").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: http://localhost.evil.example\r\nSec-Fetch-Site: cross-site"
            })
    void aPageOfAnotherSiteChangesNothing(String headers) {
        String name = "forged " + System.nanoTime();
        String genome = "{\"assembly_name\": \"" + name + "\"}";
        for (String type : List.of("application/json", "text/plain")) {
            Answer answer =
                    ask("POST", "/api/0.1/genomes", genome, headers, Wire.basic("demo"), "Content-Type: " + type);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("\"_status\": \"ERR\"", "\"code\": 403");
        }
        assertThat(ask("GET", "/api/0.1/genomes", "", headers, Wire.basic("demo"), "X-HTTP-Method-Override: DELETE")
                        .status())
                .isEqualTo(403);
        assertThat(get("/api/0.1/genomes", Wire.basic("demo")).body()).doesNotContain(name);
        assertThat(ask("POST", "/login", "", headers).status()).isEqualTo(403);
    }

    @Test
    void aProgramAndAPageOfThisHostMayChangeThings() {
        for (String header : List.of("X-Nothing: x", "Origin: http://localhost", "Sec-Fetch-Site: same-origin")) {
            String genome = "{\"assembly_name\": \"own " + System.nanoTime() + "\"}";
            assertThat(ask(
                                    "POST",
                                    "/api/0.1/genomes",
                                    genome,
                                    header,
                                    Wire.basic("demo"),
                                    "Content-Type: application/json")
                            .status())
                    .as(header)
                    .isEqualTo(201);
        }
    }

    @Test
    void noOtherOriginMayReadUnlessItIsNamed() {
        for (String origin : List.of("http://evil.example", "null", "http://localhost")) {
            for (String target : List.of("/api/0.1/runs", "/login", "/status/live")) {
                assertThat(get(target, "Origin: " + origin, Wire.basic("reader"))
                                .text())
                        .doesNotContainIgnoringCase("Access-Control-");
            }
            assertThat(ask("OPTIONS", "/api/0.1/runs", "", "Origin: " + origin, "Access-Control-Request-Method: POST")
                            .text())
                    .doesNotContainIgnoringCase("Access-Control-");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /login HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /login HTTP/1.1\r\nHost: a/b\r\n\r\n",
                "GET /login HTTP/1.1\r\nHost: user@a\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /login HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"
            })
    void aRequestThatIsNotOneClearRequestEndsTheConnection(String request) {
        String answer = Wire.exchange(AttackedServer.get().port(), request);
        assertThat(Wire.status(answer)).isEqualTo(400);
        assertThat(answer.indexOf("HTTP/1.1 ", 1)).as("no second answer").isNegative();
    }
}

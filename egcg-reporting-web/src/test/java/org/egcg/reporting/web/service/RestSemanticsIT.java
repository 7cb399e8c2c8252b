package org.egcg.reporting.web.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.egcg.reporting.json.JsonReader;
import org.egcg.reporting.json.JsonWriter;
import org.egcg.reporting.schema.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What HTTP promises: conditions, addresses, encodings, methods, and refusals that say what was expected. */
class RestSemanticsIT {

    private static final String ABSENT = "0123456789abcdef01234567";

    private final Service service = RunningService.get().service();

    @BeforeEach
    void empty() {
        service.empty(Schemas.packaged().names());
    }

    private HttpResponse<String> send(String method, String target, String body, String... headers) {
        var request = service.request(method, target, body);
        for (int at = 0; at < headers.length; at += 2) {
            request.setHeader(headers[at], headers[at + 1]);
        }
        return service.answer(request);
    }

    private static BsonDocument json(HttpResponse<String> answer) {
        return JsonReader.read(answer.body()).asDocument();
    }

    private static String detail(HttpResponse<String> answer) {
        return json(answer).getDocument("_error").getString("detail").getValue();
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private BsonDocument only(String resource) {
        return json(send("GET", "/" + resource, "")).getArray("data").get(0).asDocument();
    }

    private String run() {
        assertThat(send("POST", "/runs", "{\"run_id\": \"r\"}").statusCode()).isEqualTo(201);
        return "/runs/" + only("runs").getString("_id").getValue();
    }

    private void addElement(String id, int reads) {
        assertThat(send("POST", "/run_elements", """
                        {"run_element_id": "%s", "run_id": "r", "lane": 1, "project_id": "p", "library_id": "l",
                         "sample_id": "s", "total_reads": %d}""".formatted(id, reads)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aConditionalReadFollowsWhatADocumentAddsUpTo() {
        String run = run();
        addElement("e1", 7);
        HttpResponse<String> first = send("GET", run, "");
        String tag = header(first, "ETag");
        assertThat(send("GET", run, "", "If-None-Match", "\"x\", " + tag).statusCode())
                .isEqualTo(304);
        assertThat(send("GET", run, "", "If-None-Match", "*").statusCode()).isEqualTo(304);
        addElement("e2", 5);
        HttpResponse<String> second = send("GET", run, "", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second)
                        .getDocument("aggregated")
                        .getNumber("total_reads")
                        .intValue())
                .isEqualTo(12);
        assertThat(json(second).get("_etag")).isEqualTo(json(first).get("_etag"));
        assertThat(send("GET", run, "", "If-Modified-Since", "Tue, 01 Jan 2115 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(
                                "GET",
                                run + "?projection=" + encoded("{\"run_id\": 1}"),
                                "",
                                "If-Modified-Since",
                                "Tue, 01 Jan 2115 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aTagCountsBeforeADate() {
        String run = run();
        assertThat(send(
                                "GET",
                                run,
                                "",
                                "If-None-Match",
                                header(send("GET", run, ""), "ETag"),
                                "If-Modified-Since",
                                "Tue, 01 Jan 2019 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aChangeMayNameSeveralVersionsOrAny() {
        String run = run();
        addElement("e1", 7);
        String tag = header(send("GET", run, ""), "ETag");
        assertThat(tag).contains("-");
        assertThat(send("PATCH", run, "{\"number_of_lanes\": 1}", "If-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        String etag = only("runs").getString("_etag").getValue();
        assertThat(send("PATCH", run, "{\"number_of_lanes\": 2}", "If-Match", "\"a\", W/\"" + etag + "\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("PATCH", run, "{\"number_of_lanes\": 3}", "If-Match", "\"a\", \"b\"")
                        .statusCode())
                .isEqualTo(412);
        assertThat(send("PATCH", run, "{\"number_of_lanes\": 4}", "If-Match", "*")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("PUT", run, "{\"run_id\": \"r\"}", "If-Match", "*", "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(412);
        assertThat(only("runs").getNumber("number_of_lanes").intValue()).isEqualTo(4);
        assertThat(send("DELETE", run, "", "If-Match", "*").statusCode()).isEqualTo(204);
    }

    @Test
    void whatIsToBeChangedIsNotCreated() {
        HttpResponse<String> refused = send("PUT", "/runs/" + ABSENT, "{\"run_id\": \"r\"}", "If-Match", "\"e\"");
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(detail(refused)).contains("runs/" + ABSENT);
        HttpResponse<String> other =
                send("PUT", "/runs/" + ABSENT, "{\"run_id\": \"r\", \"_id\": \"fedcba987654321001234567\"}");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(detail(other)).startsWith("_id:");
        assertThat(send("PUT", "/runs/" + ABSENT, "{\"run_id\": \"r\"}", "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s1",
                "a&b#c%41d?e",
                "with blank",
                "sl/ash\\",
                "'\"+=",
                "0123456789abcdef01234567",
                "05_03_2019_12:00:00"
            })
    void aSelfLinkLeadsToItsDocument(String id) {
        BsonDocument sample =
                new BsonDocument("sample_id", new BsonString(id)).append("project_id", new BsonString("p"));
        HttpResponse<String> stored = send("POST", "/samples", JsonWriter.text(sample));
        assertThat(stored.statusCode()).isEqualTo(201);
        String href = only("samples")
                .getDocument("_links")
                .getDocument("self")
                .getString("href")
                .getValue();
        String location = header(stored, "Location").replaceFirst("^.*/api/0.1", "");
        for (String target : List.of("/" + browsers(href), location)) {
            HttpResponse<String> found = send("GET", target, "");
            assertThat(found.statusCode()).as(target).isEqualTo(200);
            assertThat(json(found).getString("sample_id").getValue()).isEqualTo(id);
        }
        String etag = only("samples").getString("_etag").getValue();
        assertThat(send("PATCH", location, "{\"required_yield\": 3}", "If-Match", etag)
                        .statusCode())
                .isEqualTo(200);
    }

    /** What a browser makes of a link before it follows it. */
    private static String browsers(String href) {
        return href.replace(" ", "%20").replace("\"", "%22").replace("'", "%27");
    }

    @Test
    void aNameThatNoDocumentHasIsNowhere() {
        assertThat(send("GET", "/samples/nobody", "").statusCode()).isEqualTo(404);
        assertThat(send("PATCH", "/samples/nobody", "{}", "If-Match", "\"e\"").statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/runs/nobody", "").statusCode()).isEqualTo(404);
    }

    @Test
    void bodiesMayBePackedAndTheirTypeInCapitals() throws IOException {
        // Payara unpacks what is called gzip in small letters itself, and hands on nothing of what is none
        for (String gzip : List.of("gzip", "GZIP")) {
            var request = service.request("POST", "/runs", "x")
                    .method("POST", BodyPublishers.ofByteArray(packed("{\"run_id\": \"%s\"}".formatted(gzip))))
                    .setHeader("Content-Type", "Application/JSON; charset=UTF-8")
                    .setHeader("Content-Encoding", gzip);
            assertThat(service.answer(request).statusCode()).as(gzip).isEqualTo(201);
            assertThat(send("POST", "/runs", "{}", "Content-Encoding", gzip).statusCode())
                    .isEqualTo(400);
        }
        HttpResponse<String> broken = send("POST", "/runs", "{}", "Content-Encoding", "GZIP");
        assertThat(detail(broken)).contains("gzip");
        HttpResponse<String> unknown = send("POST", "/runs", "{}", "Content-Encoding", "br");
        assertThat(unknown.statusCode()).isEqualTo(415);
        assertThat(header(unknown, "Accept-Encoding")).isEqualTo("gzip");
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "/runs, PATCH, 'DELETE, GET, HEAD, OPTIONS, POST'",
        "/runs/0123456789abcdef01234567, POST, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'",
        "/samples/s1, POST, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'",
        "/lims/run_status, DELETE, 'GET, HEAD, OPTIONS'",
        "/actions/explain, PUT, 'GET, HEAD, OPTIONS, POST'"
    })
    void aMethodThatIsNotAllowedIsToldTheOthersAndOptionsSaysTheSame(String path, String method, String allow) {
        HttpResponse<String> refused = send(method, path, "{}");
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(header(refused, "Allow")).isEqualTo(allow);
        assertThat(header(send("OPTIONS", path, ""), "Allow")).isEqualTo(allow);
        assertThat(detail(refused)).contains(method).contains(allow);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/samples?where={\"a\": | 400 | where: no JSON in line 1",
                "/samples?where={\"a\":{\"$foo\":1}} | 400 | where: $foo is not allowed; known are",
                "/samples?where=a ==== 5 | 400 | where: '==' is not expected in: a ==== 5",
                "/samples?where={\"_created\":\"soon\"} | 400 | where: _created: \"soon\" is no date; expected dd_mm_yyyy",
                "/samples?sort=a b | 400 | sort:",
                "/samples?projection=[] | 400 | projection: expected an object",
                "/samples?embedded=[] | 400 | embedded: expected an object",
                "/nosuch | 404 | address: /api/0.1/nosuch is none of the API",
                "/samples/nobody | 404 | samples/nobody does not exist"
            })
    void aRefusalSaysWhatWasExpectedWhere(String target, int status, String detail) {
        String raw = target.replace("{", "%7B")
                .replace("}", "%7D")
                .replace("\"", "%22")
                .replace(" ", "%20")
                .replace("[", "%5B")
                .replace("]", "%5D");
        HttpResponse<String> refused = send("GET", raw, "");
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(detail(refused)).startsWith(detail);
    }

    @Test
    void aDocumentThatIsRefusedNamesTheForms() {
        HttpResponse<String> refused = send("POST", "/lanes", "{\"lane_id\": \"l\", \"lane_number\": \"many\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(detail(refused))
                .isEqualTo("lane_number: must be of integer type; expected a whole number of 64 bits such as 12");
        String run = run();
        HttpResponse<String> unchanged = send("PATCH", run, "{\"x\": 1}", "If-Match", "*");
        assertThat(unchanged.statusCode()).isEqualTo(422);
        assertThat(detail(unchanged)).isEqualTo("x: unknown field");
        assertThat(detail(send("POST", "/runs", "{\"a\": "))).startsWith("body: no JSON in line 1");
        assertThat(detail(send("POST", "/runs", "x", "Content-Type", "text/plain")))
                .startsWith("Content-Type: text/plain");
    }

    @Test
    void pagesOfANamedOriginMaySendAndReadWhatClientsDo() {
        HttpResponse<String> asked = send(
                "OPTIONS",
                "/runs/" + ABSENT,
                "",
                "Origin",
                "https://lims.example.org",
                "Access-Control-Request-Method",
                "PATCH",
                "Access-Control-Request-Headers",
                "if-match,content-type");
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(header(asked, "Access-Control-Allow-Origin")).isEqualTo("https://lims.example.org");
        assertThat(header(asked, "Access-Control-Allow-Methods")).contains("PATCH");
        assertThat(header(asked, "Access-Control-Allow-Headers").split(", "))
                .contains("Authorization", "Content-Type", "If-Match", "X-HTTP-Method-Override", "Idempotency-Key");
        HttpResponse<String> read = send("GET", "/runs", "", "Origin", "https://lims.example.org");
        assertThat(header(read, "Access-Control-Expose-Headers").split(", ")).contains("ETag", "X-Total-Count", "Link");
        assertThat(header(
                        send("GET", "/runs", "", "Origin", "https://other.example.org"),
                        "Access-Control-Expose-Headers"))
                .isEmpty();
    }

    @Test
    void reasonPhrasesAreTheStandards() {
        String login = "Authorization: Basic "
                + Base64.getEncoder().encodeToString("apiuser:apiuser".getBytes(StandardCharsets.UTF_8));
        RawRequest post = new RawRequest(
                "POST",
                service.root().getPath() + "/runs",
                List.of(login, "Content-Type: application/json"),
                "{}".getBytes(StandardCharsets.UTF_8));
        String line = post.send(service.root().getPort());
        assertThat(line).startsWith("HTTP/1.1 422 Unprocessable ");
        String run = service.root().getPath() + run();
        assertThat(post.method("PATCH").target(run).send(service.root().getPort()))
                .isEqualTo("HTTP/1.1 428 Precondition Required");
    }

    @Test
    void embeddedDocumentsChangeTheTag() {
        assertThat(send("POST", "/analysis_driver_stages", """
                        {"stage_id": "s", "stage_name": "n", "analysis_driver_proc": "p", "date_started": "2019-03-05T10:00Z"}""").statusCode()).isEqualTo(201);
        assertThat(send("POST", "/analysis_driver_procs", """
                        {"proc_id": "p", "dataset_type": "run", "dataset_name": "r", "stages": ["s", "s"]}""").statusCode()).isEqualTo(201);
        String proc = "/analysis_driver_procs/p?embedded=" + encoded("{\"stages\": 1}");
        HttpResponse<String> first = send("GET", proc, "");
        assertThat(json(first).getArray("stages")).hasSize(2);
        assertThat(send("GET", proc, "", "If-None-Match", header(first, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(send("PATCH", "/analysis_driver_stages/s", "{\"exit_status\": 1}", "If-Match", "*")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("GET", proc, "", "If-None-Match", header(first, "ETag")).statusCode())
                .isEqualTo(200);
    }
}

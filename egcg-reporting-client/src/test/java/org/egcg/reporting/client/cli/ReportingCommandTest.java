package org.egcg.reporting.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.egcg.reporting.client.RecordingServer;
import org.egcg.reporting.client.RecordingServer.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command line from its arguments to its exit code. */
class ReportingCommandTest {
    @TempDir
    Path directory;

    private final RecordingServer server = new RecordingServer();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void stop() {
        server.close();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", server.url(), "--token", "t"));
        return plain(all.toArray(String[]::new));
    }

    private int plain(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = ReportingCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private static Answer page(String data, int next) {
        String links = next == 0 ? "{}" : "{\"next\": {\"href\": \"ep?max_results=100&page=%d\"}}".formatted(next);
        return Answer.ok("{\"data\": [%s], \"_links\": %s, \"_meta\": {\"total\": 2}}".formatted(data, links));
    }

    @Test
    void getPrintsAPageAsAnArray() {
        server.next(page("{\"a\": 1}, {\"a\": 2}", 2), page("", 0));

        assertThat(run(
                        "get",
                        "runs",
                        "--where",
                        "{\"a\": {\"$gt\": 0}}",
                        "--sort",
                        "-a",
                        "--embed",
                        "x,y",
                        "--fields",
                        "a",
                        "--page-size",
                        "2",
                        "--argument",
                        "pretty=1"))
                .isZero();
        assertThat(out).hasToString("[\n{\"a\":1},\n{\"a\":2}\n]\n");
        assertThat(server.only().address())
                .isEqualTo(
                        "/api/0.1/runs/?where=%7B%22a%22%3A+%7B%22%24gt%22%3A+0%7D%7D&sort=-a&embedded=%7B%22x%22%3A+1%2C+%22y%22%3A+1%7D"
                                + "&projection=%7B%22a%22%3A+1%7D&pretty=1&max_results=2&page=1");
        assertThat(server.only().header("Authorization")).isEqualTo("Token t");
        assertThat(run("get", "runs")).isZero();
        assertThat(out).hasToString("[]\n");
    }

    @Test
    void getFollowsThePagesAndPrintsLines() {
        server.next(page("{\"a\": 1}", 2), page("{\"a\": \"é\"}", 0));

        assertThat(run("get", "lims/sample_info", "--match", "{\"project_id\": \"p\"}", "--all", "--lines"))
                .isZero();
        assertThat(out).hasToString("{\"a\":1}\n{\"a\":\"é\"}\n");
    }

    @Test
    void getPrintsOneDocumentOrSaysThereIsNone() {
        server.next(page("{\"a\": 1}, {\"a\": 2}", 0), page("", 0), Answer.ok("{\"_id\": \"7\"}"), page("", 0));

        assertThat(run("get", "runs", "--first")).isZero();
        assertThat(out).hasToString("{\"a\":1}\n");
        assertThat(run("get", "runs", "--first")).isEqualTo(3);
        assertThat(run("get", "runs", "--id", "7", "--pretty")).isZero();
        assertThat(out).hasToString("{\n  \"_id\" : \"7\"\n}\n");
        assertThat(run("get", "runs", "--content")).isZero();
        assertThat(out.toString()).contains("\"_meta\":{\"total\":2}");
    }

    @Test
    void aRefusalIsToldAndHasItsExitCode() {
        server.always(request -> Answer.ok("<html>"));
        assertThat(run("get", "runs")).isEqualTo(1);

        server.always(request -> refused());
        assertThat(run("get", "runs")).isEqualTo(1);
        assertThat(err.toString())
                .contains("GET " + server.url(), "Encountered a 404 status code: Not Found", "\"code\": 404");
        assertThat(out).hasToString("");
    }

    private static Answer refused() {
        return Answer.of(404, "{\"_error\": {\"code\": 404}}");
    }

    @Test
    void whatCannotBeReachedHasItsOwnExitCode() {
        assertThat(plain("get", "runs", "--url", "http://localhost:1/api", "--retries", "0"))
                .isEqualTo(4);
        assertThat(err.toString()).contains("GET http://localhost:1/api/runs/").contains("failed after 1 attempt(s)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fetch runs",
                "get",
                "get runs --where {",
                "get runs --where []",
                "get runs --page-size many",
                "get runs --user u",
                "patch runs",
                "post runs /no/such/file",
                "get runs --config /no/such/file.yaml"
            })
    void whatMakesNoSenseIsRefusedBeforeAnythingIsSent(String arguments) {
        String[] words = arguments.isEmpty() ? new String[0] : (arguments + " --url " + server.url()).split(" ");

        assertThat(plain(words)).isEqualTo(2);
        assertThat(err.toString()).isNotBlank();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void helpNamesCommandsAndExitCodes() {
        assertThat(plain("--help")).isZero();
        assertThat(out.toString())
                .contains("get", "post", "patch", "watch", "reaggregate", "Exit codes:", "REPORTING_URL");
        assertThat(plain("reaggregate", "--help")).isZero();
        assertThat(out.toString()).contains("--where", "--parallel");
        assertThat(plain("--version")).isZero();
        assertThat(out.toString()).startsWith("egcg-reporting-client");
    }

    private String file(String content) throws IOException {
        return Files.writeString(directory.resolve("documents.json"), content).toString();
    }

    @Test
    void postStoresOneDocumentAndPrintsTheAnswer() throws IOException {
        server.next(Answer.of(201, "{\"_status\": \"OK\"}"));

        assertThat(run("post", "runs", file("{\"run_id\": \"r\"}"), "--key", "k1"))
                .isZero();
        assertThat(out).hasToString("{\"_status\": \"OK\"}\n");
        assertThat(server.only().body()).isEqualTo("{\"run_id\": \"r\"}");
        assertThat(server.only().header("Idempotency-Key")).isEqualTo("k1");
    }

    @Test
    void postStoresManyDocumentsFromTheStandardInput() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("{\"a\": 1}\n{\"a\": 2}\n{\"a\": 3}".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("post", "runs", "--chunk", "2")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out).hasToString("{\"posted\": 3, \"patched\": 0, \"failed\": 0}\n");
        assertThat(server.requests())
                .extracting(RecordingServer.Request::body)
                .containsExactly("[{\"a\": 1}, {\"a\": 2}]", "{\"a\": 3}");
    }

    @Test
    void postNamesTheDocumentsThatFailed() throws IOException {
        server.next(Answer.of(201, "{}"), Answer.of(422, "{\"_issues\": {\"a\": \"bad\"}}"));

        assertThat(run("post", "runs", file("[{\"a\": 1}, {\"a\": 2}]"), "--chunk", "1"))
                .isEqualTo(5);
        assertThat(out).hasToString("{\"posted\": 1, \"patched\": 0, \"failed\": 1}\n");
        assertThat(err.toString()).contains("{\"a\": 2}: {\"_issues\": {\"a\": \"bad\"}}");
    }

    @Test
    void postPatchesWhatIsKnown() throws IOException {
        server.next(page("{\"_id\": \"1\", \"_etag\": \"e\", \"uid\": 1, \"l\": [1]}", 0));

        assertThat(run(
                        "post",
                        "runs",
                        file("[{\"uid\": 1, \"l\": [2]}, {\"uid\": 2}]"),
                        "--id-field",
                        "uid",
                        "--extend",
                        "l"))
                .isZero();
        assertThat(out).hasToString("{\"posted\": 1, \"patched\": 1, \"failed\": 0}\n");
        assertThat(server.requests().get(1).body()).isEqualTo("{\"l\": [1, 2]}");
    }

    @Test
    void postSendsAForm() {
        assertThat(run("post", "actions", "--field", "action_type=x y", "--field", "run_id=r"))
                .isZero();
        assertThat(server.only().body()).isEqualTo("action_type=x+y&run_id=r");
    }

    @Test
    void patchChangesTheOneDocumentThatFits() throws IOException {
        String one = "{\"_id\": \"1\", \"_etag\": \"e\"}";
        server.next(page(one, 0), page(one, 0));

        assertThat(run(
                        "patch",
                        "runs",
                        file("{\"a\": 1, \"b\": 2}"),
                        "--where",
                        "{\"uid\": 1}",
                        "--set",
                        "b=3",
                        "--set",
                        "c=text",
                        "--set",
                        "d=[1]"))
                .isZero();
        assertThat(server.last().body()).isEqualTo("{\"a\": 1, \"b\": 3, \"c\": \"text\", \"d\": [1]}");
        assertThat(out).hasToString("{\"posted\": 0, \"patched\": 1, \"failed\": 0}\n");
    }

    @Test
    void patchDoesNotGuessWhichDocumentIsMeant() {
        server.next(page("{\"_id\": \"1\"}, {\"_id\": \"2\"}", 0), page("", 0));

        assertThat(run("patch", "runs", "--set", "a=1")).isEqualTo(2);
        assertThat(err.toString()).contains("More than one document fits");
        assertThat(run("patch", "runs", "--set", "a=1")).isEqualTo(3);
        assertThat(server.requests()).allMatch(request -> request.method().equals("GET"));
    }

    @Test
    void patchChangesAllWhenAsked() {
        server.next(page("{\"_id\": \"1\", \"_etag\": \"e\"}", 2), page("{\"_id\": \"2\", \"_etag\": \"e\"}", 0));

        assertThat(run("patch", "runs", "--set", "a=1", "--all")).isZero();
        assertThat(out).hasToString("{\"posted\": 0, \"patched\": 2, \"failed\": 0}\n");
    }

    @Test
    void reaggregateIsNotLimitedToAPage() {
        server.always(request -> {
            if (request.method().equals("PATCH")) {
                return Answer.ok("{}");
            }
            int page = Integer.parseInt(request.address().replaceFirst(".*[?&]page=", ""));
            return page("{\"_id\": \"%d\", \"_etag\": \"e\"}".formatted(page), page < 130 ? page + 1 : 0);
        });

        assertThat(run("reaggregate", "run_elements", "--page-size", "1")).isZero();
        assertThat(out).hasToString("{\"reaggregated\": 130, \"failed\": 0}\n");
    }

    @Test
    void watchPrintsWhatIsNewOrChangedUntilAllIsReached() {
        AtomicInteger looks = new AtomicInteger();
        server.always(request -> switch (looks.incrementAndGet()) {
            case 1 -> page("", 0);
            case 2 -> page("{\"_id\": \"1\", \"p\": {\"status\": \"running\"}}", 0);
            case 3 ->
                page(
                        "{\"_id\": \"1\", \"p\": {\"status\": \"running\"}}, {\"_id\": \"2\", \"p\": {\"status\": \"finished\"}}",
                        0);
            default ->
                page(
                        "{\"_id\": \"1\", \"p\": {\"status\": \"finished\"}}, {\"_id\": \"2\", \"p\": {\"status\": \"finished\"}}",
                        0);
        });

        assertThat(run("watch", "procs", "--interval", "0.01", "--until", "p.status=finished", "--for", "60"))
                .isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"_id\":\"1\",\"p\":{\"status\":\"running\"}}",
                        "{\"_id\":\"2\",\"p\":{\"status\":\"finished\"}}",
                        "{\"_id\":\"1\",\"p\":{\"status\":\"finished\"}}");
        assertThat(looks).hasValue(4);
    }

    @Test
    void watchEndsWhenItsTimeIsOver() {
        assertThat(run("watch", "procs", "--interval", "0.1", "--until", "status=finished", "--for", "3"))
                .isEqualTo(6);
        assertThat(server.requests()).hasSizeGreaterThan(1);
    }

    @Test
    void credentialsMayStandInAFile() throws IOException {
        Path config = Files.writeString(
                directory.resolve("c.yaml"), "rest_api: {url: '%s', username: u, password: p}".formatted(server.url()));
        Path password = Files.writeString(directory.resolve("p"), "secret\n");

        assertThat(plain("get", "runs", "--config", config.toString())).isZero();
        assertThat(server.last().header("Authorization")).isEqualTo("Basic dTpw");
        assertThat(plain(
                        "get",
                        "runs",
                        "--config",
                        config.toString(),
                        "--user",
                        "v",
                        "--password-file",
                        password.toString()))
                .isZero();
        assertThat(server.last().header("Authorization")).isEqualTo("Basic djpzZWNyZXQ=");
    }
}

package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.bson.BsonDocument;
import org.egcg.reporting.json.JsonReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every door by which people decide, take back, sign, note: without a login, without the role, and by forms that no page of
 * the service has made. Each is sent what an editor would be refused for another reason, which shows that it was let in.
 */
class DecidingIT {

    private static final String ITEM = "/6b0ae601bccc3c992d5ab14a";
    private static final String SAMPLE = "EG0121P001G01";

    /** What a page or a script takes. */
    private record Door(String path, int editor, Map<String, String> fields) {
        boolean isPage() {
            return !path.startsWith("/ui/");
        }
    }

    /** What the API takes. */
    private record Call(String method, String path, int editor, String body) {}

    private static final List<Door> DOORS = List.of(
            new Door(
                    "/ui/desk",
                    412,
                    Map.of("kind", "samples", "id", SAMPLE, "reviewed", "fail", "comment", "x", "version", "other")),
            new Door("/ui/desk", 404, Map.of("undo", "nothing")),
            new Door("/ui/automatic", 400, Map.of("kind", "samples", "ids", "[]")),
            new Door("/ui/review", 400, Map.of("action_type", "sample_review", "review_entities", "[]")),
            new Door("/ui/note", 400, Map.of("act", "write", "resource", "samples", "name", SAMPLE, "text", " ")),
            new Door("/ui/note", 404, Map.of("act", "edit", "id", ITEM.substring(1), "text", "x")),
            new Door("/ui/note", 404, Map.of("act", "delete", "id", ITEM.substring(1))),
            new Door(
                    "/ui/instrument_event",
                    400,
                    Map.of(
                            "act",
                            "note",
                            "instrument",
                            "E00306",
                            "kind",
                            "service",
                            "date",
                            "2026-04-26",
                            "text",
                            " ")),
            new Door("/ui/instrument_event", 404, Map.of("act", "take_back", "id", ITEM.substring(1))),
            new Door("/history", 200, Map.of("action", "nothing")),
            new Door("/delivery/EG0117", 200, Map.of("version", "other", "comment", "x")));

    private static final List<Call> CALLS = List.of(
            new Call(
                    "POST",
                    "/actions",
                    412,
                    "{'action_type': 'manual_review', 'resource': 'samples', 'review_entities': ['" + SAMPLE
                            + "'], 'reviewed': 'fail', 'comment': 'x', 'versions': {'" + SAMPLE + "': 'other'}}"),
            new Call("POST", "/actions", 404, "{'action_type': 'undo', 'action_id': 'nothing'}"),
            new Call(
                    "POST",
                    "/actions",
                    412,
                    "{'action_type': 'sign_off', 'project_id': 'EG0117', 'version': 'other', 'comment': 'x'}"),
            new Call("POST", "/actions", 404, "{'action_type': 'automatic_sample_review', 'sample_id': 'nothing'}"),
            new Call("POST", "/actions", 404, "{'action_type': 'automatic_run_review', 'run_id': 'nothing'}"),
            new Call("POST", "/actions", 404, "{'action_type': 'automatic_rapid_review', 'sample_id': 'nothing'}"),
            new Call("POST", "/actions", 400, "{'action_type': 'sample_review', 'review_entities': []}"),
            new Call("POST", "/notes", 400, "{'resource': 'samples', 'name': '" + SAMPLE + "', 'text': ' '}"),
            new Call("PATCH", "/notes" + ITEM, 404, "{'text': 'x'}"),
            new Call("DELETE", "/notes" + ITEM, 404, ""),
            new Call("POST", "/instrument_events", 400, "{'instrument': 'E00306', 'kind': 'nothing'}"),
            new Call("DELETE", "/instrument_events" + ITEM, 404, ""),
            new Call("PATCH", "/samples" + ITEM, 404, "{'reviewed': 'fail'}"));

    /** What is kept for ever, and nobody changes by the API. */
    private static final List<Call> NOBODYS = List.of(
            new Call("DELETE", "/history", 405, ""),
            new Call("POST", "/history", 405, "{}"),
            new Call("POST", "/decisions", 405, "{}"),
            new Call("POST", "/deliveries", 405, "{}"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final SoftAssertions all = new SoftAssertions();
    private String before;

    @BeforeEach
    void look() {
        before = known();
    }

    @AfterEach
    void nothingHasChanged() {
        all.assertAll();
        assertThat(known()).as("the latest entry of the history, and notes").isEqualTo(before);
    }

    private String known() {
        String latest = call("reader", new Call("GET", "/history?max_results=1", 200, ""))
                .body();
        BsonDocument entry = JsonReader.read(latest).asDocument();
        return entry.getArray("data").get(0).asDocument().getString("id").getValue()
                + call("reader", new Call("GET", "/notes?resource=samples&name=" + SAMPLE, 200, ""))
                        .body();
    }

    private HttpResponse<String> call(String user, Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + AttackedServer.get().port() + "/api/0.1" + call.path()))
                .header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(call.body().replace('\'', '"')));
        if (!user.isEmpty()) {
            byte[] login = (user + ":" + AttackedServer.PASSWORD).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        return answered(request);
    }

    private HttpResponse<String> answered(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void byTheApiNobodyDecidesWhoMayOnlyReadOrIsNotLoggedIn() {
        for (Call call : CALLS) {
            all.assertThat(call("", call).statusCode()).as("stranger, %s", call).isEqualTo(401);
            all.assertThat(call("reader", call).statusCode())
                    .as("viewer, %s", call)
                    .isEqualTo(403);
            all.assertThat(call("writer", call).statusCode())
                    .as("editor, %s", call)
                    .isEqualTo(call.editor());
        }
        for (Call call : NOBODYS) {
            all.assertThat(call("demo", call).statusCode()).as("%s", call).isEqualTo(call.editor());
        }
    }

    @Test
    void theCookieOfABrowserIsNoLoginOfTheApi() {
        Visitor writer = Visitor.loggedIn("writer");
        String secret = Visitor.LOGIN_COOKIE + "=" + writer.secret();
        for (Call call : CALLS) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                            "http://localhost:" + AttackedServer.get().port() + "/api/0.1" + call.path()))
                    .header("Content-Type", "text/plain")
                    .header("Cookie", secret)
                    .method(call.method(), BodyPublishers.ofString(call.body().replace('\'', '"')));
            all.assertThat(answered(request).statusCode()).as("%s", call).isEqualTo(401);
        }
    }

    @Test
    void byPagesAndScriptsNobodyDecidesWhoMayOnlyReadOrIsNotLoggedIn() {
        Visitor reader = Visitor.loggedIn("reader");
        Visitor writer = Visitor.loggedIn("writer");
        String readers = reader.token("/review");
        String writers = writer.token("/review");
        for (Door door : DOORS) {
            HttpResponse<String> stranger = new Visitor().post(door.path(), with(door, writers));
            all.assertThat(stranger.statusCode()).as("stranger, %s", door).isEqualTo(door.isPage() ? 302 : 401);
            HttpResponse<String> viewer = reader.post(door.path(), with(door, readers));
            all.assertThat(viewer.statusCode()).as("viewer, %s", door).isEqualTo(door.isPage() ? 200 : 403);
            HttpResponse<String> editor = writer.post(door.path(), with(door, writers));
            all.assertThat(editor.statusCode()).as("editor, %s", door).isEqualTo(door.editor());
            if (door.isPage()) {
                String refused = refusal(viewer);
                all.assertThat(refused)
                        .as("viewer, %s", door)
                        .startsWith("Nothing was ")
                        .isNotEqualTo(refusal(editor));
                all.assertThat(refusal(editor)).as("editor, %s", door).startsWith("Nothing was ");
            }
        }
    }

    private static Map<String, String> with(Door door, String csrf) {
        Map<String, String> fields = new LinkedHashMap<>(door.fields());
        fields.put("csrf", csrf);
        return fields;
    }

    @Test
    void filesOfDecisionsAreForUsersAndSayWhatTheyDoNotUnderstand() {
        Visitor reader = Visitor.loggedIn("reader");
        HttpResponse<String> file = reader.get("/ui/reviews?overruled=failed&kind=samples");
        all.assertThat(file.statusCode()).isEqualTo(200);
        all.assertThat(file.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        all.assertThat(file.body()).contains("reviewer", "failed_by", "thresholds");
        all.assertThat(reader.get("/ui/reviews?overruled=perhaps").statusCode()).isEqualTo(400);
        all.assertThat(reader.get("/ui/reviews?from=then").statusCode()).isEqualTo(400);
        all.assertThat(reader.get("/ui/delivery?action=nothing").statusCode()).isEqualTo(404);
        for (String path : List.of("/ui/reviews", "/ui/delivery?action=nothing", "/ui/history")) {
            all.assertThat(new Visitor().get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    /** The sentence of the page that says why nothing was done. */
    private static String refusal(HttpResponse<String> page) {
        return page.body().replaceAll("(?s).*(Nothing was [^<]*).*", "$1");
    }

    @Test
    void formsOfOtherPagesOtherSessionsAndOtherOriginsAreNotTaken() {
        String others = Visitor.loggedIn("reader").token("/review");
        Visitor writer = Visitor.loggedIn("writer");
        Visitor abroad = Visitor.loggedIn("writer");
        String own = abroad.token("/review");
        abroad.with("Origin", "https://elsewhere.example.org").with("Sec-Fetch-Site", "cross-site");
        for (Door door : DOORS) {
            int refused = door.isPage() ? 302 : 403;
            all.assertThat(writer.post(door.path(), door.fields()).statusCode())
                    .as("without the secret, %s", door)
                    .isEqualTo(refused);
            all.assertThat(writer.post(door.path(), with(door, others)).statusCode())
                    .as("with another's secret, %s", door)
                    .isEqualTo(refused);
            all.assertThat(abroad.post(door.path(), with(door, own)).statusCode())
                    .as("from elsewhere, %s", door)
                    .isEqualTo(403);
        }
    }
}

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.egcg.reporting.security.ApiTokens;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.Scopes;
import org.egcg.reporting.security.Users;
import org.junit.jupiter.api.Test;

/** Guesses, initial passwords and tokens, as the API answers them. */
class AccountsIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whoHasToWaitIsAnsweredAlikeWhetherThePasswordIsRightOrWrongOrRemembered() throws Exception {
        user("oracle", Role.VIEWER);
        assertThat(get("/runs", basic("oracle", AttackedServer.PASSWORD), "198.51.100.1")
                        .statusCode())
                .isEqualTo(200);
        for (int guess = 0; guess < 20; guess++) {
            get("/runs", basic("oracle", "guess " + guess), "198.51.100.1");
        }
        HttpResponse<String> right = get("/runs", basic("oracle", AttackedServer.PASSWORD), "198.51.100.1");
        HttpResponse<String> wrong = get("/runs", basic("oracle", "guess"), "198.51.100.1");
        assertThat(List.of(right.statusCode(), wrong.statusCode())).containsOnly(429);
        assertThat(right.body()).isEqualTo(wrong.body());
        assertThat(get("/runs", basic("oracle", AttackedServer.PASSWORD), "198.51.100.2")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void ofSixtyGuessesAtOnceTwentyAreLookedAtAtMost() {
        user("target", Role.VIEWER);
        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> guesses = new ArrayList<>();
        for (int guess = 0; guess < 60; guess++) {
            guesses.add(client.sendAsync(
                    request("/runs", basic("target", "guess " + guess), "198.51.100.3")
                            .build(),
                    BodyHandlers.ofString()));
        }
        List<Integer> statuses = guesses.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(statuses)
                .as("told no, to wait, or to come again")
                .isSubsetOf(401, 429, 503)
                .contains(401);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(statuses.stream().filter(status -> status == 401).count())
                .as("twenty, and one each after 1, 2, 4 .. seconds of waiting")
                .isLessThanOrEqualTo(20 + (long) (Math.log(seconds + 1) / Math.log(2)));
    }

    @Test
    void anInitialPasswordDoesNotWorkInTheApi() throws Exception {
        String initial;
        try (Users users = AttackedServer.users()) {
            initial = users.addWithInitialPassword("newcomer", Role.EDITOR);
        }
        HttpResponse<String> refused = get("/runs", basic("newcomer", initial), "198.51.100.4");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("this password has to be changed first: log in to the pages");
        assertThat(get("/runs", basic("newcomer", "wrong"), "198.51.100.4").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoMayOnlyReadSeesTheDeskAndDecidesNothingEvenByACraftedForm() {
        Visitor reader = Visitor.loggedIn("reader");
        assertThat(reader.get("/review").body()).contains("To be decided").doesNotContain("data-decide");
        Map<String, String> decision =
                Map.of("kind", "samples", "id", "EG0121P001G01", "reviewed", "fail", "useable", "no", "comment", "no");
        String before = reader.get("/sample/EG0121P001G01?part=report").body();
        for (Map<String, String> crafted : List.of(decision, Map.of("undo", "any"))) {
            Map<String, String> fields = new LinkedHashMap<>(crafted);
            fields.put("csrf", reader.token("/review"));
            assertThat(reader.post("/ui/desk", fields).statusCode()).isEqualTo(403);
        }
        assertThat(Visitor.loggedIn("writer").post("/ui/desk", decision).statusCode())
                .as("without the secret of a page")
                .isEqualTo(403);
        assertThat(reader.get("/ui/desk?kind=samples&id=EG0121P001G01&version=").statusCode())
                .isEqualTo(200);
        assertThat(reader.get("/ui/desk?kind=users&id=demo").statusCode()).isEqualTo(400);
        assertThat(verdict(reader.get("/sample/EG0121P001G01?part=report").body()))
                .isEqualTo(verdict(before));
    }

    /** What the row of a sample says, without what changes from one answer to the next. */
    private static String verdict(String page) {
        return page.replaceAll("(?s).*<tbody>(.*)</tbody>.*", "$1");
    }

    @Test
    void aTokenDoesWhatItIsForAndNothingElse() throws Exception {
        String token = token("scoped", "read:samples write:run_elements");
        assertThat(get("/samples", token, "198.51.100.5").statusCode()).isEqualTo(200);
        assertThat(get("/run_elements", token, "198.51.100.5").statusCode()).isEqualTo(200);
        assertThat(get("/", token, "198.51.100.5").statusCode()).isEqualTo(200);
        for (String path : List.of(
                "/projects",
                "/lims/status/project_status",
                "/aggregate/run_elements",
                "/actions/explain?kind=x",
                "/samples?embedded=%7B%22run_elements%22:1%7D",
                "/samples?%65mbedded=%7B%22run_elements%22:1%7D")) {
            HttpResponse<String> refused = get(path, token, "198.51.100.5");
            assertThat(refused.statusCode()).as(path).isIn(403, 404);
            assertThat(refused.body()).as(path).doesNotContain("\"_items\"");
        }
        HttpResponse<String> write = post("/samples", token);
        assertThat(write.statusCode()).isEqualTo(403);
        assertThat(write.body()).contains("this needs write:samples").contains("\"_status\"");
        assertThat(post("/run_elements", token).statusCode()).isEqualTo(422);
        assertThat(client.send(
                                request("/samples", token, "198.51.100.5")
                                        .POST(BodyPublishers.ofString("{}"))
                                        .header("X-HTTP-Method-Override", "DELETE")
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    private static String token(String name, String scopes) {
        user(name, Role.EDITOR);
        try (Users users = AttackedServer.users()) {
            return "Token "
                    + new ApiTokens(users)
                            .make(users.named(name).orElseThrow(), "night", Optional.empty(), Scopes.parse(scopes))
                            .token();
        }
    }

    private static void user(String name, Role role) {
        try (Users users = AttackedServer.users()) {
            users.add(name, AttackedServer.PASSWORD, role);
        }
    }

    private HttpResponse<String> get(String path, String authorization, String address)
            throws IOException, InterruptedException {
        return client.send(request(path, authorization, address).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String authorization) throws IOException, InterruptedException {
        return client.send(
                request(path, authorization, "198.51.100.5")
                        .POST(BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json")
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path, String authorization, String address) {
        return HttpRequest.newBuilder(URI.create(AttackedServer.get().api() + path))
                .header("Authorization", authorization)
                .header("X-Forwarded-For", address);
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}

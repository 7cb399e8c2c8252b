package org.egcg.reporting.web.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.egcg.reporting.security.Role;
import org.egcg.reporting.security.User;
import org.egcg.reporting.security.Users;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators do happens to exactly whom they mean, as he was when they decided it, and after a question. */
class AccountButtonsIT {

    private static final Pattern TOKEN = Pattern.compile("egcg_[A-Za-z0-9_-]{43}");
    private static final Pattern FORM_OF_A_TOKEN = Pattern.compile(
            "value=\"(?:revoke|token)\" ?/>\\s*<input type=\"hidden\" name=\"(?:id|item)\" value=\"([^\"]+)\"");

    private final String end = String.valueOf(System.nanoTime());
    private Users users;
    private Visitor admin;

    @BeforeEach
    void add() {
        users = AttackedServer.users();
        for (String name : new String[] {"anna", "bert", "carl", "dora"}) {
            users.add(name + end, AttackedServer.PASSWORD, Role.VIEWER);
        }
        admin = Visitor.loggedIn("demo");
    }

    @AfterEach
    void remove() {
        for (String name : new String[] {"anna", "bert", "carl", "dora"}) {
            users.named(name + end).ifPresent(user -> users.remove(user.name()));
        }
        users.close();
    }

    private User user(String name) {
        return users.named(name + end).orElseThrow();
    }

    private static String page(User user) {
        return "/users/" + user.id();
    }

    private static Map<String, String> act(String act, String item, User shown) {
        return new LinkedHashMap<>(
                Map.of("act", act, "item", item, "version", String.valueOf(shown.version()), "confirmed", "yes"));
    }

    @Test
    void aButtonMeansTheAccountThatStandsInItWhateverHappenedToOthers() {
        User carl = user("carl");
        Map<String, String> button = act("remove", "", carl);
        button.put("csrf", admin.token(page(carl)));
        users.remove("anna" + end);
        users.remove("bert" + end);
        assertThat(admin.post(page(carl), button).body()).contains("User carl" + end + " is removed.");
        assertThat(users.named("carl" + end)).isEmpty();
        assertThat(users.named("dora" + end)).isPresent();
        assertThat(admin.post(page(carl), button).body())
                .as("once more")
                .contains("Nothing was changed", "no such user");
        assertThat(users.named("dora" + end)).isPresent();
    }

    @Test
    void anAccountThatWasChangedMeanwhileIsLeftAlone() {
        User shown = user("bert");
        users.grant("bert" + end, Role.EDITOR);
        for (Map<String, String> button : List.of(
                act("grant", "admin", shown),
                act("remove", "", shown),
                act("password", "", shown),
                act("sessions", "", shown))) {
            assertThat(admin.submit(page(shown), button).body()).contains("Nothing was changed", "changed meanwhile");
        }
        assertThat(user("bert").role()).isEqualTo(Role.EDITOR);
        assertThat(user("bert").mustChangePassword()).isFalse();
    }

    @Test
    void anAccountOfTheSameNameIsAnotherOne() {
        User first = user("dora");
        users.remove("dora" + end);
        users.add("dora" + end, AttackedServer.PASSWORD, Role.VIEWER);
        assertThat(admin.submit("/users", act("grant", "admin", first)).statusCode())
                .isEqualTo(200);
        assertThat(admin.post(page(first), withToken(act("grant", "admin", first)))
                        .body())
                .contains("Nothing was changed");
        assertThat(user("dora").role()).isEqualTo(Role.VIEWER);
    }

    private Map<String, String> withToken(Map<String, String> fields) {
        fields.put("csrf", admin.token("/users"));
        return fields;
    }

    @Test
    void nothingHappensBeforeTheQuestionIsAnswered() {
        User anna = user("anna");
        for (String act : new String[] {"remove", "password", "sessions"}) {
            Map<String, String> button = act(act, "", anna);
            button.remove("confirmed");
            assertThat(admin.submit(page(anna), button).body())
                    .contains("anna" + end + " is viewer and logs in with a password.", "name=\"confirmed\"");
        }
        Map<String, String> grant = act("grant", "admin", anna);
        grant.remove("confirmed");
        assertThat(admin.submit(page(anna), grant).body()).contains("Make anna" + end + " admin?");
        assertThat(user("anna")).isEqualTo(anna);
    }

    @Test
    void theAnswerToTheQuestionDoesIt() {
        User anna = user("anna");
        assertThat(admin.submit(page(anna), act("grant", "editor", anna)).body())
                .contains("is now editor.");
        assertThat(user("anna").role()).isEqualTo(Role.EDITOR);
        assertThat(admin.submit(page(anna), act("password", "", user("anna"))).body())
                .containsPattern("<code id=\"initial\" class=\"long\">[A-Za-z0-9_-]{20}</code>");
        assertThat(user("anna").mustChangePassword()).isTrue();
    }

    @Test
    void nobodyRemovesHimselfOrChangesHisOwnRole() {
        User demo = users.named("demo").orElseThrow();
        for (Map<String, String> button : List.of(act("remove", "", demo), act("grant", "viewer", demo))) {
            assertThat(admin.submit(page(demo), button).body()).contains("Nothing was changed");
        }
        assertThat(users.named("demo")).contains(demo);
    }

    @Test
    void whoIsNoAdministratorNeitherSeesNorChangesAccounts() {
        Visitor writer = Visitor.loggedIn("writer");
        User bert = user("bert");
        assertThat(writer.get("/users").body()).contains("Only administrators").doesNotContain("bert" + end);
        assertThat(writer.get(page(bert)).body())
                .contains("Only administrators")
                .doesNotContain("bert" + end);
        writer.submit(page(bert), act("remove", "", bert));
        writer.submit(page(bert), act("grant", "admin", bert));
        writer.submit("/users", Map.of("name", "made by a writer", "role", "admin"));
        assertThat(user("bert")).isEqualTo(bert);
        assertThat(users.named("made by a writer")).isEmpty();
    }

    @Test
    void anAdministratorRevokesTheTokenOfSomebodyElse() {
        Visitor carl = Visitor.loggedIn("carl" + end);
        String token = made(carl, "of a pipeline");
        assertThat(api(token)).isEqualTo(200);
        String id = tokenIn(admin.get(page(user("carl"))));
        Map<String, String> button = act("token", id, user("carl"));
        assertThat(admin.submit(page(user("dora")), button).body())
                .as("on the page of somebody else")
                .contains("Nothing was changed");
        assertThat(api(token)).isEqualTo(200);
        assertThat(admin.submit(page(user("carl")), button).body()).contains("is revoked.");
        assertThat(api(token)).isEqualTo(401);
    }

    @Test
    void anAdministratorEndsTheSessionsOfSomebodyElse() {
        Visitor carl = Visitor.loggedIn("carl" + end);
        Visitor dora = Visitor.loggedIn("dora" + end);
        admin.submit(page(user("carl")), act("sessions", "", user("carl")));
        assertThat(carl.isInside()).isFalse();
        assertThat(dora.isInside()).isTrue();
    }

    @Test
    void aTokenIsRevokedByItsIdAfterAQuestion() {
        Visitor carl = Visitor.loggedIn("carl" + end);
        String first = made(carl, "the first");
        String id = tokenIn(carl.get("/tokens"));
        String second = made(carl, "the second");
        assertThat(carl.submit("/tokens", Map.of("act", "revoke", "id", id)).body())
                .contains("Revoke the token the first?");
        assertThat(api(first)).isEqualTo(200);
        Visitor dora = Visitor.loggedIn("dora" + end);
        assertThat(dora.submit("/tokens", Map.of("act", "revoke", "id", id, "confirmed", "yes"))
                        .body())
                .contains("Nothing was revoked");
        assertThat(api(first)).isEqualTo(200);
        assertThat(carl.submit("/tokens", Map.of("act", "revoke", "id", id, "confirmed", "yes"))
                        .body())
                .contains("The token the first is revoked.");
        assertThat(api(first)).isEqualTo(401);
        assertThat(api(second)).isEqualTo(200);
    }

    @Test
    void aTokenIsMadeForWhatWasChosenAndNotForLonger() {
        Visitor carl = Visitor.loggedIn("carl" + end);
        String runs = TOKEN.matcher(carl.submit(
                                "/tokens",
                                Map.of(
                                        "act",
                                        "make",
                                        "name",
                                        "runs",
                                        "days",
                                        "30",
                                        "access",
                                        "choose",
                                        "resource.runs",
                                        "read"))
                        .body())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(api(runs)).isEqualTo(200);
        assertThat(carl.get("/tokens").body()).contains("reads runs");
        for (Map<String, String> odd : List.of(
                Map.of("act", "make", "name", "x", "days", "-1", "access", "read"),
                Map.of("act", "make", "name", "x", "days", "99999", "access", "read"),
                Map.of("act", "make", "name", "x", "days", "never", "access", "read"),
                Map.of("act", "make", "name", "x", "days", "30", "access", "root"),
                Map.of("act", "make", "name", "x", "days", "30", "access", "choose", "resource.users", "write"),
                Map.of("act", "make", "name", "", "days", "30", "access", "read"))) {
            assertThat(carl.submit("/tokens", odd).body()).as(odd.toString()).contains("No token was made");
        }
    }

    private static String made(Visitor visitor, String name) {
        Matcher token = TOKEN.matcher(
                visitor.submit("/tokens", Map.of("act", "make", "name", name, "days", "30", "access", "write"))
                        .body());
        assertThat(token.find()).isTrue();
        return token.group();
    }

    private static String tokenIn(HttpResponse<String> page) {
        Matcher form = FORM_OF_A_TOKEN.matcher(page.body());
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private static int api(String token) {
        return new Visitor()
                .with("Authorization", "Token " + token)
                .get("/api/0.1/runs?max_results=1")
                .statusCode();
    }
}
